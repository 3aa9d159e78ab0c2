"""Places that start at different times: group-time effects, and never two-way fixed effects."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np

from ..notes import Note
from ..result import Design, Result, Sensitivity, Strength, plain
from ..words import Words
from . import staggered_notes as texts
from .codes import labelled
from .designs import NOT_OFFERED, STAGGERED, STAGGERED_APART
from .group_sums import Pretrend, by_event, by_group, over_events, over_groups, overall, pretrend
from .group_time import FEWEST_CONTROLS, Cells, Control, Estimate, GroupTime, group_times
from .panel import Panel, read_panel
from .staggered_notes import note, wrong

FEWEST_UNITS = 10
FEWEST_STARTED = 2
SMALL_GROUP = 5
APART = 0.05
MOST_NUMBERS = 200_000_000
UNTESTED = Design("staggered_untested", texts.UNTESTED, Strength.C)
SOURCE = "Callaway and Sant'Anna (2021), Journal of Econometrics 225; no covariates"


@dataclass(frozen=True, slots=True)
class Staggered:
    """``result`` is the overall effect in the outcome's unit; the rest says when and for whom.

    ``events`` by time since the start (below 0 is before it), ``groups`` by when they began,
    ``by_groups`` and ``by_events`` are two other ways to sum up. All are empty where refused.
    """

    result: Result
    cells: tuple[GroupTime, ...] = ()
    events: Mapping[float, Result] | None = None
    groups: Mapping[float, Result] | None = None
    by_groups: Result | None = None
    by_events: Result | None = None
    pretrend: Pretrend | None = None

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        found = {name: plain(getattr(self, name)) for name in self.__slots__}
        return found | {"refusals": plain(self.result.refusals)}


def staggered(
    data: object,
    *,
    unit: str,
    time: str,
    outcome: str,
    first_treated: str,
    control: Control = "never",
    anticipation: float | None = None,
    drop_incomplete: bool = False,
    estimator: Literal["group_time", "two_way"] = "group_time",
    measure: Words | None = None,
) -> Staggered:
    """The effect of starting, in places that start at different times. Strength B.

    ``data`` has a row a unit and time; ``first_treated`` is the time of the start, 0 or nothing for
    never. ``control``: those who never start, or all who have not yet. ``anticipation``: how long
    before the start people may have acted on it; it must be stated. Standard errors are clustered by
    unit. Refused: ``two_way_refused``, ``anticipation_not_stated``, ``too_few_places``,
    ``too_few_untreated``, ``too_few_started``, ``place_mix_changed``. Weaker (D): ``moving_apart``,
    ``gap_before``. Raises ``MethodError`` with field and row.

    Source: Callaway and Sant'Anna (2021); the 12 cells of R's ``did`` on mpdta.
    """
    _check(control, anticipation, estimator)
    words = measure or texts.MEASURE
    if estimator == "two_way":
        return _refused(words, control, 0, [note("two_way_refused")], NOT_OFFERED)
    panel = read_panel(data, unit, time, outcome, first_treated)
    refusals: list[Note] = []
    warnings: list[Note] = []
    if anticipation is None:
        refusals.append(note("anticipation_not_stated"))
    panel, changed = _complete(panel, drop_incomplete)
    (warnings if drop_incomplete else refusals).extend(changed)
    panel, early = _comparable(panel, anticipation or 0)
    warnings += early
    refusals += _too_few(panel, control)
    if refusals:
        return _refused(words, control, len(panel.units), refusals)
    return _estimated(panel, control, anticipation or 0, words, warnings)


def _check(control: str, anticipation: float | None, estimator: str) -> None:
    if control not in get_args(Control):
        raise wrong("unknown_control", "control")
    if estimator not in ("group_time", "two_way"):
        raise wrong("unknown_estimator", "estimator")
    if anticipation is not None and not 0 <= anticipation < float("inf"):
        raise wrong("wrong_anticipation", "anticipation")


def _complete(panel: Panel, drop: bool) -> tuple[Panel, list[Note]]:
    missing = int((~panel.complete).sum())
    if not missing:
        return panel, []
    if drop:
        return panel.kept(panel.complete), [note("incomplete_left_out", units=missing)]
    return panel, [note("place_mix_changed", units=missing)]


def _comparable(panel: Panel, anticipation: float) -> tuple[Panel, list[Note]]:
    """Without the units that had begun before there was anything to compare with."""
    early = panel.starts <= panel.times[0] + anticipation
    if not early.any():
        return panel, []
    return panel.kept(~early), [note("began_too_early", units=int(early.sum()))]


def _too_few(panel: Panel, control: Control) -> list[Note]:
    if len(panel.times) < 2:
        raise wrong("one_time_only", "time")
    never = np.isinf(panel.starts)
    untreated = never | (panel.starts > panel.times[1]) if control == "not_yet" else never
    started = int((panel.starts <= panel.times[-1]).sum())
    found = []
    if len(panel.units) < FEWEST_UNITS:
        found.append(note("too_few_places", units=len(panel.units), needed=FEWEST_UNITS))
    if untreated.sum() < FEWEST_CONTROLS:
        found.append(note("too_few_untreated", untreated=int(untreated.sum()), needed=FEWEST_CONTROLS))
    if started < FEWEST_STARTED:
        found.append(note("too_few_started", started=started, needed=FEWEST_STARTED))
    return found


def _refused(
    words: Words, control: Control, units: int, refusals: list[Note], design: Design = STAGGERED
) -> Staggered:
    result = Result(
        method="staggered",
        measure=words,
        unit="",
        design=design,
        comparison=texts.COMPARISONS[control],
        n=units,
        effective_n=float(units),
        refusals=tuple(refusals),
        source=SOURCE,
    )
    return Staggered(result)


def _estimated(
    panel: Panel, control: Control, anticipation: float, words: Words, warnings: list[Note]
) -> Staggered:
    _small_enough(panel)
    cells = group_times(panel, control, anticipation)
    if not cells.of("after"):
        few = note("too_few_untreated", untreated=0, needed=FEWEST_CONTROLS)
        return _refused(words, control, len(panel.units), [few])
    test, headline, events = pretrend(cells), overall(cells), by_event(cells)
    design, doubts = _doubts(test, headline, events, anticipation)
    base = _base(panel, control, anticipation, words, design, [*warnings, *_gaps(panel, cells), *doubts])
    return Staggered(
        result=replace(_with(base, headline), sensitivities=_otherwise(panel, cells, control, anticipation)),
        cells=cells.cells,
        events={event: _with(base, one, _since(event)) for event, one in events.items()},
        groups={group: _with(base, one, _began(group)) for group, one in by_group(cells).items()},
        by_groups=_with(base, over_groups(cells), texts.BY_GROUPS),
        by_events=_with(base, over_events(cells), texts.BY_EVENTS),
        pretrend=test,
    )


def _small_enough(panel: Panel) -> None:
    groups = len(np.unique(panel.starts[np.isfinite(panel.starts)]))
    cells = groups * (len(panel.times) - 1)
    if cells * len(panel.units) > MOST_NUMBERS:
        raise wrong("too_large", "time", cells=cells, units=len(panel.units))


def _doubts(
    test: Pretrend | None, headline: Estimate, events: dict[float, Estimate], anticipation: float
) -> tuple[Design, list[Note]]:
    """What the time before the start says against the design."""
    before = [abs(one.effect) for event, one in events.items() if event < -anticipation]
    found = [] if test is not None else [note("pretrend_not_tested")]
    design = UNTESTED if test is None else STAGGERED
    if test is not None and test.p < APART:
        found.append(note("moving_apart", p=test.p))
    if before and max(before) > abs(headline.effect):
        found.append(note("gap_before", gap=max(before), effect=abs(headline.effect)))
    apart = any(one.code in ("moving_apart", "gap_before") for one in found)
    return STAGGERED_APART if apart else design, found


def _gaps(panel: Panel, cells: Cells) -> list[Note]:
    found = []
    if cells.without_controls:
        found.append(note("cells_without_comparison", cells=cells.without_controls, needed=FEWEST_CONTROLS))
    groups, sizes = np.unique(panel.starts[np.isfinite(panel.starts)], return_counts=True)
    small = [labelled(group) for group, size in zip(groups, sizes, strict=True) if size < SMALL_GROUP]
    if small:
        found.append(note("small_groups", needed=SMALL_GROUP, groups=", ".join(small)))
    return found


def _base(
    panel: Panel,
    control: Control,
    anticipation: float,
    words: Words,
    design: Design,
    warnings: list[Note],
) -> Result:
    return Result(
        method="staggered",
        measure=words,
        unit="",
        design=design,
        comparison=texts.COMPARISONS[control],
        n=len(panel.units),
        effective_n=float(len(panel.units)),
        assumptions=(*texts.ASSUMPTIONS, _unaware(anticipation)),
        warnings=tuple(warnings),
        source=SOURCE,
        details={
            "times": len(panel.times),
            "never_started": int(np.isinf(panel.starts).sum()),
            "control": control,
            "anticipation": anticipation,
        },
    )


def _unaware(anticipation: float) -> Words:
    if not anticipation:
        return texts.NO_ANTICIPATION
    return _filled(texts.ANTICIPATION, anticipation=anticipation)


def _since(event: float) -> Words:
    return _filled(texts.SINCE, event=event)


def _began(group: float) -> Words:
    return _filled(texts.BEGAN, group=labelled(group))


def _filled(words: Words, **values: object) -> Words:
    return Words(words.en.format(**values), words.cy.format(**values))


def _with(base: Result, one: Estimate, measure: Words | None = None) -> Result:
    return replace(
        base,
        measure=measure or base.measure,
        effect=one.effect,
        standard_error=one.standard_error,
        low=one.low,
        high=one.high,
    )


def _otherwise(panel: Panel, cells: Cells, control: Control, anticipation: float) -> tuple[Sensitivity, ...]:
    """The same cells summed in other ways, and the other comparison."""
    other = group_times(panel, "not_yet" if control == "never" else "never", anticipation)
    beside = overall(other) if other.of("after") else None
    return (
        _answer("by_groups", texts.BY_GROUPS, over_groups(cells)),
        _answer("by_events", texts.BY_EVENTS, over_events(cells)),
        _answer("other_comparison", texts.OTHER_CONTROL[control], beside),
    )


def _answer(key: str, words: Words, one: Estimate | None) -> Sensitivity:
    if one is None:
        return Sensitivity(key, words, None)
    return Sensitivity(key, words, one.effect, one.low, one.high)
