"""Who sees enrolments, and who enrols."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from cydwaith.commons.circle.policy import ScopedToPerson, any_of, may_see
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel.actor import Actor, Role

from .models import DateOfBirth, Enrolment, StageReached

READERS = "The person, and coaches, link workers and managers whom they let in: never an employer."
WRITERS = "A coach or link worker whom the person let in writes down the programmes that they are on."
LEAVERS = "The person may leave a programme at any time; so may whoever walks with them write it down."
FRONT_LINE = (Role.COACH, Role.LINK_WORKER, Role.MANAGER)


def on_front_line(actor: Actor) -> bool:
    """Whether the actor is somebody who supports people and accounts for it, or the software."""
    return actor.is_system or actor.has(*FRONT_LINE)


class FrontLine(ScopedToPerson):
    """The circle's rule, for those who support people and account for it.

    A permission to anybody else, an employer say, opens nothing of it.
    """

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if on_front_line(actor):
            return super().filter(actor)
        own = Q(**{self.person_path: actor.person_id}) if actor.person_id is not None else None
        return any_of(own)

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        if on_front_line(actor) or actor.is_person(row.person_id):
            return super().check(actor, row)
        return False


def register_policies() -> None:
    """Say who sees the tables of this app."""
    for model in (Enrolment, StageReached, DateOfBirth):
        register(model, FrontLine(Scope.REFERRALS, sentence=READERS))


def sees(actor: Actor, person_id: UUID) -> bool:
    """Whether a person's enrolments are open to the actor."""
    if actor.is_person(person_id):
        return True
    return on_front_line(actor) and may_see(actor, person_id, Scope.REFERRALS)


def writes(actor: Actor, person_id: UUID) -> bool:
    """Whether the actor enrols this person."""
    return actor.is_practitioner and may_see(actor, person_id, Scope.REFERRALS)


def may_enrol(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """A practitioner whom the person let in."""
    return Decision(writes(actor, person_id), WRITERS)


def may_move(actor: Actor, *, enrolment_id: UUID, **_: Any) -> Decision:
    """A practitioner whom the person let in."""
    person_id = _person_of(enrolment_id)
    return Decision(person_id is not None and writes(actor, person_id), WRITERS)


def may_end(actor: Actor, *, enrolment_id: UUID, **_: Any) -> Decision:
    """The person, or a practitioner with them."""
    person_id = _person_of(enrolment_id)
    allowed = person_id is not None and (actor.is_person(person_id) or writes(actor, person_id))
    return Decision(allowed, LEAVERS)


def may_give_birthday(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person, or a practitioner with them."""
    return Decision(actor.is_person(person_id) or writes(actor, person_id), LEAVERS)


def _person_of(enrolment_id: UUID) -> UUID | None:
    return approved_rows(Enrolment).filter(id=enrolment_id).values_list("person_id", flat=True).first()
