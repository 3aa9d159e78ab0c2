"""The team's way out: what was open without an end is opened again with one."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from cydwaith.commons.circle.commands import let_in, withdraw
from cydwaith.commons.circle.models import Permission
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.kernel.actor import system

from ..models import Assignment, Referral

LOOK_BACK_DAYS = 28

# Health, work and answers to questions open only when the person says so, part by part.
COACH_SCOPES = Scope.CONTACT | Scope.ABOUT_ME | Scope.PLAN | Scope.REFERRALS


def let_team_out(referral: Referral, day: date | None = None) -> None:
    """End the team's and the coach's permissions with that day (default: four weeks from today)."""
    house = system("support has ended")
    for held in Assignment.objects.as_seen_by(house).filter(referral_id=referral.id, until=None):
        _close(held)
        for permission_id in _let_in_as_coach(held):
            give_an_end(permission_id, day)
    give_an_end(referral.permission_id, day)


def end_assignment(assignment: Assignment) -> None:
    """The coach no longer holds this support, and sees nothing more through it."""
    _close(assignment)
    for permission_id in _let_in_as_coach(assignment):
        withdraw(system("a coach's assignment has ended"), permission_id=permission_id)


def _let_in_as_coach(assignment: Assignment) -> list[UUID]:
    """What opened to the coach by name: when the support was accepted, and what the person added."""
    house = system("what a coach was let in to")
    rows = Permission.objects.as_seen_by(house).filter(
        person_id=assignment.person_id, account_id=assignment.coach_id, withdrawn_at=None
    )
    return list(rows.values_list("id", flat=True))


def _close(assignment: Assignment) -> None:
    assignment.until = clock.now()
    assignment.save(update_fields=["until"])


def give_an_end(permission_id: UUID | None, day: date | None = None) -> None:
    """Replace a permission in force by the same with an end; what the person took back stays so."""
    house = system("support has ended")
    end = _end_of(day or clock.today() + timedelta(days=LOOK_BACK_DAYS))
    rows = Permission.objects.as_seen_by(house).filter(id=permission_id, withdrawn_at=None)
    held = rows.filter(Q(until=None) | Q(until__gt=end)).first()
    if held is None:
        return
    withdraw(house, permission_id=held.id)
    let_in(
        house,
        person_id=held.person_id,
        account_id=held.account_id,
        organisation_id=held.organisation_id,
        scopes=Scope(held.scopes),
        purpose=_("finish what we began"),
        until=end,
        how="support ended",
    )


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), tzinfo=clock.LONDON)
