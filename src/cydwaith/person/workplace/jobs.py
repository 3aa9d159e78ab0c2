"""What the worker does each day: remind both sides of days to look again."""

from django_tasks import task

from cydwaith.kernel.actor import system

from . import commands, queries


@task()
def remind() -> int:
    """Remind of each day that is near or gone by, once each. Returns how many."""
    keeper = system("to remind of what was agreed at work")
    due = queries.to_remind(keeper)
    for adjustment_id in due:
        commands.remind(keeper, adjustment_id=adjustment_id)
    return len(due)
