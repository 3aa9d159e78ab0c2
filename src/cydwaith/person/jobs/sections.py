"""What jobs add to "everything about me"."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Entry, Section, register
from cydwaith.kernel.actor import Actor

from . import queries, words
from .policy import on_front_line
from .queries import EvidenceRow, JobRow


def jobs(actor: Actor, person_id: UUID) -> list[Entry]:
    """Every job, its evidence, the contacts about it, and what comes next."""
    found = [_job(row) for row in queries.jobs(actor, person_id)]
    found += [_evidence(row) for row in queries.evidence(actor, person_id)]
    found += [
        Entry(row.occasion_words, row.words or row.reached_words, row.on, row.by)
        for row in queries.contacts(actor, person_id)
    ]
    return found + [
        Entry(_("Next at work"), one.words, one.done_on or one.by) for one in queries.steps(actor, person_id)
    ]


def _job(row: JobRow) -> Entry:
    parts = [row.kind_words, *(f"{words.day(one.since)}: {words.terms(one)}" for one in row.held.terms)]
    if row.held.absences:
        parts.append(_("Days off sick are written down"))
    if row.end:
        parts.append(_("until {day}").format(day=words.day(row.end)))
    return Entry(
        f"{row.title}, {row.employer}", "; ".join([*parts, row.leaving_words]).strip("; "), row.start
    )


def _evidence(row: EvidenceRow) -> Entry:
    return Entry(
        _("Evidence: {kind}").format(kind=row.kind_words), f"{row.period} {row.words}".strip(), row.at, row.by
    )


def register_sections() -> None:
    """Add the part to a person's record."""
    register(Section("jobs", gettext_lazy("Jobs and what shows them"), Scope.WORK, jobs, on_front_line))
