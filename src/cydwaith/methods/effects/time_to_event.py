"""How long until a job (or until one is lost): shares by time, mean time, and how groups differ."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import exp, sqrt
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from ..notes import Note
from ..result import Design, Result, Sensitivity, Strength, plain
from ..tables import Numbers, numbers
from ..words import Words
from . import time_to_event_notes as texts
from .chance import Z95, within
from .designs import TIME_TO_EVENT
from .followed import Group, read_groups, reference_first
from .hazards import Hazard, LogRank, hazard_ratio, log_rank
from .incidence import HAPPENED, NOT_SEEN, Incidence, share_within
from .time_to_event_notes import filled, note, wrong

Curve = Literal["survival", "incidence", "one_minus_km"]
STARTS = ("referral", "assignment")
MOST_LOST = 20
FEW_PEOPLE = 10
RANDOMISED = Design("time_to_event_randomised", texts.RANDOMISED, Strength.A)
SOURCE = (
    "Kaplan and Meier (1958); Aalen and Johansen (1978); "
    "Royston and Parmar (2013), BMC Med Res Methodology 13:152"
)
Measured = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Steps:
    """One group's curve: at each time, the share (still without, or with, the event) and its interval."""

    group: str
    people: int
    events: int
    others: int
    lost: int
    times: Numbers
    at_risk: Numbers
    shares: Numbers
    low: Numbers
    high: Numbers


@dataclass(frozen=True, slots=True)
class TimeToEvent:
    """``result`` is the first difference in mean time, or with one group its mean time.

    ``curve`` says whether shares are those without the event or with it. ``means`` is one a group,
    ``differences`` one a group but the reference, ``shares`` one a group and time asked for.
    ``refusals`` are what was asked and not given, ``result`` standing or not.
    """

    result: Result
    curve: Literal["survival", "incidence"] = "survival"
    curves: tuple[Steps, ...] = ()
    means: tuple[Result, ...] = ()
    differences: tuple[Result, ...] = ()
    shares: tuple[Result, ...] = ()
    log_rank: LogRank | None = None
    hazard_ratio: Result | None = None
    refusals: tuple[Note, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class _Asked:
    """The whole question."""

    groups: tuple[Group, ...]
    until: float
    clock: str
    competing: bool
    rising: bool
    design: Design

    def mean(self, found: Incidence) -> Measured:
        """Mean time without the event; with competing events, since it."""
        since = found.time_since(self.until)
        return since if self.competing else self.until - since, found.error_since(self.until)

    def share(self, found: Incidence, when: float) -> Measured:
        by = found.by(when)
        return by if self.rising else 1 - by, found.error_by(when)


def time_to_event(
    data: object,
    *,
    time: str,
    event: str,
    until: float,
    group: str | None = None,
    clock: str | None = None,
    at: Sequence[float] = (),
    reference: object = None,
    curve: Curve | None = None,
    hazard_ratio: bool = False,
    randomised: bool = False,
) -> TimeToEvent:
    """Time from referral or assignment to an event, until ``until`` at most. It describes (E).

    ``data`` has one row a person; ``event`` is 0 not seen to happen (by then, or lost), 1 happened,
    any other whole number something that came first (competing). ``clock`` says where time starts.
    ``at`` are times at which to give shares. ``randomised`` (groups made by chance) makes the
    difference strength A. Refused: ``clock_not_stated``, ``immortal_time``, ``too_many_lost`` (best
    and worst case instead), ``follow_up_too_short``, ``hazards_cross``, ``one_minus_km``. Raises
    ``MethodError`` with field and row.

    Source: Kaplan and Meier (1958), Greenwood (1926), Aalen and Johansen (1978), Mantel (1966).
    """
    if curve is not None and curve not in get_args(Curve):
        raise wrong("unknown_curve", "curve")
    groups = read_groups(data, time, event, group, until)
    competing = any((one.codes > HAPPENED).any() for one in groups)
    rising = competing or curve in ("incidence", "one_minus_km")
    design = RANDOMISED if randomised and len(groups) > 1 else TIME_TO_EVENT
    asked = _Asked(reference_first(groups, reference), until, clock or "", competing, rising, design)
    refusals = _refusals(asked)
    if refusals:
        base = replace(_base(asked, asked.groups[0]), refusals=tuple(refusals))
        return TimeToEvent(base, refusals=tuple(refusals))
    return _answered(asked, _times(at, until), curve, hazard_ratio)


def _times(at: Sequence[float], until: float) -> list[float]:
    found = numbers(at, "at").tolist() if len(at) else []
    for row, when in enumerate(found, start=1):
        if not 0 <= when <= until:
            raise wrong("time_outside", "at", row, value=when)
    return found


def _refusals(asked: _Asked) -> list[Note]:
    """What stops every answer."""
    found = []
    if not asked.clock:
        found.append(note("clock_not_stated"))
    elif asked.clock not in STARTS:
        found.append(note("immortal_time", clock=asked.clock))
    for one in asked.groups:
        last = float(one.times.max())
        if last < asked.until and (one.codes[one.times == last] == NOT_SEEN).any():
            found.append(note("follow_up_too_short", group=one.name, last=last, until=asked.until))
    return found


def _base(asked: _Asked, one: Group) -> Result:
    people = len(one.times)
    mean = texts.MEAN_SINCE if asked.competing else texts.MEAN_TIME
    clock = texts.CLOCKS.get(asked.clock)
    return Result(
        method="time_to_event",
        measure=filled(mean, until=asked.until),
        unit="",
        design=TIME_TO_EVENT,
        comparison=filled(texts.OF, group=one.name),
        n=people,
        effective_n=float(people),
        assumptions=() if clock is None else _assumptions(clock),
        warnings=_warnings(one),
        source=SOURCE,
    )


def _assumptions(clock: Words) -> tuple[Words, ...]:
    lost, starts = texts.ASSUMPTIONS
    return lost, Words(starts.en.format(clock=clock.en), starts.cy.format(clock=clock.cy))


def _warnings(one: Group) -> tuple[Note, ...]:
    lost, found = int(one.lost.sum()), []
    if lost:
        found.append(note("some_lost", lost=lost))
    if not (one.codes == HAPPENED).any():
        found.append(note("no_events", group=one.name))
    if len(one.times) < FEW_PEOPLE:
        found.append(note("few_people", needed=FEW_PEOPLE, group=one.name))
    return tuple(found)


def _answered(asked: _Asked, at: list[float], curve: Curve | None, ratio: bool) -> TimeToEvent:
    first, *rest = asked.groups
    means = tuple(_mean(asked, one) for one in asked.groups)
    differences = tuple(_difference(asked, one, first) for one in rest)
    shares = tuple(_share(asked, one, when) for one in asked.groups for when in at)
    hazard = _hazard(asked) if ratio else None
    result = differences[0] if differences else means[0]
    refusals = list(result.refusals)
    if asked.competing and curve in ("survival", "one_minus_km"):
        refusals.append(note("one_minus_km"))
    if hazard is not None:
        refusals += hazard.refusals
    return TimeToEvent(
        result=result,
        curve="incidence" if asked.rising else "survival",
        curves=tuple(_curve(asked, one) for one in asked.groups),
        means=means,
        differences=differences,
        shares=shares,
        log_rank=_log_rank(asked),
        hazard_ratio=hazard,
        refusals=tuple(refusals),
    )


def _mean(asked: _Asked, one: Group) -> Result:
    value, error = asked.mean(one.seen)
    base = _base(asked, one)
    low, high = within(value, error)
    ends = max(low, 0.0), min(high, asked.until)
    return _unless_lost(
        _with(base, value, error, *ends), (one,), _cases(one, lambda found: asked.mean(found)[0])
    )


def _share(asked: _Asked, one: Group, when: float) -> Result:
    value, error = asked.share(one.seen, when)
    measure = filled(texts.HAD if asked.rising else texts.STILL, when=when)
    base = replace(_base(asked, one), measure=measure)
    low, high = share_within(np.array([value]), np.array([error]), len(one.times))
    cases = _cases(one, lambda found: asked.share(found, when)[0])
    return _unless_lost(_with(base, value, error, float(low[0]), float(high[0])), (one,), cases)


def _difference(asked: _Asked, one: Group, other: Group) -> Result:
    (ours, our_error), (theirs, their_error) = asked.mean(one.seen), asked.mean(other.seen)
    error = sqrt(our_error**2 + their_error**2)
    people = len(one.times) + len(other.times)
    untested = (note("no_log_rank"),) if asked.competing else ()
    base = replace(
        _base(asked, one),
        design=asked.design,
        comparison=filled(texts.AGAINST, group=one.name, other=other.name),
        n=people,
        effective_n=float(people),
        warnings=(*_warnings(other), *_warnings(one), *untested),
        details={"group": one.name, "reference": other.name, "means": [ours, theirs]},
    )
    found = _with(base, ours - theirs, error, *within(ours - theirs, error))
    return _unless_lost(found, (one, other), _extremes(asked, one, other))


def _with(base: Result, value: float, error: float, low: float, high: float) -> Result:
    return replace(base, effect=value, standard_error=error, low=low, high=high)


def _cases(one: Group, measured: Callable[[Incidence], float]) -> tuple[Sensitivity, ...]:
    if not one.lost.any():
        return ()
    return (
        Sensitivity("lost_never", texts.LOST_NEVER, measured(one.if_lost(at_once=False))),
        Sensitivity("lost_at_once", texts.LOST_AT_ONCE, measured(one.if_lost(at_once=True))),
    )


def _extremes(asked: _Asked, one: Group, other: Group) -> tuple[Sensitivity, ...]:
    if not one.lost.any() and not other.lost.any():
        return ()
    names = {"group": one.name, "other": other.name}

    def apart(at_once: bool) -> float:
        ours, theirs = one.if_lost(at_once), other.if_lost(not at_once)
        return asked.mean(ours)[0] - asked.mean(theirs)[0]

    return (
        Sensitivity("lost_never", filled(texts.LOST_LOW, **names), apart(at_once=False)),
        Sensitivity("lost_at_once", filled(texts.LOST_HIGH, **names), apart(at_once=True)),
    )


def _unless_lost(found: Result, groups: Sequence[Group], cases: tuple[Sensitivity, ...]) -> Result:
    """No single number where too many were lost; the two cases stay."""
    refusals = []
    for one in groups:
        percent = 100 * float(one.lost.mean())
        if percent > MOST_LOST:
            refusals.append(note("too_many_lost", percent=percent, group=one.name, most=MOST_LOST))
    found = replace(found, sensitivities=cases)
    if not refusals:
        return found
    return replace(
        found, effect=None, standard_error=None, low=None, high=None, refusals=tuple(refusals), details={}
    )


def _curve(asked: _Asked, one: Group) -> Steps:
    seen = one.seen
    shares = seen.share if asked.rising else 1 - seen.share
    people = len(one.times)
    low, high = share_within(shares, seen.errors(), people)
    return Steps(
        group=one.name,
        people=people,
        events=int(seen.events.sum()),
        others=int(seen.others.sum()),
        lost=int(one.lost.sum()),
        times=seen.times,
        at_risk=seen.at_risk,
        shares=shares,
        low=low,
        high=high,
    )


def _joined(asked: _Asked) -> tuple[Numbers, NDArray[np.bool_], NDArray[np.int64]]:
    times = np.concatenate([one.times for one in asked.groups])
    codes = np.concatenate([one.codes for one in asked.groups])
    sizes = [len(one.times) for one in asked.groups]
    return times, codes == HAPPENED, np.repeat(np.arange(len(sizes)), sizes)


def _log_rank(asked: _Asked) -> LogRank | None:
    if asked.competing or len(asked.groups) < 2:
        return None
    return log_rank(*_joined(asked))


def _hazard(asked: _Asked) -> Result:
    base = replace(_base(asked, asked.groups[-1]), measure=texts.HAZARD, unit="ratio", design=asked.design)
    if asked.competing:
        return replace(base, refusals=(note("hazard_ratio_competing"),))
    times, happened, groups = _joined(asked)
    found = hazard_ratio(times, happened, groups == 1) if len(asked.groups) == 2 else None
    if found is None:
        return replace(base, refusals=(note("hazard_ratio_two_groups"),))
    ours, theirs = asked.groups[1].name, asked.groups[0].name
    base = replace(
        base,
        comparison=filled(texts.AGAINST, group=ours, other=theirs),
        n=len(times),
        effective_n=float(len(times)),
    )
    return _rated(base, found)


def _rated(base: Result, found: Hazard) -> Result:
    if found.crosses:
        return replace(base, refusals=(note("hazards_cross", early=found.early, late=found.late),))
    warnings = base.warnings
    if found.differs:
        warnings = (*warnings, note("hazards_change", early=found.early, late=found.late))
    half = Z95 * found.standard_error
    ends = exp(found.log_ratio - half), exp(found.log_ratio + half)
    return replace(
        _with(base, exp(found.log_ratio), found.standard_error, *ends),
        warnings=warnings,
        details={"standard_error_scale": "log", "early": found.early, "late": found.late},
    )
