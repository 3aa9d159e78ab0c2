"""Attempts and talks, of one person or as facts for many."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Cast, Concat

from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.commons.people.models import Account
from cydwaith.kernel.actor import Actor

from ..models import ContactAttempt, Talk
from ..words import NEXT_STEP_BY, OUTCOMES, WAYS


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One try to reach the person, in words."""

    at: datetime
    way: str
    outcome: str
    note: str
    by: str


@dataclass(frozen=True, slots=True)
class TalkRow:
    """One talk, in words."""

    id: UUID
    at: datetime
    way: str
    about: str
    next_step: str
    next_step_by: str
    next_talk_on: date | None
    by: str


def attempts(actor: Actor, person_id: UUID) -> list[AttemptRow]:
    """Tries to reach a person, newest first."""
    rows = ContactAttempt.objects.as_seen_by(actor).filter(person_id=person_id)
    return [
        AttemptRow(row.at, str(WAYS[row.way]), str(OUTCOMES[row.outcome]), row.note, _name(row.by))
        for row in rows.select_related("by").order_by("-at")
    ]


def talks(actor: Actor, person_id: UUID) -> list[TalkRow]:
    """Talks with a person, newest first."""
    return [_talk(row) for row in _talks(actor, person_id)]


def last_talk(actor: Actor, person_id: UUID) -> TalkRow | None:
    """The newest talk with a person."""
    row = next(iter(_last_talk(actor, person_id)), None)
    return _talk(row) if row else None


@prepared
def _last_talk(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return _talks(actor, person_id)[:1]


def _talks(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    rows = Talk.objects.as_seen_by(actor).filter(person_id=person_id)
    return rows.select_related("by").order_by("-at")


def _talk(row: Talk) -> TalkRow:
    return TalkRow(
        id=row.id,
        at=row.at,
        way=str(WAYS[row.way]),
        about=row.about,
        next_step=row.next_step,
        next_step_by=str(NEXT_STEP_BY[row.next_step_by]),
        next_talk_on=row.next_talk_on,
        by=_name(row.by),
    )


def _name(account: Account | None) -> str:
    """Staff have a working name; whoever has none is not named."""
    return account.name if account else ""


REACHED = "reached"


def with_contacts(actor: Actor, people: "QuerySet[Any, Any]") -> "QuerySet[Any, Any]":
    """People with the moments, as text, of ``last_talk`` and ``last_attempt``.

    The attempt ends in "reached" where that one, or one before it, reached them.
    """
    attempts = ContactAttempt.objects.as_seen_by(actor)
    earlier = attempts.filter(person_id=OuterRef("person_id"), outcome=REACHED)
    reached = When(Q(outcome=REACHED) | Exists(earlier), then=Value(REACHED))
    tried = Concat(_moment(), Case(reached, default=Value(""), output_field=TextField()))
    return people.annotate(
        last_talk=_newest(Talk.objects.as_seen_by(actor), _moment()),
        last_attempt=_newest(attempts, tried),
    )


def _moment() -> Cast:
    return Cast("at", TextField())


def _newest(rows: GuardedQuerySet, what: Any) -> Subquery:
    return Subquery(rows.filter(person_id=OuterRef("id")).order_by("-at").values(what=what)[:1])
