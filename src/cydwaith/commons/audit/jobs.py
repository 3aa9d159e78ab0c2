"""What the worker does for this app."""

from django_tasks import task

from . import outbox


@task()
def relay() -> int:
    """Pass on waiting news."""
    return outbox.tell_waiting()
