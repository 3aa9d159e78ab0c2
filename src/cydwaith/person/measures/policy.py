"""Who sees readings, who asks, and who may answer."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from cydwaith.commons.circle.policy import ScopedToPerson, may_see
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from .models import MeasureInvitation, Reading
from .rules import LINK_KIND, RESULT_HOURS, Asking, How, is_open

READERS = "The person, those they let in to their measures, and the link that was sent for one sitting."
ASKERS = "The person, and a coach or link worker let in to their measures, may begin a set of questions."
ANSWERERS = "The person answers, by link or signed in, or with a coach or link worker whom they let in."


class OneInvitation(ScopedToPerson):
    """The circle's rule, and besides it the one invitation that a link was made for."""

    def __init__(self) -> None:
        super().__init__(Scope.MEASURES, sentence=READERS)

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        linked = _linked(actor)
        return super().filter(actor) if linked is None else Q(id=linked)

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        linked = _linked(actor)
        return super().check(actor, row) if linked is None else bool(row.id == linked)


class ReadingRows(ScopedToPerson):
    """The circle's rule; a link shows what was just answered through it, for a day."""

    def __init__(self) -> None:
        super().__init__(Scope.MEASURES, sentence=READERS)

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        linked = _linked(actor)
        if linked is None:
            return super().filter(actor)
        return Q(invitation_id=linked, entered_at__gt=_a_day_ago())

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        linked = _linked(actor)
        if linked is None:
            return super().check(actor, row)
        return bool(row.invitation_id == linked and row.entered_at > _a_day_ago())


def _a_day_ago() -> datetime:
    return clock.now() - timedelta(hours=RESULT_HOURS)


def _linked(actor: Actor) -> UUID | None:
    if actor.link is None or actor.link.kind != LINK_KIND:
        return None
    return actor.link.subject_id


def register_policies() -> None:
    """Say who sees the tables of this app."""
    register(MeasureInvitation, OneInvitation())
    register(Reading, ReadingRows())


def works_with(actor: Actor, person_id: UUID) -> bool:
    """The person themselves, or a practitioner whom they let in to their measures."""
    if actor.is_person(person_id):
        return True
    return actor.is_practitioner and may_see(actor, person_id, Scope.MEASURES)


def may_ask(actor: Actor, *, person_id: UUID, how: How, **_: Any) -> Decision:
    """On one's own only the person; every other way a practitioner."""
    own = how is How.OWN
    return Decision(works_with(actor, person_id) and own == actor.is_person(person_id), ASKERS)


def may_record(actor: Actor, *, person_id: UUID, invitation_id: UUID | None = None, **_: Any) -> Decision:
    """The person, a practitioner with them, or the link of this invitation while it is open."""
    allowed = works_with(actor, person_id) or _answers_by_link(actor, person_id, invitation_id)
    return Decision(allowed, ANSWERERS)


def may_correct(actor: Actor, *, reading_id: UUID, **_: Any) -> Decision:
    """Whoever may record for this person; a link only what came through it."""
    row = approved_rows(Reading).filter(id=reading_id).first()
    if row is None:
        return Decision(False, ANSWERERS)
    return may_record(actor, person_id=row.person_id, invitation_id=row.invitation_id)


def may_finish(actor: Actor, *, invitation_id: UUID, **_: Any) -> Decision:
    """Whoever may answer it."""
    row = approved_rows(MeasureInvitation).filter(id=invitation_id).first()
    if row is None:
        return Decision(False, ANSWERERS)
    return may_record(actor, person_id=row.person_id, invitation_id=invitation_id)


def _answers_by_link(actor: Actor, person_id: UUID, invitation_id: UUID | None) -> bool:
    linked = _linked(actor)
    if linked is None or linked != invitation_id:
        return False
    row = approved_rows(MeasureInvitation).filter(id=linked, person_id=person_id, how=How.LINK).first()
    return row is not None and is_open(Asking(row.expires_at, row.done_at), clock.now())
