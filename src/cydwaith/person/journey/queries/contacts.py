"""Attempts and talks, of one person or as facts for many."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max, Min, Q

from cydwaith.commons.circle.among import among
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


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """First time reached and last contact of any kind."""

    reached: datetime | None = None
    last: datetime | None = None

    def with_span(self, reached: datetime | None, last: datetime) -> "ContactFacts":
        """These facts and some more contacts."""
        firsts = [moment for moment in (self.reached, reached) if moment]
        return ContactFacts(min(firsts, default=None), max(self.last or last, last))


def contact_facts(actor: Actor, person_ids: Collection[UUID]) -> dict[UUID, ContactFacts]:
    """Contact facts of many people in one query."""
    people, found = among(person_ids), dict.fromkeys(person_ids, ContactFacts())
    tried = ContactAttempt.objects.as_seen_by(actor).filter(people)
    talked = Talk.objects.as_seen_by(actor).filter(people)
    spans = _spans(tried, Min("at", filter=Q(outcome="reached"))).union(_spans(talked, Min("at")), all=True)
    for person_id, reached, last in spans:
        found[person_id] = found[person_id].with_span(reached, last)
    return found


def _spans(rows: GuardedQuerySet, reached: Min) -> GuardedQuerySet:
    """Of each person the first moment they were reached and the last of all."""
    return rows.values_list("person_id").annotate(reached=reached, last=Max("at")).order_by()
