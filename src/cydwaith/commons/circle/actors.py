"""Who is asking: from a session to an account to an actor."""

from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import OuterRef, Subquery

from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.people.memberships import membership_of
from cydwaith.commons.people.models import Account
from cydwaith.kernel.actor import Actor, Role, Strength

from .models import Person


class Door(AuthenticationBackend):  # type: ignore[misc]
    """Finds the account of a session together with the record of whoever signs in with it."""

    def get_user(self, user_id: UUID) -> Account | None:
        """The account, where it may still sign in; its ``record`` is the person's id or None."""
        account = _with_record(user_id)
        return account if account is not None and self.user_can_authenticate(account) else None


def _with_record(account_id: UUID) -> Account | None:
    """Asked at the door, before there is an actor."""
    record = approved_rows(Person).filter(account_id=OuterRef("id")).values("id")
    return Account.objects.annotate(record=Subquery(record)).filter(id=account_id).first()


def actor_for(account_id: UUID, strength: Strength, language: str, organisation: str = "") -> Actor:
    """The actor of an account that is not in a session. Raises ``Account.DoesNotExist``."""
    account = _with_record(account_id)
    if account is None:
        raise Account.DoesNotExist
    return actor_of(account, strength, language, organisation)


def actor_of(account: Account, strength: Strength, language: str, organisation: str = "") -> Actor:
    """The actor of an account found at the door, acting for one of its organisations.

    ``organisation`` is the id that somebody with several chose, as text; else the first counts.
    """
    seat = membership_of(account.id, organisation)
    person_id: UUID | None = account.record  # type: ignore[attr-defined]
    return Actor(
        account_id=account.id,
        person_id=person_id,
        organisation_id=seat.organisation_id,
        roles=frozenset(seat.roles | ({Role.PERSON} if person_id else set())),
        purpose=seat.purpose,
        strength=strength,
        language=language,
        name=account.name,
    )
