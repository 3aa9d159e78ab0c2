"""The page of programmes: where the person stands in each, what is due once for all, what clashes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.policy import may_see
from cydwaith.commons.circle.queries import person_card
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.clock import LONDON
from cydwaith.kernel.errors import NotFound, Refused
from cydwaith.methods.measures import instrument
from cydwaith.person.measures import queries as measures
from cydwaith.person.measures.rules import OFFERED
from cydwaith.person.referrals.queries import programme_of_support
from cydwaith.place.programmes.rules import MeasureDue

from .. import words
from ..policy import READERS, sees, writes
from ..rules import AFTERWARDS, Clash, Due, Spell, clashes, due_measures
from .rows import EnrolmentRow, enrolments


@dataclass(frozen=True, slots=True)
class DueRow:
    """A set of questions that is due, once for all programmes that need it."""

    instrument: str
    name: str
    on: date
    programmes: str
    late: bool


@dataclass(frozen=True, slots=True)
class ClashRow:
    """Two programmes that are not paid for together, in a sentence, and where that is written."""

    words: str
    source: str


@dataclass(frozen=True)
class EnrolmentsPage:
    """Everything about a person's programmes."""

    person_id: UUID
    called: str
    own: bool
    writes: bool
    current: tuple[EnrolmentRow, ...]
    past: tuple[EnrolmentRow, ...]
    due: tuple[DueRow, ...]
    clashes: tuple[ClashRow, ...]


@sensitive_read("enrolments_seen", "programmes")
def page(actor: Actor, person_id: UUID) -> EnrolmentsPage:
    """The page. Raises ``Refused`` where the person's programmes are not open to the actor."""
    if not sees(actor, person_id):
        raise Refused(READERS)
    rows, today = enrolments(actor, person_id), clock.today()
    current = tuple(row for row in rows if row.ended is None or row.ended > today)
    return EnrolmentsPage(
        person_id=person_id,
        called=_called(actor, person_id),
        own=actor.is_person(person_id),
        writes=writes(actor, person_id),
        current=current,
        past=tuple(row for row in rows if row not in current),
        due=due(actor, person_id, rows),
        clashes=tuple(_clash(actor, one) for one in clashes([row.funded for row in rows])),
    )


def due(actor: Actor, person_id: UUID, rows: tuple[EnrolmentRow, ...]) -> tuple[DueRow, ...]:
    """What the person's programmes ask for now, each thing once; nothing where measures are not open.

    What is asked at the end is asked for four weeks after it. Questions that are not asked here are not due
    here: nobody could answer them.
    """
    if not may_see(actor, person_id, Scope.MEASURES):
        return ()
    today = clock.today()
    taken = [
        (one.key, reading.at.astimezone(LONDON).date())
        for one in measures.readings_by_instrument(actor, person_id)
        for reading in one.readings
        if not reading.replaced
    ]
    spells = [
        Spell(row.programme, row.started, row.ended, _asked_here(row))
        for row in rows
        if row.ended is None or row.ended + AFTERWARDS >= today
    ]
    return tuple(_due(actor, one, today) for one in due_measures(spells, taken, today))


def _asked_here(row: EnrolmentRow) -> tuple[MeasureDue, ...]:
    return tuple(one for one in row.version.content.measures if one.instrument in OFFERED)


def _due(actor: Actor, one: Due, today: date) -> DueRow:
    name = instrument(one.instrument).name.in_language(actor.language)
    return DueRow(one.instrument, name, one.on, ", ".join(one.programmes), one.on < today)


def _clash(actor: Actor, one: Clash) -> ClashRow:
    return ClashRow(words.clash(one), one.said.source_in(actor.language) if one.said else "")


def _called(actor: Actor, person_id: UUID) -> str:
    try:
        return person_card(actor, person_id).called
    except NotFound:
        return ""


def asked_for(actor: Actor, found: EnrolmentsPage) -> str:
    """The key of the programme that the front door chose, unless they are on it; "" where none is known."""
    key = programme_of_support(actor, found.person_id)
    return "" if key in {row.version.key for row in found.current} else key
