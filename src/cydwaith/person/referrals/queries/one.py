"""One referral, for the person and for those who walk with them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.queries import PersonCard, person_card
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Filled, fill
from cydwaith.commons.people.queries import names, organisation_names
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.place.programmes.queries import programme_names

from .. import policy, rules, words
from ..models import Assignment, Referral, ReferralEvent
from ..rules import UNDER_WAY, Kind, Side, Standing, Status
from .lines import Line, lines
from .record import ReferralRow, row_of
from .triage import asker


@dataclass(frozen=True, slots=True)
class ReferralPage:
    """Everything on the page of one referral. ``person`` is None where contact is not shared."""

    row: ReferralRow
    person: PersonCard | None
    ways: str
    language: str
    is_own: bool
    is_draft: bool
    asked_by: str
    agreed_how: str
    programme: str
    coach: str
    first_attempt_by: date | None
    first_conversation_by: date | None
    redirected_to: str
    closing: str
    lines: list[Line]
    can_triage: bool
    can_close: bool
    can_confirm: bool
    answers: tuple[Status, ...]
    can_take_back: bool


@dataclass(frozen=True, slots=True)
class DraftPage:
    """What would be asked and shared, before the person's yes."""

    id: UUID
    person_id: UUID
    service_id: str
    service_name: str
    has_address: bool
    matters: str
    scopes: Scope
    shared: list[Filled]
    is_own: bool


def one(actor: Actor, referral_id: UUID) -> ReferralPage:
    """One referral, with its timeline and what the actor can do. Raises NotFound."""
    row = _find(actor, referral_id)
    return _page(actor, row.person_id, row)


def draft_page(actor: Actor, referral_id: UUID) -> DraftPage:
    """The preview of a referral not sent yet. Raises NotFound."""
    row = _find(actor, referral_id)
    if row.status != Status.DRAFT:
        raise NotFound(_("This referral has been sent already."))
    return DraftPage(
        id=row.id,
        person_id=row.person_id,
        service_id=row.service_id,
        service_name=row.service_name,
        has_address=bool(row.service_email or row.organisation_id),
        matters=row.matters,
        scopes=Scope(row.scopes),
        shared=fill(actor, row.person_id, Scope(row.scopes)),
        is_own=actor.is_person(row.person_id),
    )


def support_of(actor: Actor, person_id: UUID) -> ReferralRow | None:
    """The team's support that a person has now, the newest if there are several."""
    rows = Referral.objects.as_seen_by(actor).filter(
        person_id=person_id, kind=Kind.SUPPORT, status__in=UNDER_WAY
    )
    row = rows.order_by("-accepted_at").first()
    return row_of(row, _teams(actor, row)) if row else None


def _find(actor: Actor, referral_id: UUID) -> Referral:
    row = Referral.objects.as_seen_by(actor).filter(id=referral_id).first()
    if row is None:
        raise NotFound(_("There is no such referral."))
    return row  # type: ignore[no-any-return]


def _teams(actor: Actor, row: Referral) -> dict[UUID, str]:
    return organisation_names(actor, {row.organisation_id} if row.organisation_id else set())


@sensitive_read("referral_seen", Scope.REFERRALS.name)
def _page(actor: Actor, person_id: UUID, row: Referral) -> ReferralPage:
    ready = row_of(row, _teams(actor, row))
    sides = policy.sides(actor, row.id)
    is_team = row.kind == Kind.SUPPORT and Side.RESPONDER in sides
    standing = Standing(ready.kind, ready.status, row.confirmed_at is not None)
    events = ReferralEvent.objects.as_seen_by(actor).filter(referral_id=row.id).order_by("at", "id")
    person = _card(actor, person_id)
    return ReferralPage(
        row=ready,
        person=person,
        ways=", ".join(str(words.CONTACT_BY.get(way, way)) for way in person.contact_by) if person else "",
        language=str(words.LANGUAGE.get(person.language, person.language)) if person else "",
        is_draft=ready.status is Status.DRAFT,
        is_own=actor.is_person(person_id),
        asked_by=str(words.YOU) if actor.is_person(person_id) and row.referred_by == "self" else asker(row),
        agreed_how=row.agreed_how,
        programme=_programme(actor, row),
        coach=_coach(actor, row),
        first_attempt_by=row.first_attempt_by,
        first_conversation_by=row.first_conversation_by,
        redirected_to=row.redirected_to,
        closing=str(words.CLOSING[rules.Closing(row.closing)]) if row.closing else "",
        lines=lines(events, actor.is_person(person_id)),
        can_triage=is_team and ready.status is Status.REQUESTED,
        can_close=is_team and ready.status in UNDER_WAY,
        can_confirm=ready.can_confirm and policy.may_confirm(actor, referral_id=row.id).allowed,
        answers=_answers(standing, sides),
        can_take_back=_can_take_back(standing, sides),
    )


def _answers(standing: Standing, sides: frozenset[Side]) -> tuple[Status, ...]:
    if Side.RESPONDER not in sides or standing.kind is Kind.SUPPORT:
        return ()
    return tuple(state for state in rules.choices(standing, Side.RESPONDER) if state in words.ANSWER)


def _can_take_back(standing: Standing, sides: frozenset[Side]) -> bool:
    return Side.REQUESTER in sides and Status.CANCELLED in rules.choices(standing, Side.REQUESTER)


def _card(actor: Actor, person_id: UUID) -> PersonCard | None:
    try:
        return person_card(actor, person_id)
    except NotFound:
        return None


def _programme(actor: Actor, row: Referral) -> str:
    return programme_names(actor, [row.programme_id]).get(row.programme_id, "") if row.programme_id else ""


def _coach(actor: Actor, row: Referral) -> str:
    held = Assignment.objects.as_seen_by(actor).filter(referral_id=row.id, until=None)
    coach_id = held.values_list("coach_id", flat=True).first()
    return names(actor, {coach_id}).get(coach_id, "") if coach_id else ""
