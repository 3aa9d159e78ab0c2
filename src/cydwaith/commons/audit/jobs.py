"""What the worker does for this app."""

from django_tasks import task

from . import listeners


@task()
def relay() -> int:
    """Pass on waiting news."""
    return listeners.tell_waiting()
