"""What the worker does each day: publish the quarters of practices that are over."""

from django_tasks import task

from cydwaith.kernel.actor import system

from . import commands, queries


@task()
def publish() -> int:
    """Publish each practice's finished quarters, once each. Returns how many."""
    keeper = system("to publish the figures of practices")
    due = queries.to_publish(keeper)
    return sum(commands.publish(keeper, organisation_id=key, quarter=starts) for key, starts in due)
