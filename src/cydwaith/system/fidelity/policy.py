"""Who sees how a service works, who rates it, and what stays with one specialist."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from cydwaith.commons.circle.policy import NOTHING, may_see
from cydwaith.commons.circle.rules import Scope, can_hold
from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Refused
from cydwaith.person.work.policy import OwnAnswers

from .models import BenefitsTalk, WeekOfWork

TEAM = (Role.COACH, Role.LINK_WORKER, Role.MANAGER)
OWN_WEEK = "A specialist's weeks are their own; others see sums."
BENEFITS = "The person, and those let in to their work but no employer, see what help with benefits they got."
SEEING = "The team itself, and the partnership's stewards, see how a service works."
TELLING = "Only the team itself says how it works."
RATING = "The team rates itself; stewards and people of other organisations rate it independently."
STATING = "Only a steward of the partnership makes its own fidelity statement."


class OwnWeeks:
    """Weeks of the account itself."""

    sentence = OWN_WEEK

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system:
            return Q()
        return Q(account_id=actor.account_id) if actor.account_id is not None else NOTHING

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return actor.is_system or (actor.account_id is not None and row.account_id == actor.account_id)


register(WeekOfWork, OwnWeeks())
register(BenefitsTalk, OwnAnswers(Scope.WORK, BENEFITS))


def is_of_team(actor: Actor, organisation_id: UUID) -> bool:
    """Somebody who works in this team, signed in strongly enough."""
    return actor.organisation_id == organisation_id and actor.has(*TEAM) and can_hold(actor)


def is_reviewer(actor: Actor) -> bool:
    """Somebody who may rate a team that is not theirs."""
    return actor.has(Role.STEWARD, Role.MANAGER) and can_hold(actor)


def may_look(actor: Actor, organisation_id: UUID) -> bool:
    """The team, stewards, and managers of other teams who review it."""
    return actor.is_system or is_of_team(actor, organisation_id) or is_reviewer(actor)


def require_look(actor: Actor, organisation_id: UUID) -> None:
    """Raises Refused for everybody else."""
    if not may_look(actor, organisation_id):
        raise Refused(SEEING)


def require_team(actor: Actor, organisation_id: UUID) -> None:
    """Raises Refused for whoever is not of this team."""
    if not is_of_team(actor, organisation_id):
        raise Refused(TELLING)


def may_tell(actor: Actor, *, organisation_id: UUID, **_: Any) -> Decision:
    """People of the team, about the team."""
    return Decision(actor.is_system or is_of_team(actor, organisation_id), TELLING)


def may_rate(actor: Actor, *, organisation_id: UUID, **_: Any) -> Decision:
    """The team, and reviewers."""
    return Decision(is_of_team(actor, organisation_id) or is_reviewer(actor), RATING)


def may_state(actor: Actor, **_: Any) -> Decision:
    """Stewards."""
    return Decision(actor.is_system or (actor.has(Role.STEWARD) and can_hold(actor)), STATING)


def may_note_benefits(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person, or a practitioner whom they let in to their work."""
    with_them = actor.is_practitioner and may_see(actor, person_id, Scope.WORK)
    return Decision(actor.is_person(person_id) or with_them, BENEFITS)
