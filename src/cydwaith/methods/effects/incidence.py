"""How many have had the event by each time, where something else may come first (Aalen-Johansen).

With nothing else in the way it is one minus Kaplan-Meier, and its error is Greenwood's.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from ..tables import Numbers
from .chance import Z95

Codes = NDArray[np.int64]
NOT_SEEN, HAPPENED = 0, 1
TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Incidence:
    """One entry a distinct time at which somebody had an event of any kind.

    ``at_risk`` just before, ``events`` of the one asked about, ``others`` of those that compete;
    ``share`` have had the event by then, ``left`` have had none.
    """

    times: Numbers
    at_risk: Numbers
    events: Numbers
    others: Numbers
    share: Numbers
    left: Numbers

    def by(self, when: float) -> float:
        """The share with the event by ``when``, that time included."""
        return float(self.share[self.times <= when][-1]) if self._upto(when) else 0.0

    def error_by(self, when: float) -> float:
        """Its standard error."""
        return self._error(np.where(self.times <= when, self.by(when) - self.share, 0.0), when)

    def time_since(self, until: float) -> float:
        """The mean time since the event, until ``until``: the area under the shares."""
        return float((self._widths(until) * self.share).sum())

    def error_since(self, until: float) -> float:
        """Its standard error."""
        widths = self._widths(until)
        later = np.cumsum((widths * self.share)[::-1])[::-1]
        reach = np.maximum(until - self.times, 0.0)
        return self._error(later - reach * self.share, until, reach)

    def errors(self) -> Numbers:
        """``error_by`` at each time, in one pass: a square in the share, of sums over the steps before."""
        one, two = self.events / self.at_risk, self.others / self.at_risk
        stay = 1 - one - two
        scale = np.divide(1.0, stay, out=np.zeros_like(stay), where=stay > TINY)
        ours = np.append(1.0, self.left[:-1]) + self.share * scale
        theirs = self.share * scale
        both = ours * one + theirs * two
        flat = ours**2 * one + theirs**2 * two - both**2
        bent = scale * (both - both * (one + two))
        square = scale**2 * (one + two) * stay
        sums = [np.cumsum(part / self.at_risk) for part in (flat, bent, square)]
        spread = sums[0] - 2 * self.share * sums[1] + self.share**2 * sums[2]
        error: Numbers = np.where(self.share < 1 - TINY, np.sqrt(np.maximum(spread, 0.0)), 0.0)
        return error

    def _upto(self, when: float) -> int:
        return int(np.searchsorted(self.times, when, side="right"))

    def _widths(self, until: float) -> Numbers:
        ends = np.append(self.times[1:], np.inf)
        widths: Numbers = np.maximum(np.minimum(ends, until) - self.times, 0.0)
        return widths

    def _error(self, gained: Numbers, until: float, reach: Numbers | None = None) -> float:
        """By the delta method over the steps: ``gained`` is what comes after each of them."""
        one, two = self.events / self.at_risk, self.others / self.at_risk
        stay = 1 - one - two
        before = np.append(1.0, self.left[:-1])
        later = np.divide(gained, stay, out=np.zeros_like(gained), where=stay > TINY)
        direct = before * (1.0 if reach is None else reach)
        ours, theirs = direct - later, -later
        spread = (ours**2 * one + theirs**2 * two - (ours * one + theirs * two) ** 2) / self.at_risk
        return sqrt(max(float(spread[self.times <= until].sum()), 0.0))


def incidence(times: Numbers, codes: Codes) -> Incidence:
    """``codes``: 0 not seen to happen, 1 happened, anything else came first. n of each.

    Source: Aalen and Johansen (1978); Greenwood (1926); delta method over multinomial steps.
    """
    seen = times[codes != NOT_SEEN]
    steps = np.unique(seen)
    ordered = np.sort(times)
    at_risk = (len(times) - np.searchsorted(ordered, steps, side="left")).astype(np.float64)
    events = _counted(times[codes == HAPPENED], steps)
    others = _counted(seen, steps) - events
    left: Numbers = np.asarray(np.cumprod(1 - (events + others) / at_risk), dtype=np.float64)
    share = np.cumsum(np.append(1.0, left[:-1])[: len(steps)] * events / at_risk)
    exact = np.where(np.cumsum(others) == 0, 1 - left, share)
    return Incidence(steps, at_risk, events, others, exact, left)


def _counted(times: Numbers, steps: Numbers) -> Numbers:
    return np.bincount(np.searchsorted(steps, times), minlength=len(steps)).astype(np.float64)


def share_within(shares: Numbers, errors: Numbers, people: int) -> tuple[Numbers, Numbers]:
    """The 95% intervals of shares, on the log(-log) scale; Wilson's for nobody or everybody."""
    inside = (shares > TINY) & (shares < 1 - TINY) & (errors > 0)
    safe = np.where(inside, shares, 0.5)
    middle, half = np.log(-np.log(safe)), Z95 * errors / np.abs(safe * np.log(safe))
    room = Z95**2 / (people + Z95**2)
    few = shares <= 0.5
    low = np.where(inside, np.exp(-np.exp(middle + half)), np.where(few, 0.0, 1 - room))
    high = np.where(inside, np.exp(-np.exp(middle - half)), np.where(few, room, 1.0))
    return low, high
