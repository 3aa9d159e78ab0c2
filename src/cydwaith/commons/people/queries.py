"""Reads: who is signed in, which organisations there are, the partnership."""

from dataclasses import dataclass
from uuid import UUID

from django.core.cache import cache
from django.db.models import QuerySet

from cydwaith.commons.guard.among import Keys, among
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor, Role

from .memberships import current
from .models import Account, Membership, Organisation, Partnership
from .policy import may_look_after_partnership

PARTNERSHIP = "partnership"
PARTS = ("name", "name_cy", "place_code", "email", "phone", "is_demonstration")
A_MINUTE = 60


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    """An organisation, named in the reader's language."""

    id: UUID
    key: str
    name: str
    kind: str
    email: str
    phone: str
    place_code: str


@dataclass(frozen=True, slots=True)
class PartnershipCard:
    """Who runs this installation, named in the reader's language."""

    name: str
    place_code: str
    email: str
    phone: str
    is_demonstration: bool


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works in an organisation."""

    account_id: UUID
    name: str
    role: Role
    organisation_id: UUID


def called(actor: Actor, row: Organisation | Partnership) -> str:
    """The name in the reader's language, where it has one."""
    return row.name_cy if actor.language == "cy" and row.name_cy else row.name


def _card(actor: Actor, row: Organisation) -> OrganisationCard:
    return OrganisationCard(
        row.id, row.key, called(actor, row), row.kind, row.email, row.phone, row.place_code
    )


def partnership(actor: Actor) -> PartnershipCard | None:
    """The partnership of this installation, or None before it is set up; at most a minute old."""
    kept = cache.get(PARTNERSHIP)
    if kept is None:
        kept = Partnership.objects.filter(id=1).values_list(*PARTS).first()
        cache.set(PARTNERSHIP, kept, A_MINUTE)
    if kept is None:
        return None
    name, name_cy, *rest = kept
    return PartnershipCard(name_cy if actor.language == "cy" and name_cy else name, *rest)


def organisation(actor: Actor, organisation_id: UUID) -> OrganisationCard | None:
    """One organisation."""
    return next((_card(actor, row) for row in _organisations_of(actor, (organisation_id,))), None)


def organisation_by_key(actor: Actor, key: str) -> OrganisationCard | None:
    """One organisation by its short key."""
    row = Organisation.objects.filter(key=key).first()
    return _card(actor, row) if row else None


def organisations(actor: Actor) -> list[OrganisationCard]:
    """All organisations of the partnership, by name."""
    return sorted((_card(actor, row) for row in Organisation.objects.all()), key=lambda o: o.name)


def front_door_organisation(actor: Actor) -> OrganisationCard | None:
    """The team that answers requests for support."""
    row = Organisation.objects.filter(is_front_door=True).first()
    return _card(actor, row) if row else None


def colleagues(actor: Actor, organisation_id: UUID, *roles: Role) -> list[Colleague]:
    """Who works in an organisation now, in these roles (all roles if none are named)."""
    rows = Membership.objects.filter(current(), organisation_id=organisation_id, account__is_active=True)
    if roles:
        rows = rows.filter(role__in=[role.value for role in roles])
    return [
        Colleague(m.account_id, m.account.name, Role(m.role), m.organisation_id)
        for m in rows.select_related("account").order_by("account__name")
    ]


@dataclass(frozen=True, slots=True)
class Member:
    """One role that somebody has, as the steward sees it."""

    membership_id: UUID
    name: str
    email: str
    role: Role
    own: bool


def members(actor: Actor) -> dict[UUID, list[Member]]:
    """Everybody with a role now, by organisation; nothing for those who do not look after it."""
    found: dict[UUID, list[Member]] = {}
    if not may_look_after_partnership(actor).allowed:
        return found
    rows = Membership.objects.filter(current(), account__is_active=True).select_related("account")
    for row in rows.order_by("account__name"):
        own = row.account_id == actor.account_id
        member = Member(row.id, row.account.name, row.account.email, Role(row.role), own)
        found.setdefault(row.organisation_id, []).append(member)
    return found


def names(actor: Actor, account_ids: set[UUID]) -> dict[UUID, str]:
    """Working names of staff accounts, for "who did this"."""
    return dict(_names(actor, tuple(account_ids))) if account_ids else {}


@prepared
def _names(actor: Actor, account_ids: Keys) -> QuerySet[Account, tuple[UUID, str]]:
    return Account.objects.filter(among("id", account_ids)).exclude(name="").values_list("id", "name")


def organisation_names(actor: Actor, organisation_ids: set[UUID]) -> dict[UUID, str]:
    """Names of organisations in the reader's language."""
    return {row.id: called(actor, row) for row in _organisations_of(actor, tuple(organisation_ids))}


@prepared
def _organisations_of(actor: Actor, organisation_ids: Keys) -> QuerySet[Organisation]:
    return Organisation.objects.filter(among("id", organisation_ids))


def language_of(actor: Actor, account_id: UUID) -> str:
    """The language that an account chose."""
    return Account.objects.filter(id=account_id).values_list("language", flat=True).first() or "en"


def account_by_email(actor: Actor, email: str) -> UUID | None:
    """The account of an address, if there is one; for jobs and commands, not for pages."""
    return Account.objects.filter(email__iexact=email.strip()).values_list("id", flat=True).first()


def email_of(actor: Actor, account_id: UUID) -> str:
    """Where to write to an account; for messages only."""
    found = Account.objects.filter(id=account_id, is_active=True).values_list("email", flat=True).first()
    return found or ""
