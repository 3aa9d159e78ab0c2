"""What the worker does for this app."""

from uuid import UUID

from django_tasks import task

from cydwaith.kernel.actor import Actor, system

from . import queries
from .commands import fetch, look_for_duplicates


def _worker() -> Actor:
    return system("to fetch feeds on their schedule")


@task()
def fetch_due() -> int:
    """Fetch every feed whose time has come, and compare what is new; gives how many were fetched."""
    due = queries.due(_worker())
    for feed_id in due:
        fetch(_worker(), feed_id)
    if due:
        look_for_duplicates(_worker())
    return len(due)


@task()
def fetch_one(feed_id: str) -> None:
    """Fetch one feed that somebody asked for."""
    fetch(_worker(), UUID(feed_id))
    look_for_duplicates(_worker())


@task()
def compare_all() -> int:
    """Look for services that stand in the directory twice."""
    return look_for_duplicates(_worker())
