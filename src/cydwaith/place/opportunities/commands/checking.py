"""A second pair of eyes: let a posting through, or say why not."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid

from .. import letters
from ..models import Opportunity
from ..policy import may_check
from ..queries.rows import posting_of
from ..rules.posting import from_values, mark
from ..rules.vocabulary import Status
from .keeping import find, put
from .offering import columns, require_sound


@command("role_let_through", permit=may_check)
def let_through(actor: Actor, *, opportunity_id: UUID, seen: str | None = None) -> Done[bool]:
    """Let it be seen, or its new version; False where it is paused, so that nobody finds it yet.

    Raises Conflict, and Invalid for what cannot stand any more, such as a last day that went by.

    ``seen`` is the mark of the words that the checker read, so that none is let through unread; None
    asks for no check.
    """
    row = _waiting(actor, opportunity_id)
    posting = posting_of(row) if row.changes is None else from_values(row.changes, posting_of(row))
    if seen is not None and seen != mark(posting):
        raise Conflict(_("It was changed since you looked. Read it again."))
    require_sound(posting)
    if row.changes is not None:
        put(row, columns(posting))
    else:
        row.status = Status.OPEN.value
    row.assured_on, row.assured_by = clock.today(), _said_by(row)
    _decide(actor, row, "")
    return Done(Status(row.status) is Status.OPEN, subject=row.id, fields=("status",))


@command("role_refused", permit=may_check)
def refuse(actor: Actor, *, opportunity_id: UUID, reason: str) -> Done[None]:
    """Leave it unseen, or as it was, and say why to whoever offers it. Raises Conflict, Invalid."""
    if not reason.strip():
        raise Invalid(_("Say why, in a line. Whoever sent it reads this."), "reason")
    row = _waiting(actor, opportunity_id)
    if row.changes is not None:
        row.changes = row.changed_at = None
    else:
        row.status = Status.REFUSED.value
    _decide(actor, row, reason.strip())
    return Done(None, subject=row.id, fields=("reason",))


def _said_by(row: Opportunity) -> str:
    """Who says that it is right: nobody outside where a coach or steward typed it."""
    typed_here = row.made_by is not None and row.organisation_id is None
    return "" if typed_here else row.organisation_name


def _waiting(actor: Actor, opportunity_id: UUID) -> Opportunity:
    row = find(actor, opportunity_id)
    if Status(row.status) is not Status.WAITING and row.changes is None:
        raise Conflict(_("Somebody has decided on this already."))
    return row


def _decide(actor: Actor, row: Opportunity, reason: str) -> None:
    row.reason, row.decided_at, row.decided_by = reason, clock.now(), actor.account_id
    row.save()
    letters.write(row.id, letters.DECIDED)
