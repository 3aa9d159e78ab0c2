"""Attempts and talks, of one person or as facts for many."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max, Min, Q

from cydwaith.commons.circle.among import among
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.people import queries as people
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
    rows = list(ContactAttempt.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-at"))
    names = people.names(actor, {row.by_id for row in rows if row.by_id})
    return [
        AttemptRow(row.at, str(WAYS[row.way]), str(OUTCOMES[row.outcome]), row.note, names.get(row.by_id, ""))
        for row in rows
    ]


def talks(actor: Actor, person_id: UUID) -> list[TalkRow]:
    """Talks with a person, newest first."""
    rows = list(Talk.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-at"))
    names = people.names(actor, {row.by_id for row in rows if row.by_id})
    return [
        TalkRow(
            id=row.id,
            at=row.at,
            way=str(WAYS[row.way]),
            about=row.about,
            next_step=row.next_step,
            next_step_by=str(NEXT_STEP_BY[row.next_step_by]),
            next_talk_on=row.next_talk_on,
            by=names.get(row.by_id, ""),
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """First time reached and last contact of any kind."""

    reached: datetime | None = None
    last: datetime | None = None


def contact_facts(actor: Actor, person_ids: Collection[UUID]) -> dict[UUID, ContactFacts]:
    """Contact facts of many people in two queries."""
    people = among(person_ids)
    reached = Min("at", filter=Q(outcome="reached"))
    tried = _facts(ContactAttempt.objects.as_seen_by(actor).filter(people), reached)
    talked = _facts(Talk.objects.as_seen_by(actor).filter(people), Min("at"))
    return {person_id: _both(tried.get(person_id), talked.get(person_id)) for person_id in person_ids}


def _facts(rows: GuardedQuerySet, reached: Min) -> dict[UUID, ContactFacts]:
    found = rows.values_list("person_id").annotate(reached, Max("at")).order_by()
    return {person_id: ContactFacts(*moments) for person_id, *moments in found}


def _both(one: ContactFacts | None, other: ContactFacts | None) -> ContactFacts:
    if one is None or other is None:
        return one or other or ContactFacts()
    firsts = [moment for moment in (one.reached, other.reached) if moment]
    lasts = [moment for moment in (one.last, other.last) if moment]
    return ContactFacts(min(firsts, default=None), max(lasts, default=None))
