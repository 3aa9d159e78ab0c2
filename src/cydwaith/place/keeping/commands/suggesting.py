"""What anybody suggests: kept once, however often it is sent."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid

from ..models import Proposal
from ..policy import may_suggest
from ..queries.entry import entry
from ..rules.entry import Point, changes


@dataclass(frozen=True, slots=True)
class Suggested:
    """Something new (no ``service_id``), or what is wrong with an entry.

    ``client_id`` is made where it was written, and is the same each time that it is sent.
    """

    texts: dict[str, str]
    service_id: UUID | None = None
    kind: str = ""
    words: str = ""
    shown: dict[str, str] = field(default_factory=dict)
    point: Point | None = None
    client_id: UUID | None = None
    reply_to: str = ""


@command("suggestion_made", permit=may_suggest)
def suggest(actor: Actor, *, suggested: Suggested) -> Done[bool]:
    """Keep a suggestion until a steward has looked. False when it was here already. Raises Invalid."""
    values, before = _texts(actor, suggested)
    try:
        with transaction.atomic():
            row = Proposal.objects.create(
                service_id=suggested.service_id,
                by="somebody",
                values=values,
                before=before,
                words=suggested.words,
                latitude=suggested.point.latitude if suggested.point else None,
                longitude=suggested.point.longitude if suggested.point else None,
                client_id=suggested.client_id,
                reply_to=suggested.reply_to,
                language=actor.language,
            )
    except IntegrityError:
        if not approved_rows(Proposal).filter(client_id=suggested.client_id).exists():
            raise
        return Done(False)
    return Done(True, subject=row.id, fields=tuple(values))


def _texts(actor: Actor, suggested: Suggested) -> tuple[dict[str, str], dict[str, str]]:
    if suggested.service_id is None:
        kept = {name: text for name, text in suggested.texts.items() if text}
        return kept | {"kind": suggested.kind}, {}
    now = entry(actor, suggested.service_id).texts
    changed = changes(suggested.shown or now, suggested.texts)
    if not changed and not suggested.words:
        raise Invalid(_("Say what is wrong, or change what is not right."), "words")
    return {one.field: one.after for one in changed}, {one.field: one.before for one in changed}
