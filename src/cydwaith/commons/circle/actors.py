"""Who is asking: from a session to an account to an actor."""

from typing import Any
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import F, FilteredRelation, OuterRef, QuerySet, Subquery

from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.prepared import prepared
from cydwaith.commons.people.memberships import current, seat
from cydwaith.commons.people.models import Account
from cydwaith.kernel.actor import Actor, Role, Strength, system

from .models import Person

DOORKEEPER = system("who is at the door")


class Door(AuthenticationBackend):  # type: ignore[misc]
    """Finds the account of a session together with all that an actor is made of."""

    def get_user(self, user_id: UUID) -> Account | None:
        """The account, where it may still sign in."""
        account = _at_the_door(user_id)
        return account if account is not None and self.user_can_authenticate(account) else None


def _at_the_door(account_id: UUID) -> Account | None:
    """The account; its ``record`` is the person's id or None, ``held`` its memberships. One query."""
    rows = _with_memberships(DOORKEEPER, account_id)
    if not rows:
        return None
    account: Account = rows[0]
    account.held = [(row.organisation_id, row.role) for row in rows if row.role]  # type: ignore[attr-defined]
    return account


@prepared
def _with_memberships(actor: Actor, account_id: UUID) -> QuerySet[Any, Any]:
    """Asked before there is an actor: a row for each membership in force, at least one."""
    record = approved_rows(Person).filter(account_id=OuterRef("id")).values("id")
    rows = Account.objects.filter(id=account_id).alias(
        held=FilteredRelation("memberships", condition=current("memberships__"))
    )
    found = rows.annotate(
        record=Subquery(record), organisation_id=F("held__organisation_id"), role=F("held__role")
    )
    return found.order_by("held__since", "held__id")


def actor_for(account_id: UUID, strength: Strength, language: str, organisation: str = "") -> Actor:
    """The actor of an account that is not in a session. Raises ``Account.DoesNotExist``."""
    account = _at_the_door(account_id)
    if account is None:
        raise Account.DoesNotExist
    return actor_of(account, strength, language, organisation)


def actor_of(account: Account, strength: Strength, language: str, organisation: str = "") -> Actor:
    """The actor of an account found at the door, acting for one of its organisations.

    ``organisation`` is the id that somebody with several chose, as text; else the first counts.
    """
    here = seat(account.held, organisation)  # type: ignore[attr-defined]
    person_id: UUID | None = account.record  # type: ignore[attr-defined]
    return Actor(
        account_id=account.id,
        person_id=person_id,
        organisation_id=here.organisation_id,
        roles=frozenset(here.roles | ({Role.PERSON} if person_id else set())),
        purpose=here.purpose,
        strength=strength,
        language=language,
        name=account.name,
    )
