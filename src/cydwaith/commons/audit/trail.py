"""Adding to the chain."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from cydwaith.commons.guard.prepared import prepared
from cydwaith.commons.guard.scope import writing
from cydwaith.kernel import chain, clock
from cydwaith.kernel.actor import Actor, system

from .models import ChainHead, Event

CLERK = system("the record of who did what")
PARTS = [part for part in Event._meta.concrete_fields if not part.primary_key]
INSERT = "INSERT INTO {table} ({columns}) VALUES ({places})".format(  # noqa: S608 - our own names
    table=Event._meta.db_table,
    columns=", ".join(f'"{part.column}"' for part in PARTS),
    places=", ".join(["%s"] * len(PARTS)),
)
MOVE_ON = f"UPDATE {ChainHead._meta.db_table} SET digest = %s, events = events + 1 WHERE id = 1"  # noqa: S608 - our own names


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
        previous=_last_digest(),
    )
    event.digest = chain.digest(event.previous, content(event))
    _append(event)
    return event


def _last_digest() -> str:
    """The end of the chain, held until the caller's transaction is over."""
    held = _end_of_chain(CLERK)
    if not held:
        ChainHead.objects.get_or_create(id=1, defaults={"digest": chain.START})
        held = _end_of_chain(CLERK)
    return str(held[0])


@prepared
def _end_of_chain(actor: Actor) -> "QuerySet[ChainHead, str]":
    return ChainHead.objects.select_for_update().filter(id=1).values_list("digest", flat=True)


def _append(event: Event) -> None:
    """Every change and every look ends here, so both statements are written out once."""
    values = [part.get_db_prep_save(getattr(event, part.attname), connection) for part in PARTS]
    with writing(), connection.cursor() as cursor:
        cursor.execute(INSERT, values)
        cursor.execute(MOVE_ON, [event.digest])


def _role(actor: Actor) -> str:
    if actor.link:
        return f"link:{actor.link.kind}"
    if actor.is_system:
        return "system"
    return ",".join(sorted(actor.roles))
