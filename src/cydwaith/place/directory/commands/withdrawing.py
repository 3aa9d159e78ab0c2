"""Services that are gone from their feed: not shown, not deleted."""

from collections.abc import Sequence
from uuid import UUID

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from ..models import Service
from ..policy import may_keep_directory
from ..rules.records import Withdrawn

SOME = 500


@command("directory_services_gone", permit=may_keep_directory)
def withdraw_gone(actor: Actor, *, source: str, keys: Sequence[UUID]) -> Done[int]:
    """Show these services of a source no longer; gives how many. They come back when their feed has them."""
    now, count = clock.now(), 0
    for start in range(0, len(keys), SOME):
        rows = Service.objects.filter(
            source__name=source, id__in=keys[start : start + SOME], withdrawn_at=None
        )
        count += rows.update(withdrawn_at=now, withdrawn_why=Withdrawn.GONE, changed_at=now)
    return Done(count, fields=("withdrawn_at",))
