"""News between apps: written with the change, told afterwards by the worker."""

from collections.abc import Callable, Mapping

from django.db import transaction

from cydwaith.kernel import clock

from . import jobs
from .models import OutboxEvent


def post(verb: str, payload: Mapping[str, object]) -> None:
    """Add news in the caller's transaction; the worker is woken when it commits."""
    OutboxEvent.objects.create(at=clock.now(), verb=verb, payload={k: str(v) for k, v in payload.items()})
    once_committed(_wake)


def once_committed(hook: Callable[[], None]) -> None:
    """Call this when the transaction commits: once, however often it was asked for."""
    if not any(waiting[1] is hook for waiting in transaction.get_connection().run_on_commit):
        transaction.on_commit(hook)


def _wake() -> None:
    jobs.relay.enqueue()
