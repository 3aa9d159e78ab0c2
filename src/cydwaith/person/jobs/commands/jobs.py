"""Jobs: begin, change, end; hours that were worked; days off sick."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound

from ..models import Job
from ..policy import may_write, may_write_job
from ..rules.held import Kind, Leaving, monday_of

LONG_AGO = timedelta(days=70 * 366)
SOON = timedelta(days=366)
MOST_HOURS, MOST_PAY = 168.0, 1000.0
ENDING = ("end", "leaving", "leaving_words", "absences")


@command("job_added", permit=may_write)
def add_job(
    actor: Actor,
    *,
    person_id: UUID,
    employer: str,
    title: str,
    kind: Kind,
    start: date,
    hours: float,
    pay: float | None = None,
    ends_on_paper: date | None = None,
) -> Done[UUID]:
    """Write down a job: hours of an ordinary week, pounds an hour. Raises ``Invalid`` naming the field.

    The same job is not written down twice: its hours would count double.
    """
    _require_days(start, ends_on_paper)
    _require_terms(hours, pay)
    _require_new(actor, person_id, _named(employer, "employer"), _named(title, "title"), kind, start)
    row = Job.objects.create(
        person_id=person_id,
        employer=_named(employer, "employer"),
        title=_named(title, "title"),
        kind=kind.value,
        start=start,
        ends_on_paper=ends_on_paper,
        terms=[_terms(start, hours, pay)],
        known_on=clock.today(),
        by_name="" if actor.is_person(person_id) else actor.name,
        changed_at=clock.now(),
    )
    fields = ("employer", "title", "kind", "start", "hours", "pay")
    return Done(row.id, person_id=person_id, subject=row.id, fields=fields, event={"person": person_id})


@command("job_corrected", permit=may_write_job)
def correct_job(
    actor: Actor,
    *,
    job_id: UUID,
    employer: str,
    title: str,
    kind: Kind,
    start: date,
    ends_on_paper: date | None = None,
    end: date | None = None,
    goes_on: bool = False,
) -> Done[None]:
    """Put right what was written down at first, and of a job that has ended the last day. Raises ``Invalid``.

    Without ``end`` the last day stays, unless the job ``goes_on`` after all.
    """
    row = _find(actor, job_id)
    _require_days(start, ends_on_paper)
    if row.end is not None:
        _put_end_right(row, None if goes_on else end or row.end)
    if row.end is not None and row.end < start:
        raise Invalid(_("The job ended before that day. Check the first day."), "start")
    later = [one for one in row.terms[1:] if date.fromisoformat(one["since"]) > start]
    first = row.terms[len(row.terms) - len(later) - 1]
    row.employer, row.title = _named(employer, "employer"), _named(title, "title")
    row.kind, row.start, row.ends_on_paper = kind.value, start, ends_on_paper
    row.terms = [first | {"since": start.isoformat()}, *later]
    return _saved(row, "employer", "title", "kind", "start", "ends_on_paper", "terms", *ENDING)


def _put_end_right(row: Job, end: date | None) -> None:
    """Another last day, or none; what was said of why it ended goes with it."""
    if end is None:
        row.end, row.leaving, row.leaving_words = None, "", ""
        return
    if end > clock.today() + SOON:
        raise Invalid(_("Check the last day. It may be up to a year ahead."), "end")
    row.end = end
    row.absences = [_until(one, end) for one in row.absences if date.fromisoformat(one[0]) <= end]


@command("job_terms_changed", permit=may_write_job)
def change_terms(
    actor: Actor, *, job_id: UUID, since: date, hours: float, pay: float | None = None
) -> Done[None]:
    """New hours or pay from a day on; what was said for later days falls away. Raises ``Invalid``."""
    row = _find(actor, job_id)
    _require_terms(hours, pay)
    if since < row.start or (row.end is not None and since > row.end):
        raise Invalid(_("Choose a day on which the job was held."), "since")
    before = [one for one in row.terms if date.fromisoformat(one["since"]) < since]
    row.terms = [*before, _terms(since, hours, pay)]
    return _saved(row, "terms")


@command("job_weeks_recorded", permit=may_write_job)
def record_weeks(actor: Actor, *, job_id: UUID, worked: Mapping[date, float | None]) -> Done[None]:
    """Hours really worked by the Monday of their week; None takes a week's hours back. Raises ``Invalid``."""
    row = _find(actor, job_id)
    kept = dict(row.worked)
    for monday, hours in worked.items():
        _require_week(row, monday)
        if hours is None:
            kept.pop(monday.isoformat(), None)
        else:
            _require_hours(hours, monday.isoformat())
            kept[monday.isoformat()] = float(hours)
    row.worked = dict(sorted(kept.items()))
    return _saved(row, "worked")


@command("job_absence_added", permit=may_write_job)
def add_absence(actor: Actor, *, job_id: UUID, first: date, last: date | None = None) -> Done[None]:
    """Days off sick; no last day while it goes on. One that goes on is ended by giving its last day.

    Raises ``Invalid`` for days on which the job was not held, or that are written down already.
    """
    row = _find(actor, job_id)
    if last is not None and last < first:
        raise Invalid(_("The last day is before the first. Check both."), "last")
    if first < row.start or first > (row.end or clock.today()):
        raise Invalid(_("Choose days on which the job was held, until today."), "first")
    if row.end is not None and (last is None or last > row.end):
        last = row.end
    begun = first.isoformat()
    others = [one for one in row.absences if one[0] != begun or one[1] is not None]
    if any(_overlap(one, first, last) for one in others):
        raise Invalid(_("Some of these days are written down already."), "first")
    row.absences = sorted([*others, [begun, last.isoformat() if last else None]], key=lambda one: str(one[0]))
    return _saved(row, "absences")


def _overlap(one: list[Any], first: date, last: date | None) -> bool:
    begin, end = date.fromisoformat(one[0]), date.fromisoformat(one[1]) if one[1] else date.max
    return begin <= (last or date.max) and first <= end


@command("job_ended", permit=may_write_job)
def end_job(actor: Actor, *, job_id: UUID, end: date, leaving: Leaving, words: str = "") -> Done[None]:
    """The last day of a job, and why. Raises ``Invalid``, or ``Conflict`` when it has ended."""
    row = _find(actor, job_id)
    if row.end is not None:
        raise Conflict(_("This job has ended already."))
    if not row.start <= end <= clock.today() + SOON:
        raise Invalid(_("Choose a day on or after the first day of the job."), "end")
    row.end, row.leaving, row.leaving_words = end, leaving.value, words.strip()
    row.absences = [_until(one, end) for one in row.absences if date.fromisoformat(one[0]) <= end]
    done = _saved(row, *ENDING)
    return replace(done, event={"person": row.person_id})


def _until(one: list[Any], end: date) -> list[Any]:
    last = end if one[1] is None else min(end, date.fromisoformat(one[1]))
    return [one[0], last.isoformat()]


def _find(actor: Actor, job_id: UUID) -> Job:
    row = Job.objects.as_seen_by(actor).select_for_update().filter(id=job_id).first()
    if row is None:
        raise NotFound("job")
    return row


def _saved(row: Job, *fields: str) -> Done[None]:
    row.changed_at = clock.now()
    row.save(update_fields=[*fields, "changed_at"])
    return Done(None, person_id=row.person_id, subject=row.id, fields=fields)


def _terms(since: date, hours: float, pay: float | None) -> dict[str, Any]:
    return {
        "since": since.isoformat(),
        "hours": float(hours),
        "pay": None if pay is None else round(float(pay), 4),
    }


def _named(words: str, field: str) -> str:
    if not words.strip():
        raise Invalid(_("Write a name."), field)
    return words.strip()[:160]


def _require_new(actor: Actor, person_id: UUID, employer: str, title: str, kind: Kind, start: date) -> None:
    rows = Job.objects.as_seen_by(actor).filter(person_id=person_id, kind=kind.value, start=start)
    if rows.filter(employer__iexact=employer, title__iexact=title).exists():
        raise Invalid(_("This job is written down already. Put that one right instead."), "title")


def _require_days(start: date, ends_on_paper: date | None) -> None:
    today = clock.today()
    if not today - LONG_AGO < start <= today + SOON:
        raise Invalid(_("Check the first day. It may be up to a year ahead."), "start")
    if ends_on_paper is not None and ends_on_paper < start:
        raise Invalid(_("The contract ends before it starts. Check both days."), "ends_on_paper")


def _require_terms(hours: float, pay: float | None) -> None:
    _require_hours(hours, "hours")
    if pay is not None and not 0 <= pay <= MOST_PAY:
        raise Invalid(_("Give the pay in pounds, 0 or more."), "pay")


def _require_hours(hours: float, field: str) -> None:
    if not 0 <= hours <= MOST_HOURS:
        raise Invalid(_("Give hours from 0 to 168."), field)


def _require_week(row: Job, monday: date) -> None:
    if monday != monday_of(monday):
        raise Invalid(_("A week begins on a Monday."))
    if monday + timedelta(days=6) < row.start or monday > min(row.end or date.max, clock.today()):
        raise Invalid(_("Choose weeks in which the job was held, until now."))
