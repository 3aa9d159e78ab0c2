"""XmR charts: is this place changing, or is it only varying?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..notes import Note
from ..result import plain
from ..tables import numbers
from . import signals
from .notes import note, wrong
from .rules import RULE_SETS, RuleSet

Better = Literal["high", "low"]
Values = NDArray[np.float64]
Names = NDArray[np.str_]
LIMIT = 2.66
SCREEN = 3.267
NAMES = ("outside", "trend", "two_of_three", "shift")
"""In the order in which one of several names a point."""


@dataclass(frozen=True, slots=True)
class Recalculation:
    """New limits from a point (counted from 1) on, because of a change that was written down."""

    point: int
    reason: str


@dataclass(frozen=True, slots=True)
class Signals:
    """One mark a point: 1 above or rising, -1 below or falling, 0 for no signal."""

    outside: NDArray[np.int8]
    trend: NDArray[np.int8]
    two_of_three: NDArray[np.int8]
    shift: NDArray[np.int8]

    def each(self) -> list[NDArray[np.int8]]:
        """The four, in the order in which one of them names a point."""
        return [self.outside, self.trend, self.two_of_three, self.shift]


@dataclass(frozen=True, slots=True)
class Chart:
    """One value a point: arrays of the length of the series.

    ``mean``, ``lower``, ``upper`` are in the unit of the values (NaN where there are no limits).
    ``signal`` is the one of ``signals`` that names the point ("" for none) and ``kind`` what it
    means: ``common_cause``, ``improvement``, ``concern``, ``neutral_high``, ``neutral_low``.
    ``variation`` and ``assurance`` (``pass``, ``fail``, ``inconsistent``) are the two icons.
    """

    rules: str
    better: Better | None
    values: Values
    mean: Values
    lower: Values
    upper: Values
    signals: Signals
    signal: Names
    kind: Names
    variation: str | None
    assurance: str | None
    target: float | None
    recalculated: tuple[Recalculation, ...]
    notes: tuple[Note, ...]
    refusals: tuple[Note, ...]
    strength: str = "signal, not cause"

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def xmr(
    values: object,
    *,
    rules: str = "mdc-2023",
    better: Better | None = None,
    target: float | None = None,
    baseline: int | None = None,
    recalculate: Sequence[Recalculation] = (),
    screen: bool | None = None,
) -> Chart:
    """Judge a series of values in order of time, one a month or week.

    Limits are mean +/- 2.66 x the mean moving range, of the first ``baseline`` points where given,
    anew from each recorded change. ``screen`` drops large moving ranges once, or not, whatever the
    rule set does. Below 13 points there are no limits. Raises ``MethodError``:
    ``unknown_rules``, ``which_way_is_better``, ``missing_value``, ``change_needs_reason``,
    ``change_outside``, ``baseline_too_short``.

    Source: Wheeler (XmR); NHS England Making Data Count; NHSRplotthedots 0.2.2.
    """
    if rules not in RULE_SETS:
        raise wrong("unknown_rules", "rules", rules=rules, known=", ".join(RULE_SETS))
    if better not in (None, "high", "low"):
        raise wrong("which_way_is_better", "better")
    found, chosen = numbers(values, "values"), RULE_SETS[rules]
    if screen is not None:
        chosen = replace(chosen, screens=screen)
    _check(found, recalculate, baseline, chosen)
    wanted = target if target is None else float(numbers([target], "target")[0])
    if len(found) < chosen.fewest:
        return _dots(found, chosen, better, wanted)
    kept, notes = _lasting(recalculate, len(found), chosen)
    return _judged(found, chosen, better, wanted, baseline, kept, notes)


def _check(values: Values, changes: Sequence[Recalculation], baseline: int | None, rules: RuleSet) -> None:
    if baseline is not None and not 2 <= baseline <= len(values):
        raise wrong("baseline_too_short", "baseline", points=len(values))
    last = rules.fewest
    for change in changes:
        if not last < change.point <= len(values):
            raise wrong(
                "change_outside", "recalculate", change.point, first=rules.fewest + 1, points=len(values)
            )
        if not change.reason.strip():
            raise wrong("change_needs_reason", "recalculate", change.point)
        last = change.point


def _lasting(
    changes: Sequence[Recalculation], points: int, rules: RuleSet
) -> tuple[tuple[Recalculation, ...], list[Note]]:
    """The changes with enough points after them for limits of their own."""
    ends = [*(change.point for change in changes[1:]), points + 1]
    kept, notes = [], []
    for change, end in zip(changes, ends, strict=False):
        if end - change.point >= rules.fewest:
            kept.append(change)
        else:
            since = end - change.point
            notes.append(note("change_too_recent", points=since, row=change.point, needed=rules.fewest))
    return tuple(kept), notes


def _dots(values: Values, rules: RuleSet, better: Better | None, target: float | None) -> Chart:
    nothing, none = np.full(len(values), np.nan), np.zeros(len(values), dtype=np.int8)
    names = np.full(len(values), "")
    return Chart(
        rules=rules.key,
        better=better,
        values=values,
        mean=nothing,
        lower=nothing,
        upper=nothing,
        signals=Signals(none, none, none, none),
        signal=names,
        kind=names,
        variation=None,
        assurance=None,
        target=target,
        recalculated=(),
        notes=(),
        refusals=(note("too_few_points", points=len(values), needed=rules.fewest),),
    )


def _judged(
    values: Values,
    rules: RuleSet,
    better: Better | None,
    target: float | None,
    baseline: int | None,
    changes: tuple[Recalculation, ...],
    notes: list[Note],
) -> Chart:
    edges = [0, *(change.point - 1 for change in changes), len(values)]
    stretches = [values[start:end] for start, end in pairwise(edges)]
    limits = [_limits(one[:baseline], rules) for one in stretches]
    sizes = [len(one) for one in stretches]
    mean = np.repeat([middle for middle, _ in limits], sizes)
    half = np.repeat([width for _, width in limits], sizes)
    found = _signals(stretches, limits, rules)
    if not half.all():
        notes = [*notes, note("flat_line")]
    signal = np.select([flags != 0 for flags in found.each()], NAMES, default="")
    kind = _kinds(found, signal, rules, better)
    return Chart(
        rules=rules.key,
        better=better,
        values=values,
        mean=mean,
        lower=mean - half,
        upper=mean + half,
        signals=found,
        signal=signal,
        kind=kind,
        variation=str(kind[-1]),
        assurance=_assurance(mean[-1] - half[-1], mean[-1] + half[-1], target, better),
        target=target,
        recalculated=changes,
        notes=(*notes, note("signal_not_cause")),
        refusals=(),
    )


def _signals(stretches: list[Values], limits: list[tuple[float, float]], rules: RuleSet) -> Signals:
    """Runs end where new limits begin."""
    parts = [_within(values, *limit, rules) for values, limit in zip(stretches, limits, strict=True)]
    return Signals(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _within(values: Values, middle: float, half: float, rules: RuleSet) -> list[NDArray[np.int8]]:
    mean = np.full(len(values), middle)
    lower, upper, side = mean - half, mean + half, signals.sides(values, mean)
    return [
        signals.outside(values, lower, upper),
        signals.trend(values, rules),
        signals.two_of_three(values, mean, upper, side, rules),
        signals.shift(side, rules),
    ]


def _limits(values: Values, rules: RuleSet) -> tuple[float, float]:
    """The mean, and how far the limits are from it."""
    moving = np.abs(np.diff(values))
    typical = float(moving.mean())
    if rules.screens and typical > 0:
        typical = float(moving[moving < SCREEN * typical].mean())
    return float(values.mean()), LIMIT * typical


def _kinds(found: Signals, signal: Names, rules: RuleSet, better: Better | None) -> Names:
    """What each point means; under ``mdc-2023`` a point that is both is an improvement."""
    named = np.select([signal == name for name in NAMES], found.each())
    good = {"high": 1, "low": -1}.get(better or "", 0)
    if not good:
        return np.select([named > 0, named < 0], ["neutral_high", "neutral_low"], default="common_cause")
    if rules.key == "mdc-2023":
        named = np.where(np.any([flags == good for flags in found.each()], axis=0), good, named)
    return np.select([named == good, named == -good], ["improvement", "concern"], default="common_cause")


def _assurance(lower: float, upper: float, target: float | None, better: Better | None) -> str | None:
    """Whether the process, as it is, will meet the target: always, never, or by chance."""
    if target is None or better is None:
        return None
    if lower <= target <= upper:
        return "inconsistent"
    return "pass" if (lower > target) == (better == "high") else "fail"
