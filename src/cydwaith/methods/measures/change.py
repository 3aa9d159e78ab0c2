"""One person's change between two readings, and whether a published rule calls it large enough."""

from dataclasses import asdict, dataclass
from math import isfinite, sqrt
from typing import Literal

from ..notes import Note
from .catalogue import instrument as find
from .instrument import ChangeRule, Instrument, Scale
from .notes import note, wrong
from .scoring import Scored

Direction = Literal["better", "worse", "same"]


@dataclass(frozen=True, slots=True)
class Change:
    """Two readings of one person on one scale.

    ``change`` is after minus before, in points of the scale; ``improvement`` the same with
    plus for better. ``verdict`` is ``no_published_threshold`` or a kind with what it found,
    such as ``reliable_improvement``, ``possible_deterioration``, ``no_important_change``.
    ``reliable_recovery`` is reliable improvement *and* crossing out of caseness: never the same
    as ``reliable_improvement`` alone. None means that no published rule answers it.
    """

    instrument: str
    scale: str
    before: float
    after: float
    change: float
    improvement: float
    direction: Direction
    verdict: str
    rule: ChangeRule | None = None
    reliable_improvement: bool | None = None
    crossed_caseness: bool | None = None
    reliable_recovery: bool | None = None
    notes: tuple[Note, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return asdict(self)


def reliable_change(
    instrument: str | Instrument, before: Scored | float, after: Scored | float, *, scale: str | None = None
) -> Change:
    """Judge the change of one person on one scale.

    ``before`` and ``after`` are scored readings or bare scores. ``scale`` is needed where the
    instrument has several. Raises ``MeasureError``: ``different_instrument``,
    ``different_version``, ``different_language``, ``different_items``, ``which_scale``,
    ``not_compared``, ``off_scale``, ``raw_not_metric``, ``not_a_number``, ``needs_goals``.
    """
    definition = find(instrument)
    if isinstance(before, Scored) and isinstance(after, Scored):
        refuse_unlike(definition, before, after)
    if definition.own is not None:
        return _goals_change(definition, before, after)
    chosen = _chosen(definition, scale)
    if chosen.better is None:
        raise wrong("not_compared")
    _refuse_other_items(chosen, before, after)
    return _judged(definition, chosen, _value(chosen, before), _value(chosen, after))


def jacobson_truax(before: float, after: float, *, deviation: float, reliability: float) -> float:
    """The reliable change index: beyond 1.96 either way the change is reliable (Jacobson, Truax 1991).

    ``deviation`` is the standard deviation before, ``reliability`` the retest reliability (0-1).
    """
    if deviation <= 0 or not 0 <= reliability < 1:
        raise ValueError("deviation must be above 0, reliability from 0 and below 1")
    return (after - before) / (deviation * sqrt(2) * sqrt(1 - reliability))


def refuse_unlike(definition: Instrument, before: Scored, after: Scored) -> None:
    """Raise unless both are of this instrument, in one version and one language."""
    if {before.instrument, after.instrument} != {definition.key}:
        raise wrong("different_instrument")
    if before.version != after.version:
        raise wrong("different_version")
    if before.language != after.language:
        raise wrong("different_language")


def direction_of(improvement: float) -> Direction:
    """In one word."""
    if improvement == 0:
        return "same"
    return "better" if improvement > 0 else "worse"


def shared_goals(before: Scored, after: Scored) -> list[tuple[float, float]]:
    """Each goal rated both times, before and after."""
    later = {score.scale: score.value for score in after.scores}
    return [(score.value, later[score.scale]) for score in before.scores if score.scale in later]


def _chosen(definition: Instrument, scale: str | None) -> Scale:
    known = {one.key: one for one in definition.scales}
    if scale is None and len(known) == 1:
        return next(iter(known.values()))
    if scale not in known:
        raise wrong("which_scale", known=", ".join(known))
    return known[scale]


def _value(scale: Scale, reading: Scored | float) -> float:
    if isinstance(reading, Scored):
        try:
            return reading.score(scale.key).value
        except KeyError:
            raise wrong("different_items") from None
    return _number(scale, reading)


def _number(scale: Scale, value: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise wrong("not_a_number")
    if not scale.lowest <= value <= scale.highest:
        raise wrong("off_scale", value=f"{value:g}", lowest=f"{scale.lowest:g}", highest=f"{scale.highest:g}")
    if scale.table is not None and value not in scale.table.values():
        raise wrong("raw_not_metric", value=f"{value:g}")
    return float(value)


def _refuse_other_items(scale: Scale, before: Scored | float, after: Scored | float) -> None:
    both = [one for one in (before, after) if isinstance(one, Scored)]
    if len(both) == 2 and not same_items(scale, *both):
        raise wrong("different_items")


def same_items(scale: Scale, before: Scored, after: Scored) -> bool:
    """Whether both have the scale, and a plain sum sums the same items."""
    try:
        one, other = before.score(scale.key), after.score(scale.key)
    except KeyError:
        return False
    return scale.missing.headline != "sum" or one.answered == other.answered


def _goals_change(definition: Instrument, before: Scored | float, after: Scored | float) -> Change:
    if not isinstance(before, Scored) or not isinstance(after, Scored):
        raise wrong("needs_goals")
    pairs = shared_goals(before, after)
    if not pairs:
        raise wrong("different_items")
    first = sum(pair[0] for pair in pairs) / len(pairs)
    last = sum(pair[1] for pair in pairs) / len(pairs)
    return _unjudged(definition, definition.key, first, last, last - first)


def _judged(definition: Instrument, scale: Scale, before: float, after: float) -> Change:
    improvement = (after - before) * (1 if scale.better == "high" else -1)
    if scale.change is None:
        return _unjudged(definition, scale.key, before, after, improvement)
    kind, found = _found(scale, improvement)
    reliable = kind == "reliable" and found == "improvement" if scale.change.kind == "reliable" else None
    crossed = None if scale.caseness is None else before >= scale.caseness > after
    return Change(
        instrument=definition.key,
        scale=scale.key,
        before=before,
        after=after,
        change=after - before,
        improvement=improvement,
        direction=direction_of(improvement),
        verdict=f"{kind}_{found}" if found else f"no_{kind}_change",
        rule=scale.change,
        reliable_improvement=reliable,
        crossed_caseness=crossed,
        reliable_recovery=None if crossed is None or reliable is None else reliable and crossed,
    )


def _found(scale: Scale, improvement: float) -> tuple[str, str]:
    """Which rule the change meets, and which way; an empty way when none."""
    # Metric scores have two decimals; their difference must not fall short by a binary rounding.
    size = round(abs(improvement), 9)
    way = "improvement" if improvement > 0 else "deterioration"
    rules = [rule for rule in (scale.change, scale.smallest) if rule is not None]
    for rule in rules:
        if size >= rule.at_least:
            return rule.kind, way
    return rules[0].kind, ""


def _unjudged(definition: Instrument, scale: str, before: float, after: float, improvement: float) -> Change:
    return Change(
        instrument=definition.key,
        scale=scale,
        before=before,
        after=after,
        change=after - before,
        improvement=improvement,
        direction=direction_of(improvement),
        verdict="no_published_threshold",
        notes=(note("no_published_threshold"),),
    )
