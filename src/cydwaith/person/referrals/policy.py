"""Who sees a referral, and who may move it. Each rule once, with a sentence for people."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from cydwaith.commons.circle import grants
from cydwaith.commons.circle.policy import NOTHING, ScopedToPerson, any_of, may_see
from cydwaith.commons.circle.rules import ANSWER_LINK, Scope, can_hold
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import Decision, Policy, register
from cydwaith.kernel.actor import Actor, Role

from .models import Assignment, OwnReferral, OwnReferralEvent, Referral, ReferralEvent
from .rules import Kind, Side, Status

REFERRER_LINK = "referrer"
CLOSING_LINK = "closing"
SENT = ~Q(status=Status.DRAFT)
TEAM_ROLES = (Role.COACH, Role.LINK_WORKER, Role.MANAGER)

ONE_REFERRAL = (
    "The person, those they let in to their referrals, and the one service that this referral asked."
)
OWN_REQUEST = "Whoever asked for support for somebody sees what became of their request."


class OneReferral(ScopedToPerson):
    """The circle's rule, and besides it the one referral that a link or an organisation was sent."""

    def __init__(self) -> None:
        super().__init__(Scope.REFERRALS, sentence=ONE_REFERRAL)

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system:
            return Q()
        return any_of(super().filter(actor), _by_link(actor), _to_organisation(actor))

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return super().check(actor, row) or _linked(actor, row) or _sent_to(actor, row)


def _by_link(actor: Actor) -> Q | None:
    if actor.link is None:
        return None
    if actor.link.kind == CLOSING_LINK:
        return Q(id=actor.link.subject_id)
    reached = grants.let_in(actor, "person_id", Scope.CONTACT)
    return reached and SENT & Q(id=actor.link.subject_id) & reached


def _to_organisation(actor: Actor) -> Q | None:
    reached = grants.let_in(actor, "person_id", Scope.CONTACT)
    if actor.organisation_id is None:
        return None
    return reached and SENT & Q(organisation_id=actor.organisation_id, kind=Kind.SERVICE) & reached


def _linked(actor: Actor, referral: Referral) -> bool:
    if actor.link is None or actor.link.subject_id != referral.id:
        return False
    if actor.link.kind == CLOSING_LINK:
        return True
    if actor.link.kind != ANSWER_LINK or referral.status == Status.DRAFT:
        return False
    return may_see(actor, referral.person_id, Scope.CONTACT)


def _sent_to(actor: Actor, referral: Referral) -> bool:
    if actor.organisation_id is None or referral.kind != Kind.SERVICE or referral.status == Status.DRAFT:
        return False
    same = referral.organisation_id == actor.organisation_id
    return same and may_see(actor, referral.person_id, Scope.CONTACT)


class OwnRequest:
    """A request seen by the account that made it, or by the link that was sent to its maker."""

    sentence = OWN_REQUEST

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        seen = NOTHING
        if actor.account_id is not None and can_hold(actor):
            seen |= Q(requester_account_id=actor.account_id)
        if actor.link is not None and actor.link.kind == REFERRER_LINK:
            seen |= Q(id=actor.link.subject_id)
        return seen

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        if actor.account_id is not None and row.requester_account_id == actor.account_id:
            return can_hold(actor)
        link = actor.link
        return link is not None and link.kind == REFERRER_LINK and link.subject_id == row.id


class OfReferral:
    """A line of a timeline is open to whoever sees its referral."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.sentence = policy.sentence

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        seen = approved_rows(Referral).filter(self.policy.filter(actor))
        return Q(referral_id__in=seen.values("id"))

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return self.policy.check(actor, approved_rows(Referral).get(id=row.referral_id))


def register_policies() -> None:
    """Say who sees the tables of this app; once, when it is ready."""
    register(Referral, OneReferral())
    register(ReferralEvent, OfReferral(OneReferral()))
    register(OwnReferral, OwnRequest())
    register(OwnReferralEvent, OfReferral(OwnRequest()))
    register(Assignment, ScopedToPerson(Scope.REFERRALS))


ASK = "Anyone may ask for support, for themselves or for somebody who knows and agrees."
TRIAGE = "The team that the request was sent to answers it."
ONWARD = "The person, or a coach walking with them, asks a service."
REQUESTER = "Only whoever asked may do this."
RESPONDER = "Only the service or team that was asked may do this."
LAST_WORD = "Only the person says whether it happened and helped; a coach may write it down with them."
WATCH = "The clock of the house tells who waits too long."


def may_ask_for_support(actor: Actor, **_: Any) -> Decision:
    """Asking is open to all, signed in or not."""
    return Decision(actor.link is None, ASK)


def may_triage(actor: Actor, *, referral_id: UUID, **_: Any) -> Decision:
    """Coaches, link workers and managers of the organisation that was asked."""
    referral = _find(referral_id)
    return Decision(referral is not None and _is_team(actor, referral), TRIAGE)


def may_refer_on(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person; a practitioner whom they let in to their referrals."""
    return Decision(walks_with(actor, person_id), ONWARD)


def may_send(actor: Actor, *, referral_id: UUID, **_: Any) -> Decision:
    """The same people as may write the draft."""
    referral = _find(referral_id)
    return Decision(referral is not None and walks_with(actor, referral.person_id), ONWARD)


def may_take_back(actor: Actor, *, referral_id: UUID, **_: Any) -> Decision:
    """Whoever asked: the person, their coach, or the account that made the request."""
    return Decision(Side.REQUESTER in sides(actor, referral_id), REQUESTER)


def may_answer(actor: Actor, *, referral_id: UUID, **_: Any) -> Decision:
    """The service by its link or its own account; or a coach who writes down what it said."""
    return Decision(Side.RESPONDER in sides(actor, referral_id), RESPONDER)


def may_close_support(actor: Actor, *, referral_id: UUID, **_: Any) -> Decision:
    """The team that gave the support."""
    return may_triage(actor, referral_id=referral_id)


def may_confirm(actor: Actor, *, referral_id: UUID, **_: Any) -> Decision:
    """The person, signed in or by their link; a practitioner together with them."""
    referral = _find(referral_id)
    if referral is None:
        return Decision(False, LAST_WORD)
    by_link = _linked(actor, referral) and actor.link is not None and actor.link.kind == CLOSING_LINK
    return Decision(by_link or walks_with(actor, referral.person_id), LAST_WORD)


def may_watch(actor: Actor, **_: Any) -> Decision:
    """The software itself, for a stated purpose."""
    return Decision(actor.is_system, WATCH)


def walks_with(actor: Actor, person_id: UUID) -> bool:
    """The person, or a practitioner to whom their referrals are open."""
    if actor.is_system or actor.is_person(person_id):
        return True
    return actor.is_practitioner and may_see(actor, person_id, Scope.REFERRALS)


def sides(actor: Actor, referral_id: UUID) -> frozenset[Side]:
    """On which sides of this referral the actor stands."""
    referral = _find(referral_id)
    if referral is None:
        return frozenset()
    found = {Side.REQUESTER} if _asked(actor, referral) else set()
    if _is_responder(actor, referral):
        found.add(Side.RESPONDER)
    return frozenset(found)


def _asked(actor: Actor, referral: Referral) -> bool:
    """Support that was begun is the person's: whoever asked for it takes back no more than a request."""
    if referral.kind == Kind.SERVICE or actor.is_person(referral.person_id):
        return walks_with(actor, referral.person_id)
    return referral.status == Status.REQUESTED and OwnRequest().check(actor, referral)


def _is_responder(actor: Actor, referral: Referral) -> bool:
    if referral.kind == Kind.SUPPORT:
        return _is_team(actor, referral)
    if _sent_to(actor, referral) or _takes_note(actor, referral):
        return True
    return _linked(actor, referral) and actor.link is not None and actor.link.kind == ANSWER_LINK


def _takes_note(actor: Actor, referral: Referral) -> bool:
    return not actor.is_person(referral.person_id) and walks_with(actor, referral.person_id)


def _is_team(actor: Actor, referral: Referral) -> bool:
    if not actor.has(*TEAM_ROLES) or actor.organisation_id != referral.organisation_id:
        return False
    return may_see(actor, referral.person_id, Scope.REFERRALS)


def _find(referral_id: UUID) -> Referral | None:
    return approved_rows(Referral).filter(id=referral_id).first()
