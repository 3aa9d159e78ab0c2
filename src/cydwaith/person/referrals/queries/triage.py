"""The triage list: who waits for the team's answer, the longest due first."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from cydwaith.commons.circle.queries import PersonCard, person_cards
from cydwaith.commons.people.queries import colleagues, organisation_names
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.place.programmes.queries import Opening, openings

from .. import rules, words
from ..models import Referral
from ..rules import Kind, Status


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One request that waits: who, what matters, who asked, by when it is due."""

    id: UUID
    reference: str
    called: str
    place_name: str
    language: str
    matters: str
    asked_by: str
    requested_at: datetime | None
    answer_by: date | None
    days_late: int


@dataclass(frozen=True, slots=True)
class Door:
    """What an answer is chosen from: the programmes that are open, the people of the team."""

    programmes: tuple[Opening, ...]
    coaches: list["Coach"]


@dataclass(frozen=True, slots=True)
class Coach:
    """Somebody who could walk with the person, and whom they work for."""

    account_id: UUID
    name: str
    organisation: str


def waiting(actor: Actor) -> list[WaitingRow]:
    """Requests to the actor's own team that have no answer yet; four queries, whatever the number."""
    rows = list(
        Referral.objects.as_seen_by(actor)
        .filter(kind=Kind.SUPPORT, status=Status.REQUESTED, organisation_id=actor.organisation_id)
        .order_by("acknowledge_by", "requested_at")
    )
    people = {card.id: card for card in person_cards(actor, [row.person_id for row in rows])}
    return [_row(row, people.get(row.person_id)) for row in rows]


def _row(row: Referral, person: PersonCard | None) -> WaitingRow:
    return WaitingRow(
        id=row.id,
        reference=row.reference,
        called=person.called if person else row.reference,
        place_name=person.place_name if person else "",
        language=str(words.LANGUAGE.get(person.language, person.language)) if person else "",
        matters=row.matters,
        asked_by=asker(row),
        requested_at=row.requested_at,
        answer_by=row.acknowledge_by,
        days_late=rules.days_overdue(Status(row.status), row.acknowledge_by, clock.today()),
    )


def asker(row: Referral) -> str:
    """Who asked: the person, or somebody with a name and an organisation."""
    if row.referred_by == "self":
        return str(words.VOICE["person"])
    parts = [part for part in (row.requester_name, row.requester_organisation) if part]
    return ", ".join(parts) or str(words.VOICE["referrer"])


def door(actor: Actor) -> Door:
    """The programmes that are open today, and the coaches and link workers of those who run them."""
    open_now = openings(actor, clock.today(), clock.today())
    runs = dict.fromkeys(one.card.organisation_id for one in open_now)
    staff = (coach for team in runs for coach in colleagues(actor, team, Role.COACH, Role.LINK_WORKER))
    unique = {coach.account_id: coach for coach in staff}
    names = organisation_names(actor, set(runs))
    return Door(open_now, [Coach(c.account_id, c.name, names[c.organisation_id]) for c in unique.values()])
