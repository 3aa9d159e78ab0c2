"""Who reads and writes a mid-life review, and who invites."""

from typing import Any
from uuid import UUID

from django.db.models import F, Q

from cydwaith.commons.circle import grants
from cydwaith.commons.circle.policy import ScopedToPerson, any_of, may_see, may_see_in_confidence
from cydwaith.commons.circle.rules import Scope, is_employer
from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel.actor import Actor, Role, Strength
from cydwaith.person.plans.policy import WRITERS, ScopedByRow, writes

from .models import Answers, Invited, Review
from .rules import SCOPES, Pillar

INVITES = "A coach or link worker invites people whom they walk with; a steward invites everybody of an age."
AGE_LIST = "Stewards send invitations by age, and see no names and no small numbers."
SOFTWARE = "Only the software reminds, when the day has come."
INVITERS = (Role.STEWARD, Role.COACH, Role.LINK_WORKER)
ANSWERS = "Each part is seen by the person and by those whom they let in to that part: never an employer."


class OwnParts(ScopedByRow):
    """The plan's rule, without employers: how long somebody means to work on is theirs to say."""

    sentence = ANSWERS

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system:
            return Q()
        own = Q(person_id=actor.person_id) if actor.person_id else None
        circle = grants.let_in(actor, "person_id", F("scope"), in_confidence=True)
        return any_of(own, None if is_employer(actor) else circle)

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return may_see_in_confidence(actor, row.person_id, Scope(row.scope))


register(Review, ScopedToPerson(Scope.PLAN))
register(Answers, OwnParts())
register(Invited, ScopedToPerson(Scope.CONTACT))


def may_write(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person, or a practitioner let in to the plan."""
    return Decision(writes(actor, person_id, Scope.PLAN), WRITERS)


def may_answer(actor: Actor, *, person_id: UUID, pillar: Pillar, **_: Any) -> Decision:
    """Whoever may write the plan and the part that the answers are of."""
    parts = (Scope.PLAN, SCOPES[pillar])
    return Decision(all(writes(actor, person_id, part) for part in parts), WRITERS)


def may_invite(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The software for the age list; a practitioner let in to how to reach them."""
    walks = actor.is_practitioner and may_see(actor, person_id, Scope.CONTACT)
    return Decision(actor.is_system or walks, INVITES)


def may_invite_by_age(actor: Actor, **_: Any) -> Decision:
    """A steward."""
    return Decision(is_steward(actor), AGE_LIST)


def is_steward(actor: Actor) -> bool:
    """Somebody who runs the place, strongly signed in."""
    return actor.has(Role.STEWARD) and actor.strength >= Strength.SECOND_FACTOR


def may_run(actor: Actor, **_: Any) -> Decision:
    """The software itself."""
    return Decision(actor.is_system, SOFTWARE)
