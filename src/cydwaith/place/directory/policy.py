"""Who may change the directory. Reading it is open to all: it is public data."""

from uuid import UUID

from cydwaith.commons.guard.policies import Decision
from cydwaith.kernel.actor import Actor, Role

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
