"""Pure rules of letting in: scopes, and whether one permission opens one thing."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntFlag, StrEnum
from uuid import UUID

from cydwaith.kernel.actor import Actor, Role, Strength

ANSWER_LINK = "answer"


class Scope(IntFlag):
    """What a permission opens."""

    CONTACT = 1
    ABOUT_ME = 2
    PLAN = 4
    HEALTH = 8
    WORK = 16
    MEASURES = 32
    REFERRALS = 64
    DOCUMENTS = 128


ALL_SCOPES = tuple(Scope)
FRONT_DOOR_SCOPES = Scope.CONTACT | Scope.REFERRALS
NEVER_FOR_EMPLOYERS = Scope.HEALTH | Scope.PLAN | Scope.MEASURES | Scope.REFERRALS


class Relation(StrEnum):
    """What somebody who is let in by name is to the person, in the person's own word."""

    WORK = "work"
    CLOSE = "close"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Grant:
    """One permission, as far as the rule needs it."""

    person_id: UUID
    scopes: Scope
    since: datetime
    until: datetime | None
    withdrawn_at: datetime | None
    account_id: UUID | None
    organisation_id: UUID | None
    link_subject_id: UUID | None
    relation: str = ""


def is_active(grant: Grant, now: datetime) -> bool:
    """In force at a moment: begun, not ended, not withdrawn."""
    return grant.withdrawn_at is None and grant.since <= now and (grant.until is None or now < grant.until)


def can_hold(actor: Actor) -> bool:
    """Whether the actor is signed in strongly enough to use a permission at all."""
    return not actor.is_staff or actor.strength >= Strength.SECOND_FACTOR


def acts_on_front_line(actor: Actor) -> bool:
    """Stewards run the place; they do not read people's records through an organisation."""
    return bool(actor.roles - {Role.STEWARD, Role.PERSON})


def is_employer(actor: Actor) -> bool:
    """Whether the actor acts for those who employ people."""
    return actor.has(Role.EMPLOYER)


def names(grant: Grant, actor: Actor) -> bool:
    """Whether the permission is for this actor: by account, organisation or signed link."""
    if actor.link is not None:
        return actor.link.kind == ANSWER_LINK and grant.link_subject_id == actor.link.subject_id
    if grant.account_id is not None and grant.account_id == actor.account_id:
        return True
    if grant.organisation_id is None or grant.organisation_id != actor.organisation_id:
        return False
    return acts_on_front_line(actor)


def is_kept_from(grant: Grant, actor: Actor, scope: Scope) -> bool:
    """Whether a permission to an organisation is not for its people who act as an employer.

    A hospital is let in as a clinic and employs people too: no line manager reads on that ground.
    """
    return is_employer(actor) and not _is_by_name(grant, actor) and bool(scope & NEVER_FOR_EMPLOYERS)


def _is_by_name(grant: Grant, actor: Actor) -> bool:
    return grant.account_id is not None and grant.account_id == actor.account_id


def may_be_from_work(grant: Grant, actor: Actor) -> bool:
    """Whether a permission by name is for somebody at the person's work, or could be.

    Where nobody said, a role tells; of somebody without one the strictest is taken for granted.
    """
    if not _is_by_name(grant, actor):
        return False
    return grant.relation == Relation.WORK if grant.relation else not acts_on_front_line(actor)


def is_for_employers(scopes: Scope) -> bool:
    """Whether a permission to an organisation may be meant for it as an employer.

    What it is for ("to treat my low mood") says as much as what it opens.
    """
    return Scope.WORK in scopes or not scopes & NEVER_FOR_EMPLOYERS


def opens(grant: Grant, actor: Actor, scope: Scope, now: datetime) -> bool:
    """Whether this permission lets this actor see things of this scope now."""
    if not can_hold(actor) or scope not in grant.scopes or is_kept_from(grant, actor, scope):
        return False
    return is_active(grant, now) and names(grant, actor)


def opens_in_confidence(grant: Grant, actor: Actor, scope: Scope, now: datetime) -> bool:
    """Whether it opens what no employer ever reads, whatever they were let in to."""
    kept = is_employer(actor) or may_be_from_work(grant, actor)
    return not kept and opens(grant, actor, scope, now)


def is_too_much(relation: str, scopes: Scope) -> bool:
    """Whether these parts are never for somebody who is this to the person, or of whom it was not said."""
    return relation not in (Relation.CLOSE, Relation.OTHER) and bool(scopes & NEVER_FOR_EMPLOYERS)
