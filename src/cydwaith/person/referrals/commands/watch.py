"""What waits too long is said aloud: to the coach, then to the manager, once each."""

from uuid import UUID

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.people.queries import colleagues
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role

from .. import letters
from ..models import Assignment, Referral
from ..policy import may_watch
from ..rules import Kind, Status, Step, days_overdue, next_escalation
from .record import find, write_line

MANAGER_AFTER_DAYS = 3


@command("overdue_escalated", permit=may_watch)
def escalate(actor: Actor, *, referral_id: UUID) -> Done[str]:
    """Tell the next person in line that an answer is late, if it is their turn; gives who was told."""
    referral = find(actor, referral_id)
    team, coach = _who_holds(actor, referral)
    overdue = days_overdue(Status(referral.status), referral.acknowledge_by, clock.today())
    step = next_escalation(Step(referral.told), coach is not None, overdue, MANAGER_AFTER_DAYS)
    if step is not None:
        _tell(actor, referral, step, team, coach)
    return Done(step or "", person_id=referral.person_id, subject=referral.id, fields=("told",))


def _who_holds(actor: Actor, referral: Referral) -> tuple[UUID | None, UUID | None]:
    """The team and the coach who walk with the person now."""
    held = Assignment.objects.as_seen_by(actor).filter(person_id=referral.person_id, until=None)
    assignment = held.order_by("-since").first()
    if assignment is not None:
        return assignment.organisation_id, assignment.coach_id
    return (referral.organisation_id if referral.kind == Kind.SUPPORT else None), None


def _tell(actor: Actor, referral: Referral, step: Step, team: UUID | None, coach: UUID | None) -> None:
    referral.told = step
    referral.save(update_fields=["told"])
    write_line(actor, referral, f"overdue-{step}")
    where = letters.path("one", referral.id)
    if step is Step.COACH and coach is not None:
        letters.tell_account(actor, coach, "request-overdue", where)
        return
    managers = colleagues(actor, team, Role.MANAGER) if team is not None else []
    for manager in managers:
        letters.tell_account(actor, manager.account_id, "request-overdue", where)
