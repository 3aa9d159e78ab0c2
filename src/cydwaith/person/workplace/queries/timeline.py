"""What agreeing at work adds to the one timeline."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.person.plans.moments import Moment, at_noon
from cydwaith.person.work.queries import statement
from cydwaith.person.work.rules.phased import calendar, usable

from .. import policy
from ..models import Adjustment, Invitation
from ..rules.agreeing import ContactRole, Ended, Move
from ..words import ENDED, HAPPENED, ROLES


def timeline(actor: Actor, person_id: UUID) -> list[Moment]:
    """Who was invited, what was said of each adjustment, the days of coming back; nothing for an employer."""
    if not policy.sees(actor, person_id):
        return []
    invited = [moment for row in _invited(actor, person_id) for moment in _invitation(row)]
    said = [moment for row in _adjustments(actor, person_id) for moment in _said(row)]
    return [*invited, *said, *_coming_back(actor, person_id)]


@prepared
def _invited(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return Invitation.objects.as_seen_by(actor).filter(person_id=person_id)


@prepared
def _adjustments(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return Adjustment.objects.as_seen_by(actor).filter(person_id=person_id)


def _invitation(row: Invitation) -> Iterator[Moment]:
    who = f"{row.name} ({ROLES[ContactRole(row.role)]}), {row.employer}"
    yield Moment(row.written_at, _("Invited somebody at work"), who, row.by_name)
    if row.ended_at is not None:
        yield Moment(
            row.ended_at, _("An invitation at work ended"), f"{who}. {ENDED[Ended(row.ended_because)]}"
        )


def _said(row: Adjustment) -> Iterator[Moment]:
    """Each thing that was said, under what it was about at that time."""
    what = offered = ""
    for one in row.history:
        move, words = Move(one["move"]), one["words"]
        if move in (Move.PROPOSE, Move.CHANGE):
            what, words = words, ""
        elif move is Move.AMEND:
            offered = words
        elif move is Move.ACCEPT:
            what = offered
        title = _("What helps at work: %(happened)s") % {"happened": HAPPENED[move]}
        told = "\n".join(filter(None, (what, words)))
        yield Moment(datetime.fromisoformat(one["at"]), title, told, one["by"])


def _coming_back(actor: Actor, person_id: UUID) -> Iterator[Moment]:
    """The first and the last day on which hours build up, once they have come."""
    kept = statement(actor, person_id)
    weeks = calendar(kept.said.build_up) if kept and usable(kept.said.build_up) else ()
    days = [day for week in weeks for day in week.days]
    if kept is None or not days:
        return
    ends = (days[0], _("The phased return begins")), (days[-1], _("The last day of the phased return"))
    for day, title in ends:
        if day.on <= clock.today():
            yield Moment(at_noon(day.on), title, kept.said.job.employer)
