"""Remembering what somebody looks for, when they say so, and forgetting it."""

from collections.abc import Iterable
from uuid import UUID

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel.actor import Actor

from ..models import KeptNeed
from ..policy import may_remember
from ..queries.recognised import on_the_list


@command("need_remembered", permit=may_remember)
def remember_needs(actor: Actor, *, person_id: UUID, needs: Iterable[str]) -> Done[int]:
    """Keep these needs of the list; the value is how many were new."""
    have = set(KeptNeed.objects.as_seen_by(actor).filter(person_id=person_id).values_list("need", flat=True))
    new = [key for key in dict.fromkeys(on_the_list(actor, list(needs))) if key not in have]
    for key in new:
        KeptNeed.objects.create(person_id=person_id, need=key)
    return Done(len(new), person_id=person_id, subject=person_id, fields=("need",))


@command("need_forgotten", permit=may_remember)
def forget_need(actor: Actor, *, person_id: UUID, need: str) -> Done[None]:
    """Let one go; nothing happens where it was not kept."""
    KeptNeed.objects.as_seen_by(actor).filter(person_id=person_id, need=need).delete()
    return Done(None, person_id=person_id, subject=person_id, fields=("need",))
