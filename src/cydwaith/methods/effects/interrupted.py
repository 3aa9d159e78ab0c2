"""One series with a change in it: the step and the slope, against its own past."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from ..notes import Note
from ..result import Design, Result, Sensitivity, Strength, plain
from ..student import t_quantile
from ..tables import Numbers, column, columns, numbers
from ..words import Words
from . import interrupted_notes as texts
from .chance import Z95
from .designs import INTERRUPTED
from .interrupted_notes import note, wrong
from .segments import Errors, Family, Segments, design, fitted, ljung_box
from .time_line import TimeLine, read_times

FEWEST_BEFORE = 12
FEWEST_BEFORE_SEASON = 24
FEWEST_AFTER = 6
NEAR = 2
FOLLOWS = 0.05
MOST_LAGS = 12
LEVEL, SLOPE = 2, 3
WEAK = Design("interrupted_weak", texts.WEAK, Strength.D)
SOURCE = "Lopez Bernal, Cummins and Gasparrini (2017), Int J Epidemiology 46:348; Newey and West (1987)"


@dataclass(frozen=True, slots=True)
class Interrupted:
    """``level`` is the step at the first point of the change, ``slope`` the change in slope a point.

    In the outcome's unit, or for counts as ratios (1 is no change; standard errors are on the log
    scale). ``observed``, ``fitted`` and ``without`` (as if nothing had changed) are one a point, in
    order of time. ``autocorrelation`` is the p of Ljung and Box.
    """

    level: Result
    slope: Result | None
    labels: tuple[str, ...]
    change: int
    observed: Numbers
    fitted: Numbers | None = None
    without: Numbers | None = None
    autocorrelation: float | None = None
    dispersion: float | None = None

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        found = {name: plain(getattr(self, name)) for name in self.__slots__}
        return found | {"refusals": plain(self.level.refusals)}


@dataclass(frozen=True, slots=True)
class _Series:
    """The points in order of time, and how they are to be fitted."""

    line: TimeLine
    values: Numbers
    exposure: Numbers
    change: int
    family: Family
    slope: bool
    season: float | None
    errors: Errors
    lags: int | None
    measure: Words

    def fit(self, **otherwise: bool | float | None) -> Segments | None:
        slope, season = otherwise.get("slope", self.slope), otherwise.get("season", self.season)
        form = design(len(self.values), self.change, bool(slope), season)
        return fitted(form, self.values, self.family, self.exposure, self.lags)


def interrupted(
    series: object,
    *,
    change: object,
    outcome: str = "value",
    time: str | None = None,
    family: Family = "gaussian",
    exposure: str | None = None,
    slope: bool = True,
    season: float | None = None,
    errors: Errors = "newey_west",
    lags: int | None = None,
    decided_on: object = None,
    protocol: str = "",
    other_changes: Sequence[object] = (),
    measure: Words | None = None,
) -> Interrupted:
    """What changed when something changed, in one evenly spaced series. Strength C, D if it fits badly.

    ``series`` is a list of values, or a table with ``outcome``, and ``time`` by number or date.
    ``change`` is the first time after it. ``family`` ``quasipoisson`` is for counts, with ``exposure``
    (people at risk). ``season`` in points (12 months) adds two harmonics. The date must have been
    fixed beforehand: ``decided_on``, or a ``protocol``. Refused: ``too_few_before``,
    ``too_few_after``, ``another_change_near``, ``chosen_after_looking``, ``no_fit``. Weaker (D):
    ``autocorrelation_left``. Raises ``MethodError`` with field and row.

    Source: Lopez Bernal, Cummins and Gasparrini (2017); Newey and West (1987).
    """
    _check(family, errors, season, exposure)
    line, values, at_risk = _read(series, outcome, time, family, exposure)
    if lags is not None and not 0 <= lags < len(values):
        raise wrong("wrong_lags", "lags")
    first = line.place(change, "change")
    if not 0 < first < len(values):
        raise wrong("change_outside", "change")
    asked = _Series(line, values, at_risk, first, family, slope, season, errors, lags, measure or texts.LEVEL)
    others = [(str(when), line.place(when, "other_changes")) for when in other_changes]
    refusals = _refusals(asked, others, decided_on, protocol)
    found = None if refusals else asked.fit()
    if found is None:
        return _refused(asked, refusals or [note("no_fit")])
    warnings = [note("other_changes", when=", ".join(when for when, _ in others))] if others else []
    return _answered(asked, found, warnings, _fixed(decided_on, protocol))


def _check(family: str, errors: str, season: float | None, exposure: str | None) -> None:
    if family not in get_args(Family):
        raise wrong("unknown_family", "family")
    if errors not in get_args(Errors):
        raise wrong("unknown_errors", "errors")
    if season is not None and not 4 <= season < float("inf"):
        raise wrong("wrong_season", "season")
    if exposure is not None and family != "quasipoisson":
        raise wrong("exposure_of_counts", "exposure")


def _read(
    series: object, outcome: str, time: str | None, family: Family, exposure: str | None
) -> tuple[TimeLine, Numbers, Numbers]:
    table = columns({outcome: series} if _is_list(series) else series)
    values = numbers(column(table, outcome), outcome)
    line = read_times(column(table, time) if time else np.arange(1.0, len(values) + 1), time or "time")
    at_risk = numbers(column(table, exposure), exposure) if exposure else np.ones(len(values))
    if family == "quasipoisson" and (values < 0).any():
        raise wrong("negative_count", outcome, int(np.argmax(values < 0)) + 1)
    if (at_risk <= 0).any():
        row = int(np.argmax(at_risk <= 0))
        raise wrong("no_exposure", exposure, row + 1, value=f"{at_risk[row]:g}")
    return line, values[line.order], at_risk[line.order]


def _is_list(series: object) -> bool:
    if isinstance(series, Mapping) or hasattr(series, "columns"):
        return False
    return not (isinstance(series, Sequence) and len(series) and isinstance(series[0], Mapping))


def _refusals(asked: _Series, others: list[tuple[str, int]], decided_on: object, protocol: str) -> list[Note]:
    found = []
    needed = FEWEST_BEFORE if asked.season is None else FEWEST_BEFORE_SEASON
    if asked.change < needed:
        found.append(note("too_few_before", points=asked.change, needed=needed))
    after = len(asked.values) - asked.change
    if after < FEWEST_AFTER:
        found.append(note("too_few_after", points=after, needed=FEWEST_AFTER))
    near = [when for when, place in others if abs(place - asked.change) <= NEAR]
    if near:
        found.append(note("another_change_near", near=NEAR, when=", ".join(near)))
    if not protocol.strip() and not _decided_in_time(asked.line, decided_on):
        found.append(note("chosen_after_looking"))
    return found


def _decided_in_time(line: TimeLine, decided_on: object) -> bool:
    """Before or at the last point."""
    return decided_on is not None and line.place(decided_on, "decided_on") < len(line.moments)


def _fixed(decided_on: object, protocol: str) -> Words:
    if protocol.strip():
        return _filled(texts.PROTOCOL, protocol=protocol.strip())
    return _filled(texts.DECIDED, when=decided_on)


def _filled(words: Words, **values: object) -> Words:
    return Words(words.en.format(**values), words.cy.format(**values))


def _refused(asked: _Series, refusals: list[Note]) -> Interrupted:
    level = replace(_base(asked), refusals=tuple(refusals))
    return Interrupted(level, None, asked.line.labels, asked.change, asked.values)


def _base(asked: _Series) -> Result:
    return Result(
        method="interrupted",
        measure=asked.measure,
        unit="ratio" if asked.family == "quasipoisson" else "",
        design=INTERRUPTED,
        comparison=texts.COMPARISON,
        n=len(asked.values),
        effective_n=float(len(asked.values)),
        source=SOURCE,
    )


def _answered(asked: _Series, found: Segments, warnings: list[Note], fixed: Words) -> Interrupted:
    lags = min(MOST_LAGS, max(1, len(asked.values) // 5))
    follows = ljung_box(found.residuals, lags)
    if follows < FOLLOWS:
        warnings = [*warnings, note("autocorrelation_left", p=follows)]
    base = replace(
        _base(asked),
        design=WEAK if follows < FOLLOWS else INTERRUPTED,
        assumptions=(*texts.ASSUMPTIONS, fixed),
        warnings=tuple(warnings),
        details=_details(asked, found, follows),
    )
    level = replace(_with(base, asked, found, LEVEL), sensitivities=_otherwise(asked, found))
    slope = _with(replace(base, measure=texts.SLOPE), asked, found, SLOPE) if asked.slope else None
    return Interrupted(
        level=level,
        slope=slope,
        labels=asked.line.labels,
        change=asked.change,
        observed=asked.values,
        fitted=found.fitted,
        without=_without(asked, found),
        autocorrelation=follows,
        dispersion=found.dispersion,
    )


def _details(asked: _Series, found: Segments, follows: float) -> dict[str, object]:
    return {
        "points_before": asked.change,
        "points_after": len(asked.values) - asked.change,
        "family": asked.family,
        "errors": asked.errors,
        "lags": found.lags,
        "season": asked.season,
        "dispersion": found.dispersion,
        "autocorrelation_p": follows,
        "standard_error_scale": "log" if asked.family == "quasipoisson" else "",
    }


def _with(base: Result, asked: _Series, found: Segments, which: int) -> Result:
    effect, error = float(found.effects[which]), found.error(which, asked.errors)
    middle, low, high = _scaled(asked, found, effect, error)
    return replace(base, effect=middle, standard_error=error, low=low, high=high)


def _scaled(asked: _Series, found: Segments, effect: float, error: float) -> tuple[float, float, float]:
    """With its interval: Student's t for a line, the normal on the log scale for counts."""
    if asked.family == "quasipoisson":
        return exp(effect), exp(effect - Z95 * error), exp(effect + Z95 * error)
    half = t_quantile(0.975, len(found.residuals) - len(found.effects)) * error
    return effect, effect - half, effect + half


def _without(asked: _Series, found: Segments) -> Numbers:
    """The line as it would have gone on."""
    form = design(len(asked.values), asked.change, asked.slope, asked.season)
    changed = slice(LEVEL, SLOPE + asked.slope)
    ours: NDArray[np.float64] = form[:, changed] @ found.effects[changed]
    return found.fitted * np.exp(-ours) if asked.family == "quasipoisson" else found.fitted - ours


def _otherwise(asked: _Series, found: Segments) -> tuple[Sensitivity, ...]:
    """The step with other errors, another shape, no season, and where nothing happened."""
    beside: Errors = "model" if asked.errors == "newey_west" else "newey_west"
    answers = [
        _answer("other_errors", texts.OTHER_ERRORS[asked.errors], replace(asked, errors=beside), found),
        _answer("other_shape", texts.OTHER_SLOPE[asked.slope], asked, asked.fit(slope=not asked.slope)),
    ]
    if asked.season is not None:
        answers.append(_answer("no_season", texts.NO_SEASON, asked, asked.fit(season=None)))
    early = _placebo(asked)
    return (*answers, _answer("placebo", texts.PLACEBO, early, early.fit()))


def _placebo(asked: _Series) -> _Series:
    before = asked.change
    return replace(
        asked, values=asked.values[:before], exposure=asked.exposure[:before], change=before // 2, lags=None
    )


def _answer(key: str, words: Words, asked: _Series, found: Segments | None) -> Sensitivity:
    if found is None:
        return Sensitivity(key, words, None)
    effect, error = float(found.effects[LEVEL]), found.error(LEVEL, asked.errors)
    return Sensitivity(key, words, *_scaled(asked, found, effect, error))
