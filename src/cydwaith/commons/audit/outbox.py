"""News between apps: written with the change, told afterwards by the worker."""

from collections.abc import Callable, Mapping

from django.db import transaction

from cydwaith.kernel import clock

from .models import OutboxEvent

Listener = Callable[[Mapping[str, object]], None]

_listeners: dict[str, list[Listener]] = {}


def subscribe(verb: str, listener: Listener) -> None:
    """Be told of a command's news; from an app's ``ready``. Must bear being told twice."""
    _listeners.setdefault(verb, []).append(listener)


def post(verb: str, payload: Mapping[str, object]) -> None:
    """Add news in the caller's transaction; the worker is woken when it commits."""
    OutboxEvent.objects.create(at=clock.now(), verb=verb, payload={k: str(v) for k, v in payload.items()})
    once_committed(_wake)


def once_committed(hook: Callable[[], None]) -> None:
    """Call this when the transaction commits: once, however often it was asked for."""
    if not any(waiting[1] is hook for waiting in transaction.get_connection().run_on_commit):
        transaction.on_commit(hook)


def _wake() -> None:
    from .jobs import relay

    relay.enqueue()


def tell_waiting() -> int:
    """Tell listeners of all waiting news, oldest first; returns how many."""
    told = 0
    for waiting in OutboxEvent.objects.filter(handled_at=None).order_by("id"):
        with transaction.atomic():
            for listener in _listeners.get(waiting.verb, []):
                listener(waiting.payload)
            OutboxEvent.objects.filter(id=waiting.id).update(handled_at=clock.now())
        told += 1
    return told
