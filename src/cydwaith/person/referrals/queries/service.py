"""The service in the directory that is to be asked, as it is today."""

from dataclasses import dataclass
from uuid import UUID

from cydwaith.commons.people.queries import colleagues, organisations
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.queries import service_card


@dataclass(frozen=True, slots=True)
class Asked:
    """The service as it was when it was asked: its id in the directory, its name, where to write.

    ``organisation_id`` is set where the service's own organisation signs in here.
    """

    id: str
    name: str
    email: str = ""
    organisation_id: UUID | None = None


def service_to_ask(actor: Actor, service_id: UUID) -> Asked:
    """What is kept of a service when it is asked. Raises NotFound for one that has gone."""
    card = service_card(actor, service_id)
    return Asked(
        str(card.id), card.name, card.referral_email or card.email, _signs_in(actor, card.organisation)
    )


def _signs_in(actor: Actor, name: str) -> UUID | None:
    """The partner organisation of the same name, if anybody signs in for it; else a link is sent."""
    known = next((one for one in organisations(actor) if one.name == name), None)
    return known.id if known and colleagues(actor, known.id) else None
