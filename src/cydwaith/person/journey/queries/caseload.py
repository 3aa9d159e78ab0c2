"""Who to think of today: one read, however many people."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from cydwaith.commons.circle.models import Person
from cydwaith.commons.guard.prepared import prepared
from cydwaith.commons.places import queries as places
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.person.plans import queries as plans
from cydwaith.person.referrals import queries as referrals

from ..rules import QUIET_AFTER_DAYS, Facts, Reason, reasons, urgency
from ..words import sentence
from .contacts import with_contacts


class Line(NamedTuple):
    """What the database says of one person; ids, days and moments as text until they are shown."""

    key: str
    name: str
    known_as: str
    place_code: str
    language: str
    first_contact_by: str | None
    waiting: str | None
    review_on: str | None
    stuck_goals: int | None
    changed_since_agreed: int | None
    last_talk: str | None
    last_attempt: str | None
    answered: str | None


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One person on the list: why to think of them, and when they were last in touch."""

    line: Line
    name: str
    place: str
    reasons: tuple[Reason, ...]

    @property
    def person_id(self) -> UUID:
        """Whose row it is."""
        return UUID(self.line.key)

    @property
    def language(self) -> str:
        """The language that they want to talk in."""
        return self.line.language

    @property
    def last_contact(self) -> datetime | None:
        """When somebody last talked with them or tried to."""
        return _last_contact(self.line)

    @property
    def review_on(self) -> date | None:
        """The day on which they look at the plan again."""
        return _day(self.line.review_on)

    @property
    def sentences(self) -> list[str]:
        """The reasons in words, for the rows that are shown."""
        return [sentence(reason) for reason in self.reasons]


def caseload(actor: Actor) -> list[CaseloadRow]:
    """The people whom the actor walks with, those to think of first at the top."""
    lines, today = [Line._make(row) for row in _lines(actor)], clock.today()
    names = places.names(actor, {line.place_code for line in lines if line.place_code})
    due, quiet = today.isoformat(), (today - timedelta(days=QUIET_AFTER_DAYS - 1)).isoformat()
    rows = [
        CaseloadRow(
            line=line,
            name=line.known_as or line.name,
            place=names.get(line.place_code, ""),
            reasons=reasons(facts(line), today) if may_need(line, due, quiet) else (),
        )
        for line in lines
    ]
    return sorted(rows, key=lambda row: (urgency(row.reasons), row.name))


@prepared
def _lines(actor: Actor) -> "QuerySet[Any, Any]":
    """Each part of the list is what the actor may see of it; nobody else's caseload is theirs."""
    people = Person.objects.as_seen_by(actor).filter(id__in=referrals.my_people(actor).order_by())
    for add in (referrals.with_referrals, plans.with_plans, with_contacts):
        people = add(actor, people)
    return people.annotate(key=Cast("id", TextField())).values_list(*Line._fields)


def may_need(line: Line, due: str, quiet: str) -> bool:
    """Most people need nothing today: seen at a glance, without reading their days and moments.

    Never False where the rules give a reason. ``due`` is today; a contact before ``quiet`` may be long ago.
    """
    return bool(
        line.waiting
        or line.stuck_goals
        or line.changed_since_agreed
        or (line.first_contact_by and not (line.last_talk or line.answered))
        or (line.review_on and line.review_on <= due)
        or (_last_text(line) < quiet)
    )


def facts(line: Line) -> Facts:
    """What the rules ask, of one line."""
    last = _last_contact(line)
    late, to_say = line.waiting.split() if line.waiting else (0, 0)
    return Facts(
        first_contact_by=_day(line.first_contact_by),
        reached=bool(line.last_talk or line.answered),
        last_contact_on=last.astimezone(clock.LONDON).date() if last else None,
        unanswered_referrals=int(late),
        waiting_for_person=int(to_say),
        review_on=_day(line.review_on),
        stuck_goals=line.stuck_goals or 0,
        changed_since_agreed=bool(line.changed_since_agreed),
    )


def _last_contact(line: Line) -> datetime | None:
    """In UTC; SQLite does not say so."""
    text = _last_text(line)
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None


def _last_text(line: Line) -> str:
    """Both are written alike, so that the larger text is the later moment."""
    return max(line.last_attempt or "", line.last_talk or "")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
