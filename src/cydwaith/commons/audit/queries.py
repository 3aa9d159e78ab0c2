"""Reading the record: the person's own page, and the check of the whole chain."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel import chain
from cydwaith.kernel.actor import Actor

from .models import ChainHead, Event
from .trail import content


@dataclass(frozen=True, slots=True)
class Seen:
    """One line of "who looked at my record and why"."""

    at: datetime
    verb: str
    account_id: UUID | None
    organisation_id: UUID | None
    role: str
    purpose: str
    fields: tuple[str, ...]


def about_me(actor: Actor, limit: int = 500) -> list[Seen]:
    """What was done with the actor's own record, newest first."""
    rows = Event.objects.as_seen_by(actor).order_by("-id")[:limit]
    return [
        Seen(e.at, e.verb, e.account_id, e.organisation_id, e.role, e.purpose, tuple(e.fields)) for e in rows
    ]


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """Whether the chain is whole; ``broken_at`` is the first event that does not fit."""

    ok: bool
    events: int
    broken_at: int | None
    sentence: str


def verify(actor: Actor, progress: Callable[[int], None] | None = None) -> VerifyReport:
    """Recompute every digest from the first event on."""
    previous, count = chain.START, 0
    for event in approved_rows(Event).order_by("id").iterator(chunk_size=2000):
        if event.previous != previous or event.digest != chain.digest(previous, content(event)):
            return VerifyReport(False, count, event.id, f"The record was changed at event {event.id}.")
        previous, count = event.digest, count + 1
        if progress and count % 1000 == 0:
            progress(count)
    return _against_head(previous, count)


def _against_head(previous: str, count: int) -> VerifyReport:
    head = ChainHead.objects.filter(id=1).first()
    if (head.digest, head.events) != (previous, count) if head else count:
        return VerifyReport(False, count, None, "Events are missing from the end of the record.")
    return VerifyReport(True, count, None, f"The record is whole: {count} events.")
