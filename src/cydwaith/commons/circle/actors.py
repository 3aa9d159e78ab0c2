"""Who is asking: from an account to an actor."""

from uuid import UUID

from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.people.memberships import membership_of
from cydwaith.kernel.actor import Actor, Role, Strength

from .models import Person


def actor_for(account_id: UUID, strength: Strength, language: str, organisation: str = "") -> Actor:
    """The actor of a signed-in account, acting for one of its organisations.

    ``organisation`` is the id that somebody with several chose, as text; else the first counts.
    """
    seat = membership_of(account_id, organisation)
    person_id = person_of_account(account_id)
    roles = seat.roles | ({Role.PERSON} if person_id else set())
    return Actor(
        account_id=account_id,
        person_id=person_id,
        organisation_id=seat.organisation_id,
        roles=frozenset(roles),
        purpose=seat.purpose,
        strength=strength,
        language=language,
        name=seat.name,
    )


def person_of_account(account_id: UUID) -> UUID | None:
    """The record of whoever signs in with an account; asked at the door, before there is an actor."""
    return approved_rows(Person).filter(account_id=account_id).values_list("id", flat=True).first()
