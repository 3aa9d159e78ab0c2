"""Who sees talks with employers, interest, and what was passed on."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from cydwaith.commons.circle.policy import any_of
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, Strength
from cydwaith.person.plans.policy import writes
from cydwaith.person.work.policy import OwnAnswers
from cydwaith.place.opportunities.policy import holds_link_of, owner_of

from .models import EmployerContact, Interest, Introduction

CONTACTS = (
    "Talks for one person: they and those let in to their work, never an employer. "
    "Talks in general: the coach's own team."
)
LOOKING = "The person, and those let in to their work: never an employer, who could be the one they leave."
PASSED_ON = "The person, those let in to their work, and the one employer, until it ends or is taken back."
DECIDES = "Only the person says that they are interested; a coach whom they let in may do it with them."
WALKS = "The person, and a coach or link worker whom they let in to work, say how it goes."
LOGS = "A coach or link worker writes down talks with employers; for one person only where they are let in."
ANSWERS = "The employer who was told answers, by signing in or by the link of that posting."
TEAM = (Role.COACH, Role.LINK_WORKER, Role.MANAGER)


def _in_team(actor: Actor) -> bool:
    return actor.has(*TEAM) and actor.strength >= Strength.SECOND_FACTOR


class PersonOrTeam(OwnAnswers):
    """The circle's rule for talks that were for a person; the team's for those that were for nobody."""

    def __init__(self) -> None:
        super().__init__(Scope.WORK, sentence=CONTACTS)

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system:
            return Q()
        general = Q(person=None, organisation_id=actor.organisation_id) if _in_team(actor) else None
        return any_of(Q(person__isnull=False) & super().filter(actor), general)

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        if row.person_id is None:
            ours = row.organisation_id == actor.organisation_id
            return actor.is_system or (_in_team(actor) and ours)
        return super().check(actor, row)


class PersonOrEmployer(OwnAnswers):
    """The circle's rule, and the employer of the posting while it lasts."""

    def __init__(self) -> None:
        super().__init__(Scope.WORK, sentence=PASSED_ON)

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system:
            return Q()
        open_now = Q(withdrawn_at=None, until__gt=clock.now())
        owner, linked = owner_of(actor), holds_link_of(actor)
        ours = Q(organisation_id=owner) & open_now if owner else None
        by_link = Q(opportunity_id=linked) & open_now if linked else None
        return any_of(super().filter(actor), ours, by_link)

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return super().check(actor, row) or is_told(actor, row)


def is_told(actor: Actor, row: Introduction) -> bool:
    """Whether the actor is the employer who was told, and still is."""
    if row.withdrawn_at is not None or row.until <= clock.now():
        return False
    owner, linked = owner_of(actor), holds_link_of(actor)
    return (owner is not None and row.organisation_id == owner) or (
        linked is not None and row.opportunity_id == linked
    )


register(EmployerContact, PersonOrTeam())
register(Interest, OwnAnswers(Scope.WORK, LOOKING))
register(Introduction, PersonOrEmployer())


def may_say(actor: Actor, *, person_id: UUID, with_person: bool = False, **_: Any) -> Decision:
    """The person; or a practitioner let in to work, together with them."""
    own = actor.is_person(person_id)
    return Decision(own or (with_person and writes(actor, person_id, Scope.WORK)), DECIDES)


def may_walk(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person, or a practitioner let in to work."""
    return Decision(writes(actor, person_id, Scope.WORK), WALKS)


def may_log(actor: Actor, *, person_id: UUID | None = None, **_: Any) -> Decision:
    """A practitioner; for a person one who is let in to work."""
    strong = actor.is_practitioner and actor.strength >= Strength.SECOND_FACTOR
    return Decision(strong and (person_id is None or writes(actor, person_id, Scope.WORK)), LOGS)


def may_answer(actor: Actor, *, introduction_id: UUID, **_: Any) -> Decision:
    """The employer who was told."""
    row = approved_rows(Introduction).filter(id=introduction_id).first()
    return Decision(row is not None and is_told(actor, row), ANSWERS)
