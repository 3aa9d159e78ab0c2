"""Who may read the record: the person whom it is about."""

from typing import Any

from django.db.models import Q

from cydwaith.commons.guard.policies import register
from cydwaith.kernel.actor import Actor

from .models import Event


class OwnRecord:
    """Events about oneself."""

    sentence = "People can read who looked at their record and why."

    def filter(self, actor: Actor) -> Q:
        """Events about the actor's own record."""
        if actor.person_id is None:
            return Q(pk__in=[])
        return Q(person_id=actor.person_id)

    def check(self, actor: Actor, row: Any) -> bool:
        """Whether the event is about the actor's own record."""
        return actor.person_id is not None and row.person_id == actor.person_id


register(Event, OwnRecord())
