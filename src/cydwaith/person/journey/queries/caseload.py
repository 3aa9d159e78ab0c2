"""Who to think of today: one read, however many people."""

from datetime import UTC, date, datetime, timedelta
from operator import attrgetter
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
from .contacts import REACHED, with_contacts

NOTHING = "0 0 "
"""How open referrals begin when no answer is late and none waits for the person's word."""


class Line(NamedTuple):
    """What the database says of one person; all as text until it is shown."""

    key: str
    name: str
    known_as: str
    place_code: str
    language: str
    open_referrals: str | None
    review_on: str | None
    stuck_goals: str | None
    changed_since_agreed: str | None
    last_talk: str | None
    last_attempt: str | None


class CaseloadRow(NamedTuple):
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
            line,
            line.known_as or line.name,
            names.get(line.place_code, ""),
            reasons(facts(line), today) if may_need(line, due, quiet) else (),
        )
        for line in lines
    ]
    by_name = sorted(rows, key=attrgetter("name"))
    first = sorted((row for row in by_name if row.reasons), key=lambda row: urgency(row.reasons))
    return first + [row for row in by_name if not row.reasons]


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
        line.stuck_goals
        or line.changed_since_agreed
        or (line.review_on and line.review_on <= due)
        or ((line.last_talk or "") < quiet and _last_text(line) < quiet)
        or (line.open_referrals and not (line.open_referrals.startswith(NOTHING) and _is_reached(line)))
    )


def _is_reached(line: Line) -> bool:
    return bool(line.last_talk or (line.last_attempt and line.last_attempt.endswith(REACHED)))


def facts(line: Line) -> Facts:
    """What the rules ask, of one line."""
    last = _last_contact(line)
    late, to_say, first = line.open_referrals.split(" ") if line.open_referrals else (0, 0, None)
    return Facts(
        first_contact_by=_day(first),
        reached=_is_reached(line),
        last_contact_on=last.astimezone(clock.LONDON).date() if last else None,
        unanswered_referrals=int(late),
        waiting_for_person=int(to_say),
        review_on=_day(line.review_on),
        stuck_goals=int(line.stuck_goals or 0),
        changed_since_agreed=bool(line.changed_since_agreed),
    )


def _last_contact(line: Line) -> datetime | None:
    """In UTC; SQLite does not say so."""
    text = _last_text(line)
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None


def _last_text(line: Line) -> str:
    """Both are written alike, so that the larger text is the later moment."""
    return max((line.last_attempt or "").removesuffix(REACHED), line.last_talk or "")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
