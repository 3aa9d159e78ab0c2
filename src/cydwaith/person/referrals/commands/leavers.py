"""Whoever no longer works for a team no longer holds its support."""

from uuid import UUID

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.people.queries import colleagues
from cydwaith.kernel.actor import Actor, Role

from ..models import Assignment
from ..policy import may_watch
from .leaving import end_assignment


@command("leaver_let_out", permit=may_watch)
def let_leaver_out(actor: Actor, *, account_id: UUID, organisation_id: UUID) -> Done[int]:
    """End what a coach held for an organisation where they walk with nobody now; gives how many.

    They may work elsewhere and still sign in: what people opened to them as their coach here closes.
    """
    staff = colleagues(actor, organisation_id, Role.COACH, Role.LINK_WORKER)
    if account_id in {one.account_id for one in staff}:
        return Done(0, subject=account_id)
    rows = Assignment.objects.as_seen_by(actor).filter(
        coach_id=account_id, organisation_id=organisation_id, until=None
    )
    held = list(rows)
    for assignment in held:
        end_assignment(assignment)
    return Done(len(held), subject=account_id, fields=("coach",))
