"""One run of equal shares with one share a voter: fast in floats, or exact in fractions."""

from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush
from math import inf

import numpy as np
from numpy.typing import NDArray

from .election import Election

CLOSE = 1e-9
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bought:
    """What was bought, in order, the most that one supporter of each paid, and what each type has left."""

    keys: list[str]
    payments: list[Fraction]
    left: list[Fraction]


class Shares:
    """An election laid out for many runs: for each project its supporters' types, numbers and
    satisfaction."""

    def __init__(self, election: Election, satisfaction: str) -> None:
        self.keys = [one.key for one in election.projects]
        self.costs = [one.cost for one in election.projects]
        self.numbers = np.array([count for _, count in election.types], dtype=np.float64)
        number = {key: n for n, key in enumerate(self.keys)}
        who: list[list[int]] = [[] for _ in self.keys]
        like: list[list[float]] = [[] for _ in self.keys]
        for at, (ballot, _) in enumerate(election.types):
            for key, points in ballot:
                n = number[key]
                who[n].append(at)
                like[n].append(self._liking(n, points, satisfaction))
        self.who = [np.array(found, dtype=np.intp) for found in who]
        self.like = [np.array(found, dtype=np.float64) for found in like]
        self.count = [self.numbers[found] for found in self.who]
        self.votes = [float(found.sum()) for found in self.count]
        self.alike = satisfaction != "points"

    def _liking(self, n: int, points: float, satisfaction: str) -> float:
        return {"cost": float(self.costs[n]), "number": 1.0}.get(satisfaction, points)

    def order(self, n: int) -> tuple[float, Fraction, str]:
        """What decides between level projects."""
        return -self.votes[n], self.costs[n], self.keys[n]

    def run(self, share: float) -> list[str]:
        """What is bought, in order."""
        left = np.full(len(self.numbers), share)
        bought: list[str] = []
        waiting = [(0.0, n) for n in range(len(self.keys)) if len(self.who[n])]
        heapify(waiting)
        while (found := self._cheapest(waiting, left)) is not None:
            n, rate = found
            left[self.who[n]] -= np.minimum(left[self.who[n]], rate * self.like[n])
            bought.append(self.keys[n])
        return bought

    def _cheapest(self, waiting: list[tuple[float, int]], left: Floats) -> tuple[int, float] | None:
        """Take the project with the lowest price; prices only rise, so the last ones are bounds."""
        seen: list[tuple[float, int]] = []
        best = inf
        while waiting and waiting[0][0] <= best * (1 + CLOSE):
            _, n = heappop(waiting)
            rate = self.rate(n, left)
            if rate is not None:
                seen.append((rate, n))
                best = min(best, rate)
        level = [one for one in seen if one[0] <= best * (1 + CLOSE)]
        chosen = min(level, key=lambda one: self.order(one[1]), default=None)
        for one in seen:
            if one != chosen:
                heappush(waiting, one)
        return None if chosen is None else (chosen[1], chosen[0])

    def rate(self, n: int, left: Floats) -> float | None:
        """The lowest price of a unit at which the supporters can pay for it; None when they cannot."""
        cost, have, like, count = float(self.costs[n]), left[self.who[n]], self.like[n], self.count[n]
        together = float(have @ count)
        if together < cost * (1 - CLOSE):
            return None
        if self.alike:
            even = cost / self.votes[n]
            if have.min() >= even:
                return even / float(like[0])
        return self._uneven(cost, have, like, count)

    def _uneven(self, cost: float, have: Floats, like: Floats, count: Floats) -> float:
        """Some pay all that they have; the others the same price for a unit."""
        order = np.argsort(have / like, kind="stable")
        have, like, count = have[order], like[order], count[order]
        gone = np.concatenate(([0.0], np.cumsum(have * count)[:-1]))
        units = np.cumsum((like * count)[::-1])[::-1]
        rates = (cost - gone) / units
        able = np.flatnonzero(rates <= have / like * (1 + CLOSE))
        return float(rates[able[0]]) if len(able) else float(have[-1] / like[-1])


def exact(election: Election, satisfaction: str, share: Fraction) -> Bought:
    """The same run in fractions, from the definition: the proof of what floats found."""
    left = [share] * len(election.types)
    cost = {one.key: one.cost for one in election.projects}
    votes = election.votes()
    supporters: dict[str, list[tuple[int, int, Fraction]]] = {one.key: [] for one in election.projects}
    for at, (ballot, count) in enumerate(election.types):
        for key, points in ballot:
            like = {"cost": cost[key], "number": Fraction(1)}.get(satisfaction, Fraction(points))
            supporters[key].append((at, count, like))
    found = Bought([], [], left)
    bounds: dict[str, Fraction] = {key: Fraction(0) for key, found in supporters.items() if found}
    while (best := _cheapest(bounds, supporters, cost, votes, left)) is not None:
        key, rate = best
        found.keys.append(key)
        found.payments.append(max(min(left[at], rate * like) for at, _, like in supporters[key]))
        for at, _, like in supporters[key]:
            left[at] -= min(left[at], rate * like)
        del bounds[key]
    return found


def _cheapest(
    bounds: dict[str, Fraction],
    supporters: dict[str, list[tuple[int, int, Fraction]]],
    cost: dict[str, Fraction],
    votes: dict[str, int],
    left: list[Fraction],
) -> tuple[str, Fraction] | None:
    """The project with the lowest price; prices only ever rise, so the last ones are bounds."""
    best: tuple[Fraction, int, Fraction, str] | None = None
    for key in sorted(bounds, key=lambda key: bounds[key]):
        if best is not None and bounds[key] > best[0]:
            break
        rate = _rate(cost[key], supporters[key], left)
        if rate is None:
            del bounds[key]
            continue
        bounds[key] = rate
        found = (rate, -votes[key], cost[key], key)
        best = found if best is None or found < best else best
    return None if best is None else (best[3], best[0])


def _rate(cost: Fraction, found: list[tuple[int, int, Fraction]], left: list[Fraction]) -> Fraction | None:
    if sum(left[at] * count for at, count, _ in found) < cost:
        return None
    ordered = sorted(found, key=lambda one: left[one[0]] / one[2])
    rest, units = cost, sum(count * like for _, count, like in ordered)
    for at, count, like in ordered:
        rate = rest / units
        if rate * like <= left[at]:
            return Fraction(rate)
        rest -= left[at] * count
        units -= count * like
    return None
