"""Who may see a posting before and after it is checked, and who may change it."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel.actor import Actor, Role, Strength

from .models import Keeper, Opportunity
from .rules.vocabulary import LIVE, Status

KEEP = "opportunity"
OWNERS = (Role.EMPLOYER, Role.CHARITY)
CHECKERS = (Role.STEWARD, Role.COACH, Role.LINK_WORKER)

SEEN = "Everybody sees what is open; a draft is seen by whoever posted it and by those who check it."
ANYBODY = "Anybody may offer a role; somebody looks at it before it shows."
KEEPS = "Whoever posted a role keeps it right, by signing in or by the link that was sent to them."
CHECKS = "A steward, coach or link worker checks a role, and never one that they typed themselves."
ADDRESS = "Only stewards, coaches and link workers see where to write about a role."
SOFTWARE = "Only the software sends letters when their time has come."


def is_checker(actor: Actor) -> bool:
    """Somebody who looks at postings before they show."""
    return actor.has(*CHECKERS) and actor.strength >= Strength.SECOND_FACTOR


def owner_of(actor: Actor) -> UUID | None:
    """The organisation whose postings the actor keeps."""
    keeps = actor.has(*OWNERS) and actor.strength >= Strength.SECOND_FACTOR
    return actor.organisation_id if keeps else None


def holds_link_of(actor: Actor) -> UUID | None:
    """The posting whose link the actor followed."""
    return actor.link.subject_id if actor.link and actor.link.kind == KEEP else None


class OpenToAll:
    """Live postings for everybody; the rest for whoever keeps or checks them."""

    sentence = SEEN

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system or is_checker(actor):
            return Q()
        seen = Q(status__in=sorted(LIVE))
        owner, linked = owner_of(actor), holds_link_of(actor)
        if owner:
            seen |= Q(organisation_id=owner)
        if linked:
            seen |= Q(id=linked)
        return seen

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        if actor.is_system or is_checker(actor) or Status(row.status) in LIVE:
            return True
        owner, linked = owner_of(actor), holds_link_of(actor)
        return (owner is not None and row.organisation_id == owner) or (
            linked is not None and row.id == linked
        )


class ForCheckers:
    """The address of whoever keeps a posting."""

    sentence = ADDRESS

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        return Q() if actor.is_system or is_checker(actor) else Q(pk__in=[])

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return actor.is_system or is_checker(actor)


def keeps(actor: Actor, row: Opportunity) -> bool:
    """Whether the actor may change this posting."""
    if actor.is_system or is_checker(actor):
        return True
    owner = owner_of(actor)
    return (owner is not None and row.organisation_id == owner) or holds_link_of(actor) == row.id


def may_check_row(actor: Actor, row: Opportunity) -> bool:
    """Whether the actor may decide on it: never on what they typed themselves."""
    return is_checker(actor) and (row.made_by is None or row.made_by != actor.account_id)


def may_offer(actor: Actor, **_: Any) -> Decision:
    """Anybody; the page limits how often."""
    return Decision(True, ANYBODY)


def may_keep(actor: Actor, *, opportunity_id: UUID, **_: Any) -> Decision:
    """Whoever posted it, and those who check."""
    row = approved_rows(Opportunity).filter(id=opportunity_id).first()
    return Decision(row is not None and keeps(actor, row), KEEPS)


def may_check(actor: Actor, *, opportunity_id: UUID, **_: Any) -> Decision:
    """A second pair of eyes."""
    row = approved_rows(Opportunity).filter(id=opportunity_id).first()
    return Decision(row is not None and may_check_row(actor, row), CHECKS)


def may_run(actor: Actor, **_: Any) -> Decision:
    """The software itself."""
    return Decision(actor.is_system, SOFTWARE)


register(Opportunity, OpenToAll())
register(Keeper, ForCheckers())
