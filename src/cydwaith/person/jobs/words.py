"""What kinds of work, occasions, signs and verdicts are called on a page."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from cydwaith.methods.outcomes import plain_hours, plain_pounds
from cydwaith.place.programmes.rules import EVIDENCE, Evidence

from .rules.following import Occasion, State
from .rules.held import Held, Kind, Leaving, Per, Terms
from .rules.telling import Run, Told, in_a_row
from .rules.warnings import Sign

KINDS = {
    Kind.EMPLOYEE: gettext_lazy("Employed"),
    Kind.ZERO_HOURS: gettext_lazy("Zero hours: no set hours"),
    Kind.SELF_EMPLOYED: gettext_lazy("Self-employed"),
    Kind.APPRENTICESHIP: gettext_lazy("Apprenticeship"),
    Kind.WORK_TRIAL: gettext_lazy("Work trial"),
    Kind.VOLUNTEERING: gettext_lazy("Volunteering"),
}

LEAVINGS = {
    Leaving.BETTER: gettext_lazy("A better job came"),
    Leaving.CONTRACT: gettext_lazy("The contract came to its end"),
    Leaving.HEALTH: gettext_lazy("My health"),
    Leaving.LET_GO: gettext_lazy("I was let go"),
    Leaving.REDUNDANT: gettext_lazy("The job was no longer there"),
    Leaving.DID_NOT_SUIT: gettext_lazy("It did not suit me"),
    Leaving.LIFE: gettext_lazy("Something else in life"),
    Leaving.OTHER: gettext_lazy("Another reason"),
}

PERS = {
    Per.HOUR: gettext_lazy("an hour"),
    Per.WEEK: gettext_lazy("a week"),
    Per.MONTH: gettext_lazy("a month"),
    Per.YEAR: gettext_lazy("a year"),
}

OCCASIONS = {
    Occasion.BEFORE: gettext_lazy("In the week before the first day"),
    Occasion.FIRST_DAYS: gettext_lazy("In the first three days"),
    Occasion.WEEKLY: gettext_lazy("Weekly in the first month"),
    Occasion.MONTHLY: gettext_lazy("Monthly in the first year"),
    Occasion.AFTER_LOSS: gettext_lazy("After the job ended"),
}

STATES = {
    State.DONE: (gettext_lazy("Done"), "green"),
    State.DUE: (gettext_lazy("Due"), "yellow"),
    State.LATE: (gettext_lazy("Late"), "red"),
    State.MISSED: (gettext_lazy("Missed"), "grey"),
    State.TO_COME: (gettext_lazy("To come"), "blue"),
}

SIGNS = {
    Sign.HOURS_FALLING: gettext_lazy(
        "Hours are falling. Ask how the job is going, and what the employer says."
    ),
    Sign.OFF_SICK: gettext_lazy("Off sick. Ask what would help to go back, and look at the adjustments."),
    Sign.NO_CONTACT: gettext_lazy("No contact for too long. Try another way or another time of day."),
    Sign.END_NEAR: gettext_lazy(
        "The contract ends soon. Ask the employer about staying, and look for what is next."
    ),
}

TRAIL = {
    "job_added": gettext_lazy("Wrote down a job"),
    "job_corrected": gettext_lazy("Put a job right"),
    "job_terms_changed": gettext_lazy("Wrote down new hours or pay"),
    "job_weeks_recorded": gettext_lazy("Wrote down hours that were worked"),
    "job_absence_added": gettext_lazy("Wrote down days off sick"),
    "job_ended": gettext_lazy("Wrote down that a job ended"),
    "job_evidence_added": gettext_lazy("Added evidence of work"),
    "job_word_given": gettext_lazy("Gave their word that you worked"),
    "job_evidence_withdrawn": gettext_lazy("Took back evidence of work"),
    "job_evidence_seen": gettext_lazy("Opened a file that shows work"),
    "employer_asked": gettext_lazy("Asked an employer to confirm hours"),
    "employer_question_taken_back": gettext_lazy("Took back a question to an employer"),
    "employer_answered": gettext_lazy("An employer answered about your hours"),
    "job_followed_up": gettext_lazy("Noted a contact about a job"),
    "career_step_added": gettext_lazy("Wrote down what you would like next at work"),
    "career_step_done": gettext_lazy("Wrote down that a step at work came about"),
    "jobs_seen": gettext_lazy("Looked at your jobs"),
    "outcomes_seen": gettext_lazy("Looked at what your work counts for"),
}


def evidence(kind: Evidence, language: str) -> str:
    """A kind of evidence in words."""
    return EVIDENCE[kind].in_language(language)


def day(value: object) -> str:
    """A day in full."""
    return _day(value, get_language())


@lru_cache(maxsize=4096)
def _day(value: object, language: str | None) -> str:
    return date_format(value, "j F Y")  # type: ignore[arg-type]


SENTENCES = {
    "days": gettext_lazy("{first} to {last}"),
    "hours": gettext_lazy("{hours} hours a week"),
    "hours and pay": gettext_lazy("{hours}, £{pay} an hour"),
    "from": gettext_lazy("from {day}: {terms}"),
    "until": gettext_lazy("until {day}"),
}


@lru_cache(maxsize=64)
def _sentence(name: str, language: str | None) -> str:
    """A sentence in the present language, which is looked up once: lists say the same of many rows."""
    return str(SENTENCES[name])


@lru_cache(maxsize=64)
def _kind(kind: Kind, language: str | None) -> str:
    return str(KINDS[kind])


@lru_cache(maxsize=64)
def _occasion(of: Occasion, language: str | None) -> str:
    return str(OCCASIONS[of])


def occasion(of: Occasion) -> str:
    """What a contact is about in words."""
    return _occasion(of, get_language())


@lru_cache(maxsize=64)
def _state(of: State, language: str | None) -> str:
    return str(STATES[of][0])


def state(of: State) -> str:
    """How a planned contact stands in words."""
    return _state(of, get_language())


def kind(of: Kind) -> str:
    """A kind of work in words."""
    return _kind(of, get_language())


def days(first: date, last: date) -> str:
    """Such as: 4 May 2026 to 10 May 2026; one day stands by itself."""
    language = get_language()
    if first == last:
        return _day(first, language)
    return _sentence("days", language).format(first=_day(first, language), last=_day(last, language))


def monday_to_sunday(monday: date, sunday: date) -> str:
    """Such as: 4 May 2026 – 10 May 2026."""
    language = get_language()
    return f"{_day(monday, language)} – {_day(sunday, language)}"


def hours_a_week(hours: float) -> str:
    """Such as: 12 hours a week."""
    return _sentence("hours", get_language()).format(hours=f"{hours:g}")


def terms(one: Terms) -> str:
    """Such as: 12 hours a week, £12.71 an hour."""
    return _terms(one, get_language())


def _terms(one: Terms, language: str | None) -> str:
    hours = _sentence("hours", language).format(hours=f"{one.hours:g}")
    if one.pay is None:
        return hours
    return _sentence("hours and pay", language).format(hours=hours, pay=plain_pounds(one.pay))


def history(job: Held) -> tuple[str, ...]:
    """What was agreed from which day on, oldest first, and the last day where there is one."""
    language = get_language()
    since = _sentence("from", language)
    told = [since.format(day=_day(one.since, language), terms=_terms(one, language)) for one in job.terms]
    return (
        (*told, _sentence("until", language).format(day=_day(job.end, language))) if job.end else tuple(told)
    )


def weeks_told(told: Told, language: str) -> str:
    """Such as: weeks 3-8 and 10-15 counted; week 9: 4 hours, under 7; 12 of 16 by 4 May 2026."""
    counted = [_span(run.first, run.last) for run in told.runs if run.counted]
    parts = []
    if counted:
        some = sum(run.last - run.first + 1 for run in told.runs if run.counted)
        parts.append(
            ngettext("week {weeks} counted", "weeks {weeks} counted", some).format(weeks=", ".join(counted))
        )
    parts += [_missed(run, language) for run in told.runs if not run.counted]
    parts.append(
        _("{counted} of {of} by {day}").format(counted=told.counted, of=told.of, day=day(told.until))
    )
    return "; ".join(parts)


def _missed(run: Run, language: str) -> str:
    reason = run.reason.words.in_language(language)
    some = run.last - run.first + 1
    return ngettext("week {weeks}: {reason}", "weeks {weeks}: {reason}", some).format(
        weeks=_span(run.first, run.last), reason=reason
    )


def uncovered(weeks: Sequence[int]) -> str:
    """Such as: no evidence covers weeks 5–7, 9, which count."""
    told = ngettext(
        "No evidence of the kinds that the rule asks for covers week {weeks}, which counts.",
        "No evidence of the kinds that the rule asks for covers weeks {weeks}, which count.",
        len(weeks),
    )
    return told.format(weeks=_spans(weeks))


def missing(kinds: Sequence[str], *, each: bool) -> str:
    """Which kinds of evidence are not on record yet."""
    if each or len(kinds) == 1:
        return _("Still missing: {kinds}.").format(kinds=", ".join(kinds))
    return _("Evidence is still missing. One of these would do: {kinds}.").format(kinds=", ".join(kinds))


def to_cover_weeks(weeks: Sequence[int]) -> str:
    """Such as: it is met, and cannot be claimed until evidence covers weeks 5–7, 9."""
    told = ngettext(
        "It is met. It cannot be claimed until evidence covers week {weeks}.",
        "It is met. It cannot be claimed until evidence covers weeks {weeks}.",
        len(weeks),
    )
    return told.format(weeks=_spans(weeks))


def to_cover_days(days: Sequence[tuple[date, date]]) -> str:
    """The same for a rule about a day, or about pounds."""
    told = (day(first) if first == last else f"{day(first)} – {day(last)}" for first, last in days)
    return _("It is met. It cannot be claimed until evidence covers {days}.").format(days=", ".join(told))


def would_do(kinds: Sequence[str]) -> str:
    """Which evidence would do."""
    told = _("This would do: {kinds}.") if len(kinds) == 1 else _("Any of these would do: {kinds}.")
    return told.format(kinds=", ".join(kinds))


def until(last: date | None) -> str:
    """Until when evidence is taken."""
    if last is None:
        return _("No last day is set for the evidence.")
    return _("The evidence must be on record by {day}.").format(day=day(last))


def too_late(last: date | None) -> str:
    """Evidence that did not come in time."""
    return _("It can no longer be claimed: evidence was taken until {day}.").format(day=day(last))


def shown_on(on: date | None) -> str:
    """The day on which it was met by what evidence shows, where that is a later one."""
    return _("By what the evidence shows it was met on {day}.").format(day=day(on))


def shown_hours(kinds: str, shown: float, hours: float) -> str:
    """Evidence that is about some days of a week alone."""
    return _("{kinds}, for {shown} of {hours} hours").format(
        kinds=kinds, shown=plain_hours(shown), hours=plain_hours(hours)
    )


def _spans(weeks: Sequence[int]) -> str:
    return ", ".join(_span(first, last) for first, last in in_a_row(weeks))


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def plain_days(sentence: str) -> str:
    """A method's sentence with its days written as the pages write them."""
    return ISO_DAY.sub(lambda found: day(date.fromisoformat(found[0])), sentence)


def still_to_come(last: date, *, one_day: bool) -> str:
    """A rule about a day that has not come."""
    if one_day:
        return _("It can still be met: what counts is being in work on {day}.").format(day=day(last))
    return _("It can still be met until {day}.").format(day=day(last))
