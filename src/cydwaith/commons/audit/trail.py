"""Adding to the chain."""

from collections.abc import Iterable
from uuid import UUID

from cydwaith.commons.guard.scope import writing
from cydwaith.kernel import chain, clock
from cydwaith.kernel.actor import Actor

from .models import ChainHead, Event


def content(event: Event) -> dict[str, object]:
    """What an event's digest covers."""
    return {
        "at": event.at.isoformat(),
        "verb": event.verb,
        "account": str(event.account_id or ""),
        "organisation": str(event.organisation_id or ""),
        "role": event.role,
        "purpose": event.purpose,
        "person": str(event.person_id or ""),
        "subject": str(event.subject_id or ""),
        "fields": list(event.fields),
        "rule": event.rule,
    }


def record(
    actor: Actor,
    verb: str,
    *,
    person_id: UUID | None = None,
    subject_id: UUID | None = None,
    fields: Iterable[str] = (),
    rule: str = "",
) -> Event:
    """Append one event, in the caller's transaction."""
    head, _ = ChainHead.objects.select_for_update().get_or_create(id=1, defaults={"digest": chain.START})
    event = Event(
        at=clock.now(),
        verb=verb,
        account_id=actor.account_id,
        organisation_id=actor.organisation_id,
        role=_role(actor),
        purpose=actor.purpose,
        person_id=person_id,
        subject_id=subject_id,
        fields=sorted(fields),
        rule=rule,
        previous=head.digest,
    )
    event.digest = chain.digest(head.digest, content(event))
    with writing():
        event.save(force_insert=True)
    ChainHead.objects.filter(id=1).update(digest=event.digest, events=head.events + 1)
    return event


def _role(actor: Actor) -> str:
    if actor.link:
        return f"link:{actor.link.kind}"
    if actor.is_system:
        return "system"
    return ",".join(sorted(actor.roles))
