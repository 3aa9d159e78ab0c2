"""Who may change the directory. Reading it is open to all: it is public data."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel.actor import Actor, Role

from .models import KeptNeed

ASSURE = "assure"
ASSURE_SENTENCE = (
    "Only the group itself by its link, a steward, or the software itself, says it is still right."
)
SENTENCE = "Only a steward of the partnership, or the software itself, changes the directory."


COUNT_SENTENCE = "Only the software itself counts, and it counts nobody."


def may_count(actor: Actor, **_: object) -> Decision:
    """The system: a count has no one in it, not even whoever caused it."""
    return Decision(actor.is_system, COUNT_SENTENCE)


def may_keep_directory(actor: Actor, **_: object) -> Decision:
    """Stewards and the system."""
    return Decision(actor.is_system or actor.has(Role.STEWARD), SENTENCE)


def may_assure(actor: Actor, *, key: UUID, **_: object) -> Decision:
    """Stewards and the system; and whoever holds the group's own link, for that service alone."""
    link = actor.link
    theirs = link is not None and link.kind == ASSURE and link.subject_id == key
    return Decision(theirs or may_keep_directory(actor).allowed, ASSURE_SENTENCE)


class OnlyThemselves:
    """What somebody looks for is for nobody else, whoever they let in."""

    sentence = "Only the person sees what they asked us to remember of their searches."

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system:
            return Q()
        return Q(person_id=actor.person_id) if actor.person_id else Q(pk__in=[])

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return actor.is_system or actor.is_person(row.person_id)


def may_remember(actor: Actor, *, person_id: UUID, **_: object) -> Decision:
    """The person alone."""
    return Decision(actor.is_person(person_id), OnlyThemselves.sentence)


register(KeptNeed, OnlyThemselves())
