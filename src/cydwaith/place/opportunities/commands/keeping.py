"""Keeping a posting right: another version, still right, paused, open again, closed."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, NotFound

from ..models import Keeper, Opportunity
from ..policy import is_checker, may_check_row, may_keep
from ..queries.rows import posting_of
from ..rules.posting import Posting, as_values, changed
from ..rules.vocabulary import LIVE, Status
from .offering import columns, require_sound

MOVES = {
    Status.OPEN: {Status.PAUSED, Status.CLOSED},
    Status.PAUSED: {Status.OPEN, Status.CLOSED},
    Status.WAITING: {Status.CLOSED},
}
"""What a keeper may do from where it is; only a check leads out of waiting into the open."""


@command("role_changed", permit=may_keep)
def change(actor: Actor, *, opportunity_id: UUID, posting: Posting) -> Done[bool]:
    """Write another version. True where it counts at once, False where somebody looks first.

    What everybody sees stays as it was until then. Raises Invalid, NotFound.
    """
    require_sound(posting)
    new, row = columns(posting), find(actor, opportunity_id)
    touched = changed(posting_of(row), posting)
    if not touched and row.changes is None:
        return Done(True, subject=row.id)
    if touched and Status(row.status) in LIVE and not may_check_row(actor, row):
        row.changes, row.changed_at = as_values(posting), clock.now()
        row.save(update_fields=["changes", "changed_at"])
        return Done(False, subject=row.id, fields=touched)
    put(row, new)
    return Done(Status(row.status) in LIVE, subject=row.id, fields=touched)


@command("role_confirmed", permit=may_keep)
def confirm(actor: Actor, *, opportunity_id: UUID) -> Done[None]:
    """Say that what everybody reads is right today; in nobody's name but one's own. Raises NotFound."""
    row = find(actor, opportunity_id)
    row.assured_on, row.assured_by = clock.today(), "" if is_checker(actor) else row.organisation_name
    row.save(update_fields=["assured_on", "assured_by"])
    approved_rows(Keeper).filter(opportunity_id=row.id).update(asked_on=None)
    return Done(None, subject=row.id, fields=("assured_on",))


@command("role_moved", permit=may_keep)
def move(actor: Actor, *, opportunity_id: UUID, to: Status) -> Done[None]:
    """Pause, open again or close it, at once; what waited for a check goes with what is closed.

    Raises Conflict where it cannot go there, NotFound.
    """
    row = find(actor, opportunity_id)
    if to not in MOVES.get(Status(row.status), set()):
        raise Conflict(_("That cannot be done from where it is now. Look at the page again."))
    if to is Status.OPEN and row.until and row.until < clock.today():
        raise Conflict(_("Its last day is over. Change that day first."))
    row.status = to.value
    if to is Status.CLOSED:
        row.changes = row.changed_at = None
    row.save(update_fields=["status", "changes", "changed_at"])
    return Done(None, subject=row.id, fields=("status",))


def find(actor: Actor, opportunity_id: UUID) -> Opportunity:
    """One posting, held until the change is written. Raises NotFound."""
    rows = Opportunity.objects.as_seen_by(actor).select_for_update(of=("self",))
    row: Opportunity | None = rows.filter(id=opportunity_id).first()
    if row is None:
        raise NotFound(_("This is not offered any more."))
    return row


def put(row: Opportunity, values: dict[str, object]) -> None:
    """Let the new version count; what was not shown waits again."""
    for name, value in {**values, "changes": None, "changed_at": None}.items():
        setattr(row, name, value)
    if Status(row.status) is Status.REFUSED:
        row.status, row.reason = Status.WAITING.value, ""
    row.save()
