"""Who may see and write a person's profile, statement and documents."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from cydwaith.commons.circle import grants
from cydwaith.commons.circle.models import Permission
from cydwaith.commons.circle.policy import (
    NeverForEmployers,
    any_of,
    may_see,
    may_see_in_confidence,
)
from cydwaith.commons.circle.rules import (
    Grant,
    Scope,
    acts_on_front_line,
    can_hold,
    is_active,
    is_employer,
    names,
)
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.person.plans.policy import writes

from . import models
from .rules.hearing import opens_to
from .rules.vocabulary import Reader

ANY = Q()
WRITERS = "The person writes about their work, and so does a coach or link worker whom they let in to it."
HEALTH_WRITERS = "The person writes about their health, and so does a coach whom they let in to health."
GIVERS = "Only the person gives a document to somebody; a coach may do it with them."
SIGNERS = "A clinician to whom the person gave the draft completes it and signs in their own name."
TO_ONE_READER = "The person, those they let in to work, and the one reader to whom it was given."
NOT_FOR_EMPLOYERS = "The person and those they let in; an employer sees only papers that were given to them."
REPORTS = "The clinician who writes it, and the person once it is signed."


class OwnAnswers(NeverForEmployers):
    """Answers about work: for the circle, but never for an employer, who gets papers instead."""

    def __init__(self, scope: Scope, sentence: str = NOT_FOR_EMPLOYERS) -> None:
        super().__init__(scope, sentence=sentence)


class GivenDocument(NeverForEmployers):
    """A document for the person, their circle for work, and the one reader that its permission names."""

    reads = (Permission,)

    def __init__(self) -> None:
        super().__init__(Scope.WORK, sentence=TO_ONE_READER)

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system:
            return Q()
        mine = any_of(_own(actor), handed_to(actor))
        if is_employer(actor):
            return mine
        circle = super().filter(actor)
        return mine | (Q(with_health=False) & circle) | (Q(with_health=True) & circle & _health(actor))

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        if actor.is_system or actor.is_person(row.person_id) or is_handed_to(actor, row):
            return True
        seen = may_see_in_confidence(actor, row.person_id, Scope.WORK)
        return seen and (not row.with_health or may_see(actor, row.person_id, Scope.HEALTH))


class OwnReport:
    """A report for whoever writes it while the draft is open to them; for the person once signed."""

    sentence = REPORTS
    reads = (Permission,)

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system:
            return Q()
        signed = Q(signed_at__isnull=False)
        own = _own(actor)
        writer = None
        if actor.account_id is not None and (held := _held(actor, "permission_id")) is not None:
            writer = Q(by_account_id=actor.account_id) & held
        return any_of(own and own & signed, writer)

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        if actor.is_system:
            return True
        if actor.is_person(row.person_id):
            return row.signed_at is not None
        mine = actor.account_id is not None and row.by_account_id == actor.account_id
        return mine and _held_grant(actor, row.permission_id) is not None


def _own(actor: Actor) -> Q | None:
    return Q(person_id=actor.person_id) if actor.person_id is not None else None


def _health(actor: Actor) -> Q:
    return any_of(_own(actor), grants.let_in(actor, "person_id", Scope.HEALTH))


def _held(actor: Actor, path: str, *, of_house: Q = ANY) -> Q | None:
    """Rows whose own permission is in force and names the actor, or their house: of these some only."""
    if actor.account_id is None or actor.link is not None or not can_hold(actor):
        return None
    now = clock.now()
    open_now = Q(withdrawn_at=None, since__lte=now) & (Q(until=None) | Q(until__gt=now))
    own = approved_rows(Permission).filter(open_now, id=OuterRef(path))
    held = Q(Exists(own.filter(account_id=actor.account_id)))
    if actor.organisation_id is not None and acts_on_front_line(actor):
        held |= Q(Exists(own.filter(organisation_id=actor.organisation_id))) & of_house
    return held


def _held_grant(actor: Actor, permission_id: UUID) -> Grant | None:
    row = approved_rows(Permission).filter(id=permission_id).first()
    if row is None or actor.link is not None or not can_hold(actor):
        return None
    grant = grants.as_grant(row)
    return grant if is_active(grant, clock.now()) and names(grant, actor) else None


def handed_to(actor: Actor) -> Q | None:
    """The papers that were given to the actor: by name, or to their house for a role like theirs."""
    house = Q(reader__in=[one.value for one in Reader if opens_to(one, actor.roles)])
    return _held(actor, "permission_id", of_house=house)


def is_handed_to(actor: Actor, row: models.Given) -> bool:
    """Whether the paper's own permission opens it to the actor: by name, or by their role in the house."""
    grant = _held_grant(actor, row.permission_id)
    if grant is None:
        return False
    by_name = grant.account_id is not None and grant.account_id == actor.account_id
    return by_name or opens_to(Reader(row.reader), actor.roles)


register(models.Draft, OwnAnswers(Scope.WORK))
register(models.Kept, OwnAnswers(Scope.WORK))
register(models.HealthWords, OwnAnswers(Scope.HEALTH))
register(models.Given, GivenDocument())
register(models.Report, OwnReport())


def may_write_work(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person, or a practitioner let in to work."""
    return Decision(writes(actor, person_id, Scope.WORK), WRITERS)


def may_write_health(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person, or a practitioner let in to health and work."""
    both = writes(actor, person_id, Scope.HEALTH) and writes(actor, person_id, Scope.WORK)
    return Decision(both, HEALTH_WRITERS)


def may_ask_again(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The software, when a job or a trial began or ended; or whoever writes with the person."""
    return Decision(actor.is_system or writes(actor, person_id, Scope.WORK), WRITERS)


def may_give(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person; or a practitioner let in to work, with them. ``let_in`` asks again."""
    return Decision(writes(actor, person_id, Scope.WORK), GIVERS)


def may_complete(actor: Actor, *, given_id: UUID, **_: Any) -> Decision:
    """A clinician, strongly signed in, to whom the draft was given."""
    given = approved_rows(models.Given).filter(id=given_id).first()
    named = given is not None and actor.has(Role.CLINICIAN) and is_handed_to(actor, given)
    return Decision(named, SIGNERS)
