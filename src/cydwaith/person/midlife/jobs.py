"""What the worker does each day: say that the day has come."""

from django_tasks import task

from cydwaith.kernel.actor import system

from . import commands, queries


@task()
def remind() -> int:
    """Remind everybody whose next date has come, once. Returns how many letters went."""
    keeper = system("to remind people of the day that they chose")
    return sum(commands.remind(keeper, review_id=found) for found in queries.to_remind(keeper))
