"""Messages hold addresses: only the software that sends them reads them."""

from typing import Any

from django.db.models import Q

from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel.actor import Actor

from .models import Message

SENDING = "Messages go out as part of a change that was permitted."


class OnlyTheSender:
    """Jobs that send, and the letterbox of a demonstration."""

    sentence = "Only the software reads messages, to send them."

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        return Q() if actor.is_system else Q(pk__in=[])

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return actor.is_system


def may_send(actor: Actor, **_: Any) -> Decision:
    """Sending is reached from other commands, each with a permit of its own."""
    return Decision(True, SENDING)


register(Message, OnlyTheSender())
