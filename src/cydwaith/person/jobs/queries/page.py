"""The page of jobs: now and before, evidence, contacts, what comes next."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.queries import person_card
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound, Refused

from ..models import CareerStep
from ..policy import READERS, sees, supports, writes
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
class JobsPage:
    """A person's jobs as they and whoever walks with them see them."""

    person_id: UUID
    called: str
    own: bool
    writes: bool
    supports: bool
    now: tuple[JobPart, ...]
    before: tuple[JobPart, ...]
    steps: tuple[StepRow, ...]


def require(actor: Actor, person_id: UUID) -> None:
    """Raise ``Refused`` unless the person's jobs are open to the actor."""
    if not sees(actor, person_id):
        raise Refused(READERS)


@sensitive_read("jobs_seen", "jobs")
def page(actor: Actor, person_id: UUID) -> JobsPage:
    """The page. Raises ``Refused`` where a person's jobs are not open to the actor."""
    require(actor, person_id)
    parts = _parts(actor, person_id)
    return JobsPage(
        person_id=person_id,
        called=_called(actor, person_id),
        own=actor.is_person(person_id),
        writes=writes(actor, person_id),
        supports=supports(actor, person_id),
        now=tuple(part for part in parts if part.job.is_now),
        before=tuple(part for part in parts if not part.job.is_now),
        steps=steps(actor, person_id),
    )


def _parts(actor: Actor, person_id: UUID) -> list[JobPart]:
    rows, made = jobs(actor, person_id), contacts(actor, person_id)
    along = {one.job.id: one for one in plans_of(rows, made)}
    shown, asked = evidence(actor, person_id), asks(actor, person_id)
    return [
        JobPart(
            job=row,
            along=along.get(row.id),
            evidence=tuple(one for one in shown if one.job_id == row.id),
            asks=tuple(one for one in asked if one.job_id == row.id),
            contacts=tuple(one for one in made if one.job_id == row.id),
        )
        for row in rows
    ]


@sensitive_read("jobs_seen", "jobs")
def job_page(actor: Actor, person_id: UUID, job_id: UUID) -> JobPart:
    """One job with all that hangs on it. Raises ``NotFound``, ``Refused``."""
    require(actor, person_id)
    for part in _parts(actor, person_id):
        if part.job.id == job_id:
            return part
    raise NotFound("job")


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
