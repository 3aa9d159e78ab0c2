"""Reads that open one person's record are recorded too."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from django.db import transaction

from cydwaith.kernel.actor import Actor

from . import trail

_reading: ContextVar[bool] = ContextVar("cydwaith_reading", default=False)

P = ParamSpec("P")
T = TypeVar("T")


def sensitive_read(
    verb: str, scope: str
) -> Callable[[Callable[Concatenate[Actor, UUID, P], T]], Callable[Concatenate[Actor, UUID, P], T]]:
    """Record that somebody other than the person opened this part of their record.

    The query comes first: a refusal leaves no trace of a look that never happened. A larger
    read that is made of smaller ones is recorded once, as the larger.
    """

    def wrap(query: Callable[Concatenate[Actor, UUID, P], T]) -> Callable[Concatenate[Actor, UUID, P], T]:
        @wraps(query)
        def run(actor: Actor, person_id: UUID, /, *args: P.args, **kwargs: P.kwargs) -> T:
            outermost = not _reading.get()
            token = _reading.set(True)
            try:
                result = query(actor, person_id, *args, **kwargs)
            finally:
                _reading.reset(token)
            if outermost and not actor.is_person(person_id) and not actor.is_system:
                with transaction.atomic():
                    trail.record(actor, verb, person_id=person_id, fields=[scope])
            return result

        return run

    return wrap
