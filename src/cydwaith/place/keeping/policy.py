"""Who may see what was proposed, and who may change what."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel.actor import Actor, Role, Strength
from cydwaith.place.directory.policy import ASSURE

from .models import Proposal

STEWARDS = "Stewards of the partnership look after what is proposed for the directory."
GROUP = "A group answers for its own entry, by the link that was sent to it."
ANYBODY = "Anybody may suggest something; a steward looks before it shows."
SOFTWARE = "Only the software sends letters and ends pauses, when their time has come."


def _is_steward(actor: Actor) -> bool:
    return actor.has(Role.STEWARD) and actor.strength >= Strength.SECOND_FACTOR


def holds_link_of(actor: Actor) -> UUID | None:
    """The entry whose link the actor followed."""
    link = actor.link
    return link.subject_id if link and link.kind == ASSURE else None


class StewardsAndTheGroup:
    """Stewards see the queue; a group sees what it proposed itself."""

    sentence = f"{STEWARDS} A group sees what it proposed itself."

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system or _is_steward(actor):
            return Q()
        service_id = holds_link_of(actor)
        return Q(service_id=service_id, by="group") if service_id else Q(pk__in=[])

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        if actor.is_system or _is_steward(actor):
            return True
        service_id = holds_link_of(actor)
        return service_id is not None and row.service_id == service_id and row.by == "group"


def may_decide(actor: Actor, **_: Any) -> Decision:
    """Stewards, and the operator at the machine."""
    return Decision(actor.is_system or _is_steward(actor), STEWARDS)


def may_answer(actor: Actor, *, service_id: UUID, **_: Any) -> Decision:
    """Whoever holds the link of this entry."""
    return Decision(holds_link_of(actor) == service_id, GROUP)


def may_suggest(actor: Actor, **_: Any) -> Decision:
    """Anybody; the page limits how often."""
    return Decision(True, ANYBODY)


def may_run(actor: Actor, **_: Any) -> Decision:
    """The software itself."""
    return Decision(actor.is_system, SOFTWARE)


register(Proposal, StewardsAndTheGroup())
