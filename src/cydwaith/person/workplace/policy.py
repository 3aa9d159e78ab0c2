"""Who sees what is agreed at work: the person, who walks with them, and the one contact they invited."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from cydwaith.commons.circle.policy import any_of, may_see
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, Strength
from cydwaith.person.enrolments.policy import FRONT_LINE, FrontLine
from cydwaith.person.plans.policy import writes

from .models import Adjustment, Invitation, Pulse, PulseMark, SelfCheck

LINK_KIND = "workplace"
PULSE_KIND = "pulse"
READERS = (
    "The person, those who support them and are let in to work, and the one contact at the employer "
    "whom they invited, until it ends."
)
INVITERS = "Only the person invites somebody at work; a coach whom they let in may do it with them."
EMPLOYERS = "The contact whom the person invited answers, until the invitation ends."
EITHER = "The person, or the contact whom they invited, says that a manager or a role changes."
OWN_CHECK = "Those who act for the employer see and write its own self-check, and nobody else."
OWN_PULSE = "Those who act for the employer see its rounds; who holds the link answers while it is open."
NOBODY = "Nobody reads which codes or devices were used."
KEEPERS = "The software reminds of days to look again, and tells of a round that is over."


class OwnInvitation(FrontLine):
    """The circle's rule for work without employers, and the invited contact while it lasts."""

    def __init__(self) -> None:
        super().__init__(Scope.WORK, sentence=READERS)

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        return any_of(super().filter(actor), _invited(actor))

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return super().check(actor, row) or is_invited(actor, row)


class OfInvitation(FrontLine):
    """What hangs on an invitation is seen by whoever sees the invitation."""

    reads = (Invitation,)

    def __init__(self) -> None:
        super().__init__(Scope.WORK, sentence=READERS)

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        invited = _invited(actor)
        if invited is None:
            return super().filter(actor)
        theirs = approved_rows(Invitation).filter(invited, id=OuterRef("invitation_id"))
        return any_of(super().filter(actor), Q(Exists(theirs)))

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        if super().check(actor, row):
            return True
        invitation = approved_rows(Invitation).filter(id=row.invitation_id).first()
        return invitation is not None and is_invited(actor, invitation)


def _invited(actor: Actor) -> Q | None:
    """Invitations that are open to the actor as the contact who was invited."""
    open_now = Q(ended_at=None, until__gt=clock.now())
    if actor.link is not None:
        return Q(id=actor.link.subject_id) & open_now if actor.link.kind == LINK_KIND else None
    return Q(account_id=actor.account_id) & open_now if _signed_in(actor) else None


def is_invited(actor: Actor, row: Invitation) -> bool:
    """Whether the actor is the contact who was invited, and still is."""
    if row.ended_at is not None or row.until <= clock.now():
        return False
    if actor.link is not None:
        return actor.link.kind == LINK_KIND and actor.link.subject_id == row.id
    return _signed_in(actor) and row.account_id == actor.account_id


def _signed_in(actor: Actor) -> bool:
    strong = actor.account_id is not None and actor.strength >= Strength.SECOND_FACTOR
    return strong and not actor.is_system and actor.has(Role.EMPLOYER)


def sees(actor: Actor, person_id: UUID) -> bool:
    """Whether all that is agreed at work with this person is open to the actor."""
    if actor.is_person(person_id) or actor.is_system:
        return True
    return may_support(actor) and may_see(actor, person_id, Scope.WORK)


def may_support(actor: Actor) -> bool:
    """Whether the actor is somebody to whom people open what they agree on; never an employer."""
    return actor.is_system or actor.has(*FRONT_LINE)


class OwnCheck:
    """An employer's self-check is its own: no partner compares it with others."""

    sentence = OWN_CHECK

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system:
            return Q()
        return any_of(Q(organisation_id=actor.organisation_id) if acts_for_employer(actor) else None)

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return actor.is_system or (acts_for_employer(actor) and row.organisation_id == actor.organisation_id)


def acts_for_employer(actor: Actor) -> bool:
    """Signed in for an organisation as an employer."""
    return _signed_in(actor) and actor.organisation_id is not None


class OwnPulse(OwnCheck):
    """The rule of self-checks, and whoever holds the link of the round."""

    sentence = OWN_PULSE

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        linked = _pulse_of(actor)
        return super().filter(actor) if linked is None else Q(id=linked)

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        linked = _pulse_of(actor)
        return super().check(actor, row) if linked is None else bool(row.id == linked)


class NobodyReads:
    """Marks are compared inside a command and shown to nobody."""

    sentence = NOBODY

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        return Q() if actor.is_system else any_of(None)

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return actor.is_system


def _pulse_of(actor: Actor) -> UUID | None:
    return actor.link.subject_id if actor.link is not None and actor.link.kind == PULSE_KIND else None


register(Pulse, OwnPulse())
register(PulseMark, NobodyReads())
register(SelfCheck, OwnCheck())
register(Invitation, OwnInvitation())
register(Adjustment, OfInvitation())


def may_invite(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person; or a practitioner let in to work, with them."""
    return Decision(writes(actor, person_id, Scope.WORK), INVITERS)


def may_speak(actor: Actor, *, adjustment_id: UUID, **_: Any) -> Decision:
    """The person or who walks with them."""
    row = approved_rows(Adjustment).filter(id=adjustment_id).first()
    return Decision(row is not None and writes(actor, row.person_id, Scope.WORK), INVITERS)


def may_answer(actor: Actor, *, adjustment_id: UUID, **_: Any) -> Decision:
    """The contact who was invited."""
    row = approved_rows(Adjustment).filter(id=adjustment_id).first()
    found = row and approved_rows(Invitation).filter(id=row.invitation_id).first()
    return Decision(found is not None and is_invited(actor, found), EMPLOYERS)


def may_say_changed(actor: Actor, *, invitation_id: UUID, **_: Any) -> Decision:
    """Either side."""
    row = approved_rows(Invitation).filter(id=invitation_id).first()
    if row is None:
        return Decision(False, EITHER)
    return Decision(writes(actor, row.person_id, Scope.WORK) or is_invited(actor, row), EITHER)


def may_remind(actor: Actor, **_: Any) -> Decision:
    """The software."""
    return Decision(actor.is_system, KEEPERS)


def may_check(actor: Actor, **_: Any) -> Decision:
    """Those who act for the employer."""
    return Decision(acts_for_employer(actor), OWN_CHECK)


def may_take(actor: Actor, *, pulse_id: UUID, **_: Any) -> Decision:
    """Whoever holds the link of the round."""
    return Decision(_pulse_of(actor) == pulse_id, OWN_PULSE)
