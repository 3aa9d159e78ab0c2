"""What the worker does for this app."""

from collections.abc import Mapping
from uuid import UUID

from django_tasks import task

from cydwaith.kernel import clock
from cydwaith.kernel.actor import system

from .commands import escalate, let_leaver_out
from .queries import overdue_ids


@task()
def escalate_overdue() -> int:
    """Say aloud every request whose answer is late; gives how many people's turn it was. Bears repeating."""
    watch = system("to see who waits too long")
    told = (escalate(watch, referral_id=referral_id) for referral_id in overdue_ids(watch, clock.today()))
    return sum(bool(step) for step in told)


def somebody_left(news: Mapping[str, object]) -> None:
    """A role has ended: so has what was held in it. Bears being told twice."""
    let_leaver_out(
        system("a role has ended"),
        account_id=UUID(str(news["account"])),
        organisation_id=UUID(str(news["organisation"])),
    )
