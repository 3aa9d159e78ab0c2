"""Many people's change: the same person, the same instrument, before and after. Nothing else."""

from collections.abc import Hashable, Iterable
from dataclasses import asdict, dataclass, replace
from math import sqrt
from statistics import fmean, stdev

from ..notes import Note
from ..student import t_quantile
from ..survey import Percentage, percentage
from ..words import Words
from .catalogue import instrument as find
from .change import Direction, direction_of, refuse_unlike, same_items, shared_goals
from .instrument import Better, Instrument, Scale
from .notes import MeasureError, note, wrong
from .scoring import Scored

FEWEST_PAIRS = 2
LOW_RESPONSE = 60
Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """One person's scored answer set; ``person`` is any identifier."""

    person: Hashable
    scored: Scored


@dataclass(frozen=True, slots=True)
class ScaleChange:
    """The change of everybody who has both readings on one scale.

    ``mean_change`` is after minus before, with its 95% interval (t); all None when there are too
    few pairs. ``direction`` says which way that is; ``clear`` whether the interval leaves out 0.
    """

    scale: str
    words: Words
    better: Better
    pairs: int
    baseline: int
    response: Percentage | None
    mean_before: float | None = None
    mean_after: float | None = None
    mean_change: float | None = None
    low: float | None = None
    high: float | None = None
    direction: Direction | None = None
    clear: bool | None = None
    notes: tuple[Note, ...] = ()
    refusals: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class PairedChange:
    """The result: one line a scale, with what was left out. Strength E: change, not cause."""

    instrument: str
    baseline: int
    scales: tuple[ScaleChange, ...]
    notes: tuple[Note, ...]
    design: str = "before and after, the same people"
    strength: str = "E"

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return asdict(self)


def paired_change(
    before: Iterable[Reading], after: Iterable[Reading], *, fewest: int = FEWEST_PAIRS
) -> PairedChange:
    """Mean change on each scale over the people who have both readings.

    One reading a person on each side, all of one instrument. Pairs whose version, language or
    items differ are left out and counted. Raises ``MeasureError``: ``nothing_to_compare``,
    ``different_instrument``, ``same_person_twice``.
    """
    first, last = _by_person(before), _by_person(after)
    if not first:
        raise wrong("nothing_to_compare")
    definition = _one_instrument([*first.values(), *last.values()])
    both = [(first[person], last[person]) for person in first if person in last]
    alike = [pair for pair in both if _alike(definition, *pair)]
    needed = max(fewest, FEWEST_PAIRS)
    scales = tuple(_scale_change(definition, one, first, alike, needed) for one in _compared(definition))
    return PairedChange(definition.key, len(first), scales, _notes(both, alike, len(last)))


def _by_person(readings: Iterable[Reading]) -> dict[Hashable, Scored]:
    found: dict[Hashable, Scored] = {}
    for row, reading in enumerate(readings, start=1):
        if reading.person in found:
            raise wrong("same_person_twice", row=row)
        found[reading.person] = reading.scored
    return found


def _one_instrument(readings: list[Scored]) -> Instrument:
    keys = {reading.instrument for reading in readings}
    if len(keys) != 1:
        raise wrong("different_instrument")
    return find(keys.pop())


def _alike(definition: Instrument, before: Scored, after: Scored) -> bool:
    try:
        refuse_unlike(definition, before, after)
    except MeasureError:
        return False
    return definition.own is not None or any(same_items(one, before, after) for one in definition.scales)


def _compared(definition: Instrument) -> list[Scale | None]:
    """The scales to compare; None stands for the person's own items together."""
    if definition.own is not None:
        return [None]
    return [scale for scale in definition.scales if scale.better is not None]


def _scale_change(
    definition: Instrument,
    scale: Scale | None,
    first: dict[Hashable, Scored],
    alike: list[tuple[Scored, Scored]],
    fewest: int,
) -> ScaleChange:
    if scale is None:
        pairs, baseline = _goal_pairs(alike), len(first)
        key, words, better = definition.key, definition.name, _own_better(definition)
    else:
        pairs = [_values(scale, *pair) for pair in alike if same_items(scale, *pair)]
        baseline = sum(_has(scale, reading) for reading in first.values())
        key, words, better = scale.key, scale.words, scale.better or "high"
    base = ScaleChange(key, words, better, len(pairs), baseline, _response(len(pairs), baseline))
    return _with_mean(definition, base, pairs, fewest)


def _own_better(definition: Instrument) -> Better:
    return definition.own.better if definition.own is not None else "high"


def _goal_pairs(alike: list[tuple[Scored, Scored]]) -> list[Pair]:
    people = [shared_goals(*pair) for pair in alike]
    return [(fmean(g[0] for g in goals), fmean(g[1] for g in goals)) for goals in people if goals]


def _values(scale: Scale, before: Scored, after: Scored) -> Pair:
    return before.score(scale.key).value, after.score(scale.key).value


def _has(scale: Scale, reading: Scored) -> bool:
    return any(score.scale == scale.key for score in reading.scores)


def _response(pairs: int, baseline: int) -> Percentage | None:
    return percentage(pairs, baseline) if baseline else None


def _with_mean(definition: Instrument, base: ScaleChange, pairs: list[Pair], fewest: int) -> ScaleChange:
    if len(pairs) < fewest:
        refusal = note("too_few_pairs", pairs=len(pairs), needed=fewest)
        return replace(base, refusals=(refusal,))
    changes = [after - before for before, after in pairs]
    mean = fmean(changes)
    half = t_quantile(0.975, len(changes) - 1) * stdev(changes) / sqrt(len(changes))
    return replace(
        base,
        mean_before=fmean(before for before, _ in pairs),
        mean_after=fmean(after for _, after in pairs),
        mean_change=mean,
        low=mean - half,
        high=mean + half,
        direction=direction_of(mean if base.better == "high" else -mean),
        clear=mean - half > 0 or mean + half < 0,
        notes=_scale_notes(definition, base),
    )


def _scale_notes(definition: Instrument, base: ScaleChange) -> tuple[Note, ...]:
    notes = []
    if base.pairs < definition.fewest_pairs_advised:
        notes.append(note("fewer_than_advised", pairs=base.pairs, advised=definition.fewest_pairs_advised))
    if base.response is not None and base.response.percent < LOW_RESPONSE:
        notes.append(note("low_response"))
    return tuple(notes)


def _notes(
    both: list[tuple[Scored, Scored]], alike: list[tuple[Scored, Scored]], after: int
) -> tuple[Note, ...]:
    notes = [note("not_cause")]
    if after > len(both):
        notes.append(note("left_unpaired", count=after - len(both)))
    if len(both) > len(alike):
        notes.append(note("left_unlike", count=len(both) - len(alike)))
    return tuple(notes)
