"""Who sees what a practice asked, and who may ask."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from cydwaith.commons.circle.policy import NOTHING, ScopedToPerson, any_of
from cydwaith.commons.circle.rules import Scope, can_hold
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Refused

from .models import AtPractice, LessonDone, PracticeFigures, WorkQuestion

PRACTICE = "A practice's clinicians see whom they asked about work."
QUESTION = "The practice that asked, the person, and those they let in to their health."
ASKING = "Clinicians ask about work, signed in with both factors."
VIEW = "A practice's clinicians and managers see how often it asks about work."
PUBLISHING = "The software publishes a practice's figures once a quarter is over."
OWN_LESSONS = "A record of learning is its owner's alone."


def in_clinic(actor: Actor, *roles: Role) -> bool:
    """A clinician (or one of these roles) of an organisation, signed in strongly enough.

    Whoever also acts as an employer there does not: a hospital's patients are its staff too.
    """
    if actor.has(Role.EMPLOYER) or not can_hold(actor):
        return False
    return actor.has(Role.CLINICIAN, *roles) and actor.organisation_id is not None


class OfPractice:
    """Rows of the actor's own practice."""

    def __init__(self, *others: Role, sentence: str = PRACTICE) -> None:
        """``others`` read them beside clinicians."""
        self.others, self.sentence = others, sentence

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system:
            return Q()
        return Q(organisation_id=actor.organisation_id) if in_clinic(actor, *self.others) else NOTHING

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        ours = row.organisation_id == actor.organisation_id
        return actor.is_system or (ours and in_clinic(actor, *self.others))


class AskedAbout:
    """The practice's own, and the record of the person once they are known."""

    sentence = QUESTION

    def __init__(self) -> None:
        self.practice, self.health = OfPractice(), ScopedToPerson(Scope.HEALTH)

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        return any_of(self.practice.filter(actor), self.health.filter(actor))

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        known = row.person_id is not None
        return self.practice.check(actor, row) or (known and self.health.check(actor, row))


class OwnAccount:
    """Rows of the account itself."""

    sentence = OWN_LESSONS

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        return Q(account_id=actor.account_id) if actor.account_id is not None else NOTHING

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return actor.account_id is not None and row.account_id == actor.account_id


register(AtPractice, OfPractice())
register(WorkQuestion, AskedAbout())
register(LessonDone, OwnAccount())
register(PracticeFigures, OfPractice(Role.MANAGER, sentence=VIEW))


def may_ask(actor: Actor, *, asked: Any, **_: Any) -> Decision:
    """A clinician, about somebody of their own practice."""
    known = asked.at_practice_id
    return Decision(in_clinic(actor) and (known is None or _is_ours(actor, known)), ASKING)


def may_learn(actor: Actor, **_: Any) -> Decision:
    """Anybody who works here keeps a record of their own learning."""
    return Decision(actor.account_id is not None and actor.is_staff, OWN_LESSONS)


def may_publish(actor: Actor, **_: Any) -> Decision:
    """The software."""
    return Decision(actor.is_system, PUBLISHING)


def require_practice(actor: Actor) -> UUID:
    """The practice whose numbers the actor may see. Raises Refused."""
    if not in_clinic(actor, Role.MANAGER) or actor.organisation_id is None:
        raise Refused(VIEW)
    return actor.organisation_id


def _is_ours(actor: Actor, at_practice_id: UUID) -> bool:
    rows = approved_rows(AtPractice).filter(id=at_practice_id)
    return bool(rows.filter(organisation_id=actor.organisation_id).exists())
