"""What the worker does each day: remind both sides of days to look again, tell of rounds that are over."""

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


@task()
def tell_pulses() -> int:
    """Tell of each round that is over, once. Returns how many."""
    keeper = system("to tell of a round of questions that is over")
    over = queries.to_tell(keeper)
    for pulse_id in over:
        commands.tell_pulse(keeper, pulse_id=pulse_id)
    return len(over)
