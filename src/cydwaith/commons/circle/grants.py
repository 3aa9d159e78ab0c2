"""Permissions as the policy needs them: a subquery for lists, facts for one check."""

from uuid import UUID

from django.db.models import F, Q

from cydwaith.commons.guard.models import GuardedQuerySet, approved_rows
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from .models import Permission
from .rules import ANSWER_LINK, Grant, Scope, acts_on_front_line, can_hold


def held_by(actor: Actor, scope: Scope) -> GuardedQuerySet | None:
    """The permissions of this scope that the actor holds now, or None where there can be none."""
    recipient = _recipient(actor)
    if recipient is None or not can_hold(actor):
        return None
    now = clock.now()
    return (
        approved_rows(Permission)
        .alias(covered=F("scopes").bitand(int(scope)))
        .filter(recipient, Q(until=None) | Q(until__gt=now), covered=int(scope), withdrawn_at=None)
        .filter(since__lte=now)
    )


def _recipient(actor: Actor) -> Q | None:
    if actor.link is not None:
        return Q(link_subject_id=actor.link.subject_id) if actor.link.kind == ANSWER_LINK else None
    if actor.account_id is None:
        return None
    recipient = Q(account_id=actor.account_id)
    if actor.organisation_id is not None and acts_on_front_line(actor):
        recipient |= Q(organisation_id=actor.organisation_id)
    return recipient


def of_person(person_id: UUID) -> list[Grant]:
    """All permissions of one person, for the check of one object."""
    return [as_grant(row) for row in approved_rows(Permission).filter(person_id=person_id)]


def as_grant(row: Permission) -> Grant:
    """A table row as the pure rule wants it."""
    return Grant(
        person_id=row.person_id,
        scopes=Scope(row.scopes),
        since=row.since,
        until=row.until,
        withdrawn_at=row.withdrawn_at,
        account_id=row.account_id,
        organisation_id=row.organisation_id,
        link_subject_id=row.link_subject_id,
    )
