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

COACH_SCOPES = (
    Scope.CONTACT | Scope.ABOUT_ME | Scope.PLAN | Scope.HEALTH | Scope.WORK | Scope.MEASURES | Scope.REFERRALS
)


def let_team_out(referral: Referral, day: date | None = None) -> None:
    """End the team's and the coach's permissions with that day (default: four weeks from today)."""
    house = system("support has ended")
    for held in Assignment.objects.as_seen_by(house).filter(referral_id=referral.id, until=None):
        _close(held)
        give_an_end(held.permission_id, day)
    give_an_end(referral.permission_id, day)


def end_assignment(assignment: Assignment) -> None:
    """The coach no longer holds this support, and sees nothing more through it."""
    _close(assignment)
    if assignment.permission_id is not None:
        withdraw(system("a coach's assignment has ended"), permission_id=assignment.permission_id)


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
