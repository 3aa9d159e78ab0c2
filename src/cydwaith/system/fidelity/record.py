"""What the record knows of a team, read once: one query a kind of row. No name is read."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cydwaith.kernel.actor import system
from cydwaith.methods.fidelity import JobcentreContact
from cydwaith.person.enrolments.models import Enrolment
from cydwaith.person.jobs.models import FollowUp, Job
from cydwaith.person.jobs.rules.held import PAID
from cydwaith.person.jobs.rules.held import Kind as Work
from cydwaith.person.referrals.models import Assignment, Referral
from cydwaith.person.seeking.models import EmployerContact
from cydwaith.person.seeking.rules.vocabulary import Way

from .models import BenefitsTalk, JobcentreTalk, Staffing, WeekOfWork
from .rules import Advice

COUNTING = system("count for fidelity")


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody's spell on one of the team's programmes."""

    person_id: UUID
    started: date
    ended: date | None


@dataclass(frozen=True, slots=True)
class Walk:
    """A coach with a person for some time, and who asked for that support ("" for the person)."""

    coach_id: UUID
    person_id: UUID
    since: date
    until: date | None
    sent_by: str


@dataclass(frozen=True, slots=True)
class HeldJob:
    """A paid job, and the days on which somebody was reached about it."""

    person_id: UUID
    title: str
    employer: str
    start: date
    end: date | None
    lasts: bool
    contacts: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that the items are computed from, of all time."""

    clients: Sequence[Client]
    walks: Sequence[Walk]
    staffing: Sequence[tuple[date, float, str]]
    jobcentre: Sequence[JobcentreContact]
    advice: Mapping[UUID, Sequence[tuple[date, Advice]]]
    first_talks: Mapping[UUID, Sequence[date]]
    met: Sequence[date]
    jobs: Sequence[HeldJob]
    weeks: Sequence[tuple[date, float, float]]


def record_of(organisation_id: UUID) -> Record:
    """The record of a team: its programmes' people, and what it did."""
    clients = _clients(organisation_id)
    people = {one.person_id for one in clients}
    talks, met = _employer_talks(organisation_id, people)
    return Record(
        clients=clients,
        walks=_walks(organisation_id, people),
        staffing=_staffing(organisation_id),
        jobcentre=_jobcentre(organisation_id),
        advice=_advice(people),
        first_talks=talks,
        met=met,
        jobs=_jobs(people),
        weeks=_weeks(organisation_id),
    )


def _clients(organisation_id: UUID) -> list[Client]:
    rows = Enrolment.objects.as_seen_by(COUNTING).filter(programme__organisation_id=organisation_id)
    found = rows.order_by("started", "id").values_list("person_id", "started", "ended")
    return [Client(*one) for one in found]


def _walks(organisation_id: UUID, people: set[UUID]) -> list[Walk]:
    kept = Assignment.objects.as_seen_by(COUNTING).filter(
        organisation_id=organisation_id, person_id__in=people
    )
    rows = list(
        kept.order_by("since", "id").values_list("coach_id", "person_id", "since", "until", "referral_id")
    )
    asked = Referral.objects.as_seen_by(COUNTING).filter(id__in={referral for *_rest, referral in rows})
    sent_by = dict(asked.values_list("id", "requester_organisation"))
    return [
        Walk(coach, person, since.date(), until.date() if until else None, sent_by.get(referral, ""))
        for coach, person, since, until, referral in rows
    ]


def _staffing(organisation_id: UUID) -> list[tuple[date, float, str]]:
    rows = Staffing.objects.filter(organisation_id=organisation_id).order_by("valid_from")
    return [(one.valid_from, float(one.specialists), one.reviewed) for one in rows]


def _jobcentre(organisation_id: UUID) -> list[JobcentreContact]:
    rows = JobcentreTalk.objects.filter(organisation_id=organisation_id).order_by("on", "id")
    return [JobcentreContact(on, meeting) for on, meeting in rows.values_list("on", "meeting")]


def _advice(people: set[UUID]) -> dict[UUID, list[tuple[date, Advice]]]:
    rows = BenefitsTalk.objects.as_seen_by(COUNTING).filter(person_id__in=people).order_by("on", "id")
    found: dict[UUID, list[tuple[date, Advice]]] = defaultdict(list)
    for person_id, on, advice in rows.values_list("person_id", "on", "advice"):
        found[person_id].append((on, Advice(advice)))
    return dict(found)


def _employer_talks(organisation_id: UUID, people: set[UUID]) -> tuple[dict[UUID, list[date]], list[date]]:
    """Days of talks with employers for each person; days of the team's own talks in person for somebody."""
    rows = EmployerContact.objects.as_seen_by(COUNTING).filter(person_id__in=people).order_by("on", "id")
    talks: dict[UUID, list[date]] = defaultdict(list)
    met: list[date] = []
    for person_id, on, way, by in rows.values_list("person_id", "on", "way", "organisation_id"):
        talks[person_id].append(on)
        if way == Way.IN_PERSON and by == organisation_id:
            met.append(on)
    return dict(talks), met


def _jobs(people: set[UUID]) -> list[HeldJob]:
    rows = Job.objects.as_seen_by(COUNTING).filter(person_id__in=people, kind__in=list(PAID))
    jobs = list(rows.order_by("start", "id"))
    made = FollowUp.objects.as_seen_by(COUNTING).filter(job_id__in=[job.id for job in jobs], reached=True)
    days: dict[UUID, list[date]] = defaultdict(list)
    for job_id, on in made.order_by("on").values_list("job_id", "on"):
        days[job_id].append(on)
    return [
        HeldJob(
            person_id=job.person_id,
            title=job.title,
            employer=job.employer,
            start=job.start,
            end=job.end,
            lasts=job.kind == Work.EMPLOYEE and job.ends_on_paper is None,
            contacts=tuple(days[job.id]),
        )
        for job in jobs
    ]


def _weeks(organisation_id: UUID) -> list[tuple[date, float, float]]:
    rows = WeekOfWork.objects.as_seen_by(COUNTING).filter(organisation_id=organisation_id)
    found = rows.order_by("monday", "id").values_list("monday", "hours", "hours_out")
    return [(monday, float(hours), float(out)) for monday, hours, out in found]
