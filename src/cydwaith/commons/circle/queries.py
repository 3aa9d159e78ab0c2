"""Reads of the person and their circle."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.guard.among import Keys, among
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.commons.people import queries as people
from cydwaith.commons.places import queries as places
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from . import grants, policy
from .models import Permission, Person
from .rules import Scope, is_active
from .sections import Filled, fill

BY_THEIR_WORD = ("by the person", "with the person")


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Who somebody is and how to reach them."""

    id: UUID
    name: str
    known_as: str
    email: str
    phone: str
    contact_by: tuple[str, ...]
    contact_times: str
    safe_to_leave_message: bool | None
    language: str
    communication_needs: str
    address: str
    postcode: str
    place_code: str
    place_name: str
    has_own_page: bool

    @property
    def called(self) -> str:
        """What they like to be called."""
        return self.known_as or self.name


@dataclass(frozen=True, slots=True)
class PermissionRow:
    """One permission as the person reads it."""

    id: UUID
    recipient: str
    purpose: str
    scopes: Scope
    since: datetime
    until: datetime | None
    withdrawn_at: datetime | None
    how: str
    active: bool
    relation: str


def may(actor: Actor, person_id: UUID, scope: Scope) -> bool:
    """Whether this part of the person's record is open to the actor now."""
    return policy.may_see(actor, person_id, scope)


def open_scopes(actor: Actor, person_id: UUID) -> Scope:
    """All parts of the person's record that are open to the actor now."""
    return policy.open_scopes(actor, person_id)


def person_card(actor: Actor, person_id: UUID) -> PersonCard:
    """The person's details. Raises ``NotFound`` where they are not open to the actor."""
    rows = _person(actor, person_id)
    if not rows:
        raise NotFound("person")
    return _card(actor, rows[0])


def called_of(actor: Actor, person_ids: Keys) -> dict[UUID, str]:
    """What some people are called, of those whose contact details are open to the actor."""
    return {key: known_as or name for key, known_as, name in _called_of(actor, person_ids)}


@prepared
def _called_of(actor: Actor, person_ids: Keys) -> "QuerySet[Person, tuple[UUID, str, str]]":
    rows = Person.objects.as_seen_by(actor).filter(among("id", person_ids))
    return rows.values_list("id", "known_as", "name")


def postcode_of(actor: Actor, person_id: UUID) -> str:
    """The person's postcode; "" where their details are not open to the actor."""
    return next(iter(_postcode(actor, person_id)), "")


@prepared
def _postcode(actor: Actor, person_id: UUID) -> "QuerySet[Person, str]":
    return Person.objects.as_seen_by(actor).filter(id=person_id).values_list("postcode", flat=True)


@prepared
def _person(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return Person.objects.as_seen_by(actor).filter(id=person_id)


def person_cards(actor: Actor, person_ids: list[UUID] | None = None) -> list[PersonCard]:
    """Everybody whose contact details are open to the actor, or some of them, by name."""
    rows = Person.objects.as_seen_by(actor).order_by("name")
    if person_ids is not None:
        rows = rows.filter(id__in=person_ids)
    found = list(rows)
    names = places.names(actor, {row.place_code for row in found if row.place_code})
    return [_card(actor, row, names.get(row.place_code, "")) for row in found]


def _card(actor: Actor, row: Person, place_name: str | None = None) -> PersonCard:
    if place_name is None:
        place_name = places.names(actor, {row.place_code}).get(row.place_code, "") if row.place_code else ""
    return PersonCard(
        id=row.id,
        name=row.name,
        known_as=row.known_as,
        email=row.email,
        phone=row.phone,
        contact_by=tuple(row.contact_by),
        contact_times=row.contact_times,
        safe_to_leave_message=row.safe_to_leave_message,
        language=row.language,
        communication_needs=row.communication_needs,
        address=row.address,
        postcode=row.postcode,
        place_code=row.place_code,
        place_name=place_name,
        has_own_page=row.account_id is not None,
    )


@dataclass(frozen=True, slots=True)
class SharedView:
    """What a person shared with the reader, and on what terms."""

    person_id: UUID
    name: str
    terms: list[PermissionRow]
    parts: list[Filled]


@sensitive_read("shared_view_seen", "shared")
def shared_view(actor: Actor, person_id: UUID) -> SharedView:
    """Everything that is open to the actor of one person. Raises ``NotFound`` when nothing is."""
    scopes = open_scopes(actor, person_id)
    if not scopes & ~Scope.DOCUMENTS:
        raise NotFound("shared view")
    name = person_card(actor, person_id).called if Scope.CONTACT in scopes else ""
    terms = [row for row in circle_of(actor, person_id) if row.active]
    return SharedView(person_id, name, terms, fill(actor, person_id, scopes))


def shared_with_me(actor: Actor) -> list[UUID]:
    """The people who let the actor by name, or their organisation, in now, newest first.

    Who asked the organisation for support stands among its referrals; a paper, among the papers.
    """
    if actor.account_id is None:
        return []
    ours = Q(account_id=actor.account_id)
    if actor.organisation_id is not None:
        ours |= Q(organisation_id=actor.organisation_id, how__in=BY_THEIR_WORD, link_subject_id=None)
    rows = Permission.objects.as_seen_by(actor).filter(ours).order_by("-since")
    now = clock.now()
    opened = (row for row in rows if Scope(row.scopes) != Scope.DOCUMENTS)
    return list(dict.fromkeys(row.person_id for row in opened if is_active(grants.as_grant(row), now)))


def account_of_person(actor: Actor, person_id: UUID) -> UUID | None:
    """The account that a person signs in with, for messages to them."""
    return Person.objects.as_seen_by(actor).filter(id=person_id).values_list("account_id", flat=True).first()


def circle_of(actor: Actor, person_id: UUID) -> list[PermissionRow]:
    """The permissions of a person that the actor may see, newest first."""
    rows = _circle_of(actor, person_id)
    organisations = people.organisation_names(actor, {r.organisation_id for r in rows if r.organisation_id})
    accounts = people.names(actor, {r.account_id for r in rows if r.account_id})
    now = clock.now()
    return [
        PermissionRow(
            id=row.id,
            recipient=_recipient(row, organisations, accounts),
            purpose=row.purpose,
            scopes=Scope(row.scopes),
            since=row.since,
            until=row.until,
            withdrawn_at=row.withdrawn_at,
            how=row.how,
            active=is_active(grants.as_grant(row), now),
            relation=row.relation,
        )
        for row in rows
    ]


@prepared
def _circle_of(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return Permission.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-since")


def _recipient(row: Permission, organisations: dict[UUID, str], accounts: dict[UUID, str]) -> str:
    if row.organisation_id:
        return organisations.get(row.organisation_id, row.recipient_label)
    if row.account_id:
        return accounts.get(row.account_id) or row.recipient_label
    return row.recipient_label
