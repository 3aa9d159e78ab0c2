"""Who may read and write a plan: the person, and whoever the person lets in."""

from typing import Any
from uuid import UUID

from django.db.models import F, Q

from cydwaith.commons.circle import grants
from cydwaith.commons.circle.policy import (
    NeverForEmployers,
    ScopedToPerson,
    any_of,
    may_see,
    may_see_in_confidence,
    open_scopes,
)
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel.actor import Actor

from . import models
from .rules.vocabulary import Heading, scope_of

EVERYTHING = Scope.ABOUT_ME | Scope.PLAN | Scope.HEALTH | Scope.WORK

WRITERS = "The person writes their plan, and so does a coach or link worker whom they let in."
OWN_YES = "Only the person agrees to their plan."
HEARD_YES = "A coach or link worker whom the person let in writes down that they said yes."
HOPE = "The person and those they let in to work hear the hope for it; no employer does."
HOPERS = "The person, and anybody but an employer whom they let in, may say how much hope for work they have."


class ScopedByRow:
    """Rows that say themselves which part of a permission opens them."""

    sentence = "Each part of a plan is seen by the person and by those whom they let in to that part."

    def filter(self, actor: Actor) -> Q:
        """The face for lists: one look at the permissions, whatever the number of parts."""
        if actor.is_system:
            return Q()
        own = Q(person_id=actor.person_id) if actor.person_id else None
        return any_of(own, grants.let_in(actor, "person_id", F("scope")))

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return may_see(actor, row.person_id, Scope(row.scope))


register(models.Entry, ScopedByRow())
register(models.Change, ScopedByRow())
register(models.Hope, NeverForEmployers(Scope.WORK, sentence=HOPE))
for _model in (models.Plan, models.Goal, models.Rating, models.Step, models.Agreement):
    register(_model, ScopedToPerson(Scope.PLAN))


def sees(actor: Actor, person_id: UUID) -> Scope:
    """The parts of the person's plan that are open to the actor now."""
    return open_scopes(actor, person_id) & EVERYTHING


def writes(actor: Actor, person_id: UUID, scope: Scope) -> bool:
    """Whether the actor may write in this part of the person's plan."""
    return actor.is_person(person_id) or (actor.is_practitioner and may_see(actor, person_id, scope))


def may_write_entry(actor: Actor, *, person_id: UUID, heading: Heading, **_: Any) -> Decision:
    """The person, or a practitioner let in to the heading's part."""
    return Decision(writes(actor, person_id, scope_of(heading)), WRITERS)


def may_write_plan(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person, or a practitioner let in to the plan."""
    return Decision(writes(actor, person_id, Scope.PLAN), WRITERS)


def may_agree(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person alone, signed in."""
    return Decision(actor.is_person(person_id) and actor.account_id is not None, OWN_YES)


def may_write_down_yes(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """A practitioner let in to the plan, never the person: they say yes themselves."""
    by_other = not actor.is_person(person_id)
    return Decision(by_other and writes(actor, person_id, Scope.PLAN), HEARD_YES)


def hears_hope(actor: Actor, person_id: UUID) -> bool:
    """Whether hope for work is open to the actor: a low number in an employer's hands could do harm."""
    return may_see_in_confidence(actor, person_id, Scope.WORK)


def may_say_hope(actor: Actor, *, person_id: UUID, persons_own: bool, **_: Any) -> Decision:
    """One's own hope: whoever hears the others. The person's, written down: a practitioner."""
    if persons_own:
        return Decision(writes(actor, person_id, Scope.WORK), WRITERS)
    invited = actor.account_id is not None and hears_hope(actor, person_id)
    return Decision(invited and not actor.is_person(person_id), HOPERS)
