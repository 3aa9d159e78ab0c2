"""What the worker does for this app."""

from django_tasks import task

from cydwaith.kernel import clock
from cydwaith.kernel.actor import system

from .commands import escalate
from .queries import overdue_ids


@task()
def escalate_overdue() -> int:
    """Say aloud every request whose answer is late; gives how many people's turn it was. Bears repeating."""
    watch = system("to see who waits too long")
    told = (escalate(watch, referral_id=referral_id) for referral_id in overdue_ids(watch, clock.today()))
    return sum(bool(step) for step in told)
