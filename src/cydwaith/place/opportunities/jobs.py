"""What the worker does each day: ask a few keepers whether what they offer is still right."""

from django_tasks import task

from cydwaith.kernel.actor import system

from . import commands, queries


@task()
def ask_keepers() -> int:
    """Ask those whose posting nobody confirmed for long. Returns how many letters went."""
    keeper = system("to keep what is offered right")
    return sum(commands.ask_keeper(keeper, opportunity_id=found) for found in queries.to_ask(keeper))
