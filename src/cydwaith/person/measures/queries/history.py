"""How things are for one person: every reading, the first beside the latest, what changed."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.policy import require
from cydwaith.commons.circle.queries import person_card
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.methods.measures import (
    NOT_APPLICABLE,
    Change,
    Instrument,
    Item,
    MeasureError,
    Score,
    Scored,
    instrument,
    reliable_change,
)

from ..models import Reading
from ..policy import works_with
from ..rules import OFFERED, Mode, first_and_latest
from ..words import MODES, compared, here, judged, said
from .scored import item_words, scored
from .sittings import Waiting, waiting


@dataclass(frozen=True, slots=True)
class Point:
    """One score on one day; ``shown`` is it with scale and band in words."""

    at: datetime
    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class ScaleHistory:
    """One score over time. ``finding`` is the picture in a sentence, ``judgement`` its size."""

    key: str
    name: str
    lowest: float
    highest: float
    better: str | None
    points: tuple[Point, ...]
    finding: str
    judgement: str


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One answer set as it was given; ``replaced`` when it was put right later."""

    id: UUID
    at: datetime
    how: str
    by: str
    answers: tuple[tuple[str, str], ...]
    scored: bool
    replaced: bool


@dataclass(frozen=True, slots=True)
class InstrumentHistory:
    """One set of questions over time."""

    key: str
    name: str
    attribution: str
    validated: bool
    scales: tuple[ScaleHistory, ...]
    readings: tuple[ReadingRow, ...]


@dataclass(frozen=True, slots=True)
class History:
    """Everything about one person's measures."""

    person_id: UUID
    called: str
    own: bool
    instruments: tuple[InstrumentHistory, ...]
    waiting: tuple[Waiting, ...]
    may_ask: bool


@dataclass(frozen=True, slots=True)
class _Taken:
    taken_at: datetime
    row: Reading
    scored: Scored


@sensitive_read("measures_seen", "measures")
def history(actor: Actor, person_id: UUID) -> History:
    """A person's readings by instrument, oldest first. Raises ``Refused`` where not open."""
    require(actor, person_id, Scope.MEASURES)
    return History(
        person_id=person_id,
        called=_called(actor, person_id),
        own=actor.is_person(person_id),
        instruments=readings_by_instrument(actor, person_id),
        waiting=waiting(actor, person_id),
        may_ask=works_with(actor, person_id),
    )


def readings_by_instrument(actor: Actor, person_id: UUID) -> tuple[InstrumentHistory, ...]:
    """The instruments that were answered, in the order in which they are asked."""
    rows = Reading.objects.as_seen_by(actor).filter(person_id=person_id).order_by("taken_at", "entered_at")
    found: dict[str, list[Reading]] = defaultdict(list)
    for row in rows:
        found[row.instrument].append(row)
    return tuple(_instrument(actor, instrument(key), found[key]) for key in OFFERED if key in found)


def _called(actor: Actor, person_id: UUID) -> str:
    try:
        return person_card(actor, person_id).called
    except NotFound:
        return _("the person")


def _instrument(actor: Actor, definition: Instrument, rows: list[Reading]) -> InstrumentHistory:
    current = [row for row in rows if row.replaced_by_id is None]
    taken = [_Taken(row.taken_at, row, found) for row in current if (found := scored(row))]
    return InstrumentHistory(
        key=definition.key,
        name=here(definition.name),
        attribution=here(definition.attribution) if definition.attribution else "",
        validated=definition.validated,
        scales=_scales(definition, taken),
        readings=tuple(_reading(actor, definition, row) for row in rows),
    )


def _scales(definition: Instrument, taken: list[_Taken]) -> tuple[ScaleHistory, ...]:
    by_scale: dict[str, list[tuple[_Taken, Score]]] = defaultdict(list)
    for one in taken:
        for score in one.scored.scores:
            by_scale[score.scale].append((one, score))
    if definition.own is not None:
        order = list(by_scale)
    else:
        order = [scale.key for scale in definition.scales if scale.key in by_scale]
    return tuple(_scale(definition, key, by_scale[key]) for key in order)


def _scale(definition: Instrument, key: str, found: Sequence[tuple[_Taken, Score]]) -> ScaleHistory:
    latest, score = found[-1]
    points = tuple(Point(one.taken_at, each.value, said(each)) for one, each in found)
    finding, judgement = _change(definition, score, [one for one, _score in found])
    return ScaleHistory(
        key=key,
        name=latest.row.own_items.get(key) or here(score.words),
        lowest=score.lowest,
        highest=score.highest,
        better=score.better,
        points=points,
        finding=finding,
        judgement=judgement,
    )


def _change(definition: Instrument, latest: Score, taken: list[_Taken]) -> tuple[str, str]:
    pair = first_and_latest(taken)
    if pair is None or pair[1] is None:
        return _("%(score)s. One reading so far: a second shows what changes.") % {"score": said(latest)}, ""
    first, last = pair[0].scored, pair[1].scored
    if latest.better is None:
        parts = {"first": said(first.score(latest.scale)), "latest": said(latest)}
        return _("At first: %(first)s. Now: %(latest)s.") % parts, ""
    try:
        change = _one_change(definition, latest.scale, first, last)
    except MeasureError as error:
        return _("%(score)s now.") % {"score": said(latest)}, here(error.note.words)
    return compared(change), judged(change)


def _one_change(definition: Instrument, scale: str, first: Scored, last: Scored) -> Change:
    if definition.own is None:
        return reliable_change(definition, first, last, scale=scale)
    return reliable_change(definition, _only(first, scale), _only(last, scale))


def _only(found: Scored, scale: str) -> Scored:
    """One goal by itself, so that it is compared with itself."""
    return replace(found, scores=(found.score(scale),))


def _reading(actor: Actor, definition: Instrument, row: Reading) -> ReadingRow:
    words = item_words(row, actor.language)
    items = {item.key: item for item in definition.items}
    return ReadingRow(
        id=row.id,
        at=row.taken_at,
        how=str(MODES[Mode(row.mode)]),
        by=row.by_name,
        answers=tuple(
            (words.get(key, key), _answer(items.get(key), row.answers[key])) for key in _order(items, row)
        ),
        scored=bool(row.scores),
        replaced=row.replaced_by_id is not None,
    )


def _order(items: Collection[str], row: Reading) -> list[str]:
    """As asked; a database may keep them in another order. What is asked no longer comes last."""
    asked = [key for key in items if key in row.answers]
    return asked + sorted(set(row.answers) - set(asked))


def _answer(item: Item | None, answer: int | str) -> str:
    if item is None:
        return str(answer)
    if answer == NOT_APPLICABLE and item.not_applicable:
        return here(item.not_applicable)
    options = {option.value: here(option.words) for option in item.options}
    return options.get(int(answer), str(answer))
