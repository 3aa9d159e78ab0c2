"""The only way to change anything: permit -> rule -> write -> audit -> outbox."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from cydwaith.commons.guard.policies import Decision
from cydwaith.commons.guard.scope import writing
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Refused

from . import outbox, trail

P = ParamSpec("P")
T = TypeVar("T")
Permit = Callable[..., Decision]


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What a command did: its value, and what the record says of it.

    ``fields`` are names of changed fields, ``event`` is news for other apps: ids only.
    """

    value: T
    person_id: UUID | None = None
    subject: UUID | None = None
    fields: tuple[str, ...] = ()
    event: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """One row of the permission matrix."""

    verb: str
    name: str
    module: str
    permit: Permit


COMMANDS: dict[str, Registered] = {}


def command(
    verb: str, *, permit: Permit
) -> Callable[[Callable[Concatenate[Actor, P], Done[T]]], Callable[Concatenate[Actor, P], T]]:
    """Make a function a command: one transaction, permitted first, recorded always.

    ``permit(actor, **kwargs)`` sees the same arguments as the function. Raises ``Refused``.
    """

    def wrap(function: Callable[Concatenate[Actor, P], Done[T]]) -> Callable[Concatenate[Actor, P], T]:
        _register(verb, function, permit)

        @wraps(function)
        def run(actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> T:
            with transaction.atomic():
                decision = permit(actor, *args, **kwargs)
                if not decision.allowed:
                    raise Refused(decision.sentence)
                with writing():
                    done = function(actor, *args, **kwargs)
                _remember(actor, verb, done, decision)
            return done.value

        return run

    return wrap


def _register(verb: str, function: Callable[..., Any], permit: Permit) -> None:
    if verb in COMMANDS:
        raise ImproperlyConfigured(f"two commands are called {verb}")
    COMMANDS[verb] = Registered(verb, function.__name__, function.__module__, permit)


def _remember(actor: Actor, verb: str, done: Done[Any], decision: Decision) -> None:
    trail.record(
        actor,
        verb,
        person_id=done.person_id,
        subject_id=done.subject,
        fields=done.fields,
        rule=decision.sentence,
    )
    if done.event is not None:
        outbox.post(verb, done.event)
