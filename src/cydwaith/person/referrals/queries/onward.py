"""What the pages of asking a service need besides the referral: the goal, whom it is for, a day."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.circle.queries import person_card
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import CydwaithError, NotFound
from cydwaith.person.plans.queries import GoalRow
from cydwaith.person.plans.queries import goal as plan_goal

from ..models import Referral
from ..policy import may_refer_on


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom it is for: themselves, or somebody with what they like to be called."""

    person_id: UUID
    called: str
    is_own: bool


def whom(actor: Actor, person_id: UUID) -> Whom:
    """Whom a service is asked for. Raises NotFound where the actor may not ask for them."""
    if not may_refer_on(actor, person_id=person_id).allowed:
        raise NotFound(_("There is no such person."))
    return Whom(person_id, person_card(actor, person_id).called, actor.is_person(person_id))


def goal_for(actor: Actor, person_id: UUID, goal_id: str) -> GoalRow | None:
    """The goal that a search began from, if there was one and it is open to the actor."""
    try:
        return plan_goal(actor, person_id, UUID(goal_id)) if goal_id else None
    except (ValueError, CydwaithError):
        return None


def what_to_say(actor: Actor, referral_id: UUID) -> str:
    """The reference of what the person is asked about, by their link. Raises NotFound."""
    row = Referral.objects.as_seen_by(actor).filter(id=referral_id).only("reference").first()
    if row is None:
        raise NotFound(_("There is nothing to say about this any more."))
    return str(row.reference)
