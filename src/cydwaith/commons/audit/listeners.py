"""Who wants to be told of which news, and telling them."""

import logging
from collections.abc import Callable, Mapping

from django.db import transaction

from cydwaith.kernel import clock

from .models import OutboxEvent

Listener = Callable[[Mapping[str, object]], None]

_listeners: dict[str, list[Listener]] = {}
_log = logging.getLogger(__name__)


def subscribe(verb: str, listener: Listener) -> None:
    """Be told of a command's news; from an app's ``ready``. Must bear being told twice."""
    _listeners.setdefault(verb, []).append(listener)


def tell_waiting() -> int:
    """Tell listeners of all waiting news, oldest first; returns how many.

    News that a listener cannot take stays for the next time and does not hold up the rest.
    """
    return sum(_tell(waiting) for waiting in OutboxEvent.objects.filter(handled_at=None).order_by("id"))


def _tell(waiting: OutboxEvent) -> bool:
    try:
        with transaction.atomic():
            for listener in _listeners.get(waiting.verb, []):
                listener(waiting.payload)
            OutboxEvent.objects.filter(id=waiting.id).update(handled_at=clock.now())
    except Exception:
        _log.exception("The news %s could not be passed on; it stays for the next time.", waiting.id)
        return False
    return True
