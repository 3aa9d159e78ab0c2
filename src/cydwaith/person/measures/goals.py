"""The person's own goals, as the plan holds them, ready to be rated."""

from uuid import UUID

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Refused
from cydwaith.methods.measures import instrument
from cydwaith.person.plans import queries as plans
from cydwaith.person.plans.rules.vocabulary import GoalStatus

from .rules import GOALS


def goals_to_rate(actor: Actor, person_id: UUID) -> dict[str, str]:
    """Id and words of the goals of now, as many as may be rated at a time, oldest first.

    Empty where there are none or the plan is not open to the actor.
    """
    try:
        found = plans.goals(actor, person_id)
    except Refused:
        return {}
    own = instrument(GOALS).own
    most = own.at_most if own is not None else 0
    now = [goal for goal in found if goal.status is GoalStatus.NOW]
    return {str(goal.id): goal.words for goal in now[:most]}
