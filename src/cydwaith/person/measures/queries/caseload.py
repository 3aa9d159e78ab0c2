"""Change over many people: only those who answered twice, with n and response rate."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.methods.measures import PairedChange, instrument, paired_change
from cydwaith.methods.measures import Reading as Taken
from cydwaith.methods.measures import ScaleChange as Compared
from cydwaith.methods.survey import Percentage

from ..models import MeasureInvitation, Reading
from ..rules import OFFERED
from ..words import here, number
from .scored import scored


@dataclass(frozen=True, slots=True)
class ScaleLine:
    """One score over many people; numbers as text, ready for a table."""

    name: str
    higher_is_better: bool
    first: int
    both: int
    percent: str
    likely: str
    change: str
    interval: str
    direction: str
    clear: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InstrumentLines:
    """One set of questions over many people."""

    key: str
    name: str
    validated: bool
    scales: tuple[ScaleLine, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseloadChange:
    """Everybody whose measures are open to the reader; ``people`` have any reading at all."""

    people: int
    instruments: tuple[InstrumentLines, ...]


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """What a caseload says of one person's measures."""

    last_reading: datetime | None = None
    waiting: int = 0


def caseload_change(actor: Actor) -> CaseloadChange:
    """Paired change for each instrument over the people who let the actor in. Never unpaired."""
    rows = Reading.objects.as_seen_by(actor).filter(replaced_by=None).exclude(scores={})
    found: dict[str, dict[UUID, list[Reading]]] = defaultdict(lambda: defaultdict(list))
    people = set()
    for row in rows.exclude(person_id=actor.person_id).order_by("taken_at"):
        found[row.instrument][row.person_id].append(row)
        people.add(row.person_id)
    lines = (_instrument(key, _paired(found[key])) for key in OFFERED if key in found)
    return CaseloadChange(len(people), tuple(lines))


def measure_facts(actor: Actor, person_ids: Collection[UUID]) -> dict[UUID, MeasureFacts]:
    """For each of these people when they last answered and how much waits: two queries in all."""
    ids = list(person_ids)
    readings = Reading.objects.as_seen_by(actor).filter(person_id__in=ids).order_by()
    last = dict(readings.values_list("person_id").annotate(last=Max("taken_at")))
    waiting: dict[UUID, int] = defaultdict(int)
    asked = MeasureInvitation.objects.as_seen_by(actor).filter(person_id__in=ids, done_at=None)
    for person_id in asked.filter(expires_at__gt=clock.now()).values_list("person_id", flat=True):
        waiting[person_id] += 1
    return {person_id: MeasureFacts(last.get(person_id), waiting[person_id]) for person_id in ids}


def _paired(people: dict[UUID, list[Reading]]) -> PairedChange:
    before = [_taken(person, rows[0]) for person, rows in people.items()]
    after = [_taken(person, rows[-1]) for person, rows in people.items() if len(rows) > 1]
    return paired_change([one for one in before if one], [one for one in after if one])


def _taken(person: UUID, row: Reading) -> Taken | None:
    found = scored(row)
    return Taken(person, found) if found else None


def _instrument(key: str, change: PairedChange) -> InstrumentLines:
    definition = instrument(key)
    return InstrumentLines(
        key=key,
        name=here(definition.name),
        validated=definition.validated,
        scales=tuple(_scale(one) for one in change.scales if one.baseline),
        notes=tuple(here(note.words) for note in change.notes),
    )


def _scale(one: Compared) -> ScaleLine:
    known = one.mean_change is not None
    return ScaleLine(
        name=here(one.words),
        higher_is_better=one.better == "high",
        first=one.baseline,
        both=one.pairs,
        percent=f"{one.response.percent:.0f}%" if one.response else "",
        likely=_likely(one.response),
        change=_signed(one.mean_change) if known else "",
        interval=_between(one.low, one.high) if known else "",
        direction=one.direction or "",
        clear=bool(one.clear),
        notes=tuple(here(note.words) for note in (*one.refusals, *one.notes)),
    )


def _likely(response: Percentage | None) -> str:
    return f"{response.low:.0f}%–{response.high:.0f}%" if response else ""


def _signed(value: float | None) -> str:
    return "" if value is None else f"{round(value, 1):+g}".replace("-", "−")


def _between(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return ""
    return f"{number(round(low, 1))} … {number(round(high, 1))}".replace("-", "−")
