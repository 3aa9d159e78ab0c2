"""The page of jobs: now and before, evidence, contacts, what comes next."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.queries import person_card
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound, Refused

from ..models import CareerStep
from ..policy import READERS, sees
from .evidence import AskRow, EvidenceRow, asks, evidence
from .following import ContactRow, FollowAlong, contacts, plans_of
from .jobs import JobRow, jobs


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
    require(actor, person_id)
    own = actor.is_person(person_id)
    parts = [JobLine(one, along) for one, along in _along(actor, person_id)]
    return JobsPage(
        person_id=person_id,
        called=_called(actor, person_id),
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


@sensitive_read("jobs_seen", "jobs")
def job_page(actor: Actor, person_id: UUID, job_id: UUID) -> JobPart:
    """One job with all that hangs on it. Raises ``NotFound``, ``Refused``."""
    require(actor, person_id)
    row = next((one for one in jobs(actor, person_id) if one.id == job_id), None)
    if row is None:
        raise NotFound("job")
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
    rows = CareerStep.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-at")
    found = [StepRow(row.id, row.words, row.by, row.done_on) for row in rows]
    return tuple(sorted(found, key=lambda one: one.done_on is not None))


def _called(actor: Actor, person_id: UUID) -> str:
    try:
        return person_card(actor, person_id).called
    except NotFound:
        return ""
