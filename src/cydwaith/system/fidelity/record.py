"""What the record knows of a team, read once: one query a kind of row. No name is read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, FloatField, IntegerField, QuerySet, Value
from django.db.models.functions import Cast

from cydwaith.commons.guard.among import Keys, among
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor, system
from cydwaith.methods.fidelity import JobcentreContact
from cydwaith.person.enrolments.models import Enrolment
from cydwaith.person.enrolments.rules import TeamChoice, read_choices, team_on
from cydwaith.person.jobs.models import FollowUp, Job
from cydwaith.person.jobs.rules.held import PAID
from cydwaith.person.jobs.rules.held import Kind as Work
from cydwaith.person.referrals.models import Assignment
from cydwaith.person.seeking.models import EmployerContact
from cydwaith.person.seeking.rules.vocabulary import Way

from .models import BenefitsTalk, JobcentreTalk, Staffing, WeekOfWork
from .rules import Advice

COUNTING = system("count for fidelity")
STAFFING, JOBCENTRE, WEEK = "staffing", "jobcentre", "week"
Rows = QuerySet[Any, Any]


class Client(NamedTuple):
    """Somebody's spell on one of the team's programmes, and the clinical teams that were chosen for it."""

    person_id: UUID
    started: date
    ended: date | None
    teams: Sequence[TeamChoice] = ()

    def team_on(self, day: date) -> str:
        """The clinical team that held on a day, "" for none."""
        held = team_on(self.teams, day) if self.teams else None
        return held.key if held else ""


class Walk(NamedTuple):
    """A coach with a person for some time."""

    coach_id: UUID
    person_id: UUID
    since: date
    until: date | None


class HeldJob(NamedTuple):
    """A paid job, and the days on which somebody was reached about it, the oldest first."""

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
    clients = [_client(*row) for row in _clients(COUNTING, organisation_id)]
    people = tuple({one.person_id for one in clients})
    talks, met = _employer_talks(organisation_id, people)
    said = _by_kind(_said(COUNTING, organisation_id))
    return Record(
        clients=clients,
        walks=[_walk(*row) for row in _walks(COUNTING, organisation_id, people)],
        staffing=[(on, number, reviewed) for on, number, _out, reviewed in said[STAFFING]],
        jobcentre=[JobcentreContact(on, bool(meeting)) for on, meeting, *_rest in said[JOBCENTRE]],
        advice=_advice(people),
        first_talks=talks,
        met=met,
        jobs=_jobs(people),
        weeks=[(monday, hours, out) for monday, hours, out, _none in said[WEEK]],
    )


@prepared
def _clients(actor: Actor, organisation_id: UUID) -> Rows:
    rows = Enrolment.objects.as_seen_by(actor).filter(programme__organisation_id=organisation_id)
    return rows.order_by("started", "id").values_list("person_id", "started", "ended", "team_choices")


def _client(person: UUID, started: date, ended: date | None, teams: Sequence[Mapping[str, Any]]) -> Client:
    return Client(person, started, ended, read_choices(teams))


@prepared
def _walks(actor: Actor, organisation_id: UUID, people: Keys) -> Rows:
    kept = Assignment.objects.as_seen_by(actor).filter(among("person_id", people))
    rows = kept.filter(organisation_id=organisation_id).order_by("since", "id")
    return rows.values_list("coach_id", "person_id", "since", "until")


def _walk(coach: UUID, person: UUID, since: datetime, until: datetime | None) -> Walk:
    return Walk(coach, person, since.date(), until.date() if until else None)


@prepared
def _said(actor: Actor, organisation_id: UUID) -> Rows:
    """All that the team says of itself in one read: what it is, the day, two numbers and a word."""
    number, none, no_word = FloatField(), Value(0.0), Value("", CharField())
    own = {"organisation_id": organisation_id}
    staffing = Staffing.objects.filter(**own).values_list(
        Value(STAFFING, CharField()), "valid_from", Cast("specialists", number), none, "reviewed"
    )
    meeting = Cast(Cast("meeting", IntegerField()), number)
    talks = JobcentreTalk.objects.filter(**own).values_list(
        Value(JOBCENTRE, CharField()), "on", meeting, none, no_word
    )
    weeks = (
        WeekOfWork.objects.as_seen_by(actor)
        .filter(**own)
        .values_list(
            Value(WEEK, CharField()), "monday", Cast("hours", number), Cast("hours_out", number), no_word
        )
    )
    return staffing.union(talks, weeks, all=True)


def _by_kind(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    """What was said by what it is, the oldest first."""
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for kind, *said in sorted(rows, key=lambda row: row[1]):
        found[kind].append(tuple(said))
    return found


def _advice(people: Keys) -> dict[UUID, list[tuple[date, Advice]]]:
    found: dict[UUID, list[tuple[date, Advice]]] = defaultdict(list)
    for person_id, on, advice in _benefits_talks(COUNTING, people):
        found[person_id].append((on, Advice(advice)))
    return dict(found)


@prepared
def _benefits_talks(actor: Actor, people: Keys) -> Rows:
    rows = BenefitsTalk.objects.as_seen_by(actor).filter(among("person_id", people)).order_by("on", "id")
    return rows.values_list("person_id", "on", "advice")


def _employer_talks(organisation_id: UUID, people: Keys) -> tuple[dict[UUID, list[date]], list[date]]:
    """Days of talks with employers for each person; days of the team's own talks in person for somebody."""
    talks: dict[UUID, list[date]] = defaultdict(list)
    met: list[date] = []
    for person_id, on, way, by in _contacts(COUNTING, people):
        talks[person_id].append(on)
        if way == Way.IN_PERSON and by == organisation_id:
            met.append(on)
    return dict(talks), met


@prepared
def _contacts(actor: Actor, people: Keys) -> Rows:
    rows = EmployerContact.objects.as_seen_by(actor).filter(among("person_id", people)).order_by("on", "id")
    return rows.values_list("person_id", "on", "way", "organisation_id")


def _jobs(people: Keys) -> list[HeldJob]:
    rows = _held(COUNTING, people)
    days: dict[UUID, list[date]] = defaultdict(list)
    for job_id, on in _reached(COUNTING, people):
        days[job_id].append(on)
    return [_job(row, tuple(days[row[0]])) for row in rows]


def _job(row: tuple[Any, ...], contacts: tuple[date, ...]) -> HeldJob:
    _id, person_id, title, employer, start, end, kind, ends_on_paper = row
    lasts = kind == Work.EMPLOYEE and ends_on_paper is None
    return HeldJob(person_id, title, employer, start, end, lasts, contacts)


@prepared
def _held(actor: Actor, people: Keys) -> Rows:
    rows = Job.objects.as_seen_by(actor).filter(among("person_id", people), kind__in=sorted(PAID))
    columns = ("id", "person_id", "title", "employer", "start", "end", "kind", "ends_on_paper")
    return rows.order_by("start", "id").values_list(*columns)


@prepared
def _reached(actor: Actor, people: Keys) -> Rows:
    rows = FollowUp.objects.as_seen_by(actor).filter(among("person_id", people), reached=True)
    return rows.order_by("on").values_list("job_id", "on")
