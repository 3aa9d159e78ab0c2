"""The page of jobs: now and before, evidence, contacts, what comes next."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.policy import open_and_called
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Refused
from cydwaith.person.enrolments.policy import on_front_line

from ..models import CareerStep
from ..policy import READERS, sees
from .evidence import AskRow, EvidenceRow, asks, evidence
from .following import ContactRow, FollowAlong, contacts, plans_of
from .jobs import JobRow, jobs, one_job


@dataclass(frozen=True, slots=True)
class StepRow:
    """Something the person would like next at work."""

    id: UUID
    words: str
    by: date | None
    done_on: date | None


@dataclass(frozen=True)
class JobPart:
    """One job with all that hangs on it."""

    job: JobRow
    along: FollowAlong | None
    evidence: tuple[EvidenceRow, ...]
    asks: tuple[AskRow, ...]
    contacts: tuple[ContactRow, ...]


@dataclass(frozen=True)
class JobLine:
    """One job on the list, with what is due about it."""

    job: JobRow
    along: FollowAlong | None


@dataclass(frozen=True)
class JobsPage:
    """A person's jobs as they and whoever walks with them see them."""

    person_id: UUID
    called: str
    own: bool
    writes: bool
    supports: bool
    now: tuple[JobLine, ...]
    before: tuple[JobLine, ...]
    steps: tuple[StepRow, ...]


def require(actor: Actor, person_id: UUID) -> None:
    """Raise ``Refused`` unless the person's jobs are open to the actor."""
    if not sees(actor, person_id):
        raise Refused(READERS)


@sensitive_read("jobs_seen", "jobs")
def page(actor: Actor, person_id: UUID) -> JobsPage:
    """The page. Raises ``Refused`` where a person's jobs are not open to the actor."""
    own, called = _reader(actor, person_id)
    parts = [JobLine(one, along) for one, along in _along(actor, person_id)]
    return JobsPage(
        person_id=person_id,
        called=called,
        own=own,
        writes=own or actor.is_practitioner,
        supports=actor.is_practitioner and not own,
        now=tuple(part for part in parts if part.job.is_now),
        before=tuple(part for part in parts if not part.job.is_now),
        steps=steps(actor, person_id),
    )


def _along(actor: Actor, person_id: UUID) -> list[tuple[JobRow, FollowAlong | None]]:
    rows = jobs(actor, person_id)
    along = {one.job.id: one for one in plans_of(rows, contacts(actor, person_id))}
    return [(row, along.get(row.id)) for row in rows]


def _reader(actor: Actor, person_id: UUID) -> tuple[bool, str]:
    """Whether it is the person, and what they are called; raises ``Refused`` as ``require`` does."""
    if actor.is_person(person_id):
        return True, ""
    scopes, called = open_and_called(actor, person_id)
    if not (Scope.WORK in scopes and on_front_line(actor)):
        raise Refused(READERS)
    return False, called


def job_page(actor: Actor, job_id: UUID) -> JobPart:
    """One job with all that hangs on it. Raises ``NotFound`` where it is not open to the actor."""
    row = one_job(actor, job_id)
    return _part(actor, row.person_id, row)


@sensitive_read("jobs_seen", "jobs")
def _part(actor: Actor, person_id: UUID, row: JobRow) -> JobPart:
    job_id = row.id
    made = tuple(one for one in contacts(actor, person_id) if one.job_id == job_id)
    return JobPart(
        job=row,
        along=next(iter(plans_of([row], made)), None),
        evidence=tuple(one for one in evidence(actor, person_id) if one.job_id == job_id),
        asks=tuple(one for one in asks(actor, person_id) if one.job_id == job_id),
        contacts=made,
    )


def steps(actor: Actor, person_id: UUID) -> tuple[StepRow, ...]:
    """What the person would like next at work, what is open first."""
    found = [StepRow(*row) for row in _steps(actor, person_id)]
    return tuple(sorted(found, key=lambda one: one.done_on is not None))


@prepared
def _steps(actor: Actor, person_id: UUID) -> "QuerySet[CareerStep, Any]":
    rows = CareerStep.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-at")
    return rows.values_list("id", "words", "by", "done_on")
