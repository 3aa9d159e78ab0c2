"""From the record to the facts of the method, for any half year: pure, so that a trend costs no query."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from cydwaith.methods.fidelity import IpsFacts, JobKept

from .record import Client, HeldJob, Record, Walk
from .rules import LOOKED_AT, Helped, benefits_level


@dataclass(frozen=True, slots=True)
class Span:
    """The days looked at, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


def half_year(last: date) -> Span:
    """The 26 weeks that end on a day."""
    return Span(last - LOOKED_AT + timedelta(days=1), last)


def facts_of(record: Record, span: Span) -> IpsFacts:
    """What the method wants to know of these days; what nobody wrote down stays empty."""
    clients = [one for one in record.clients if _overlaps(one, span)]
    here = {one.person_id for one in clients if one.ended is None or one.ended > span.last}
    jobs = _jobs(record, clients, span)
    staffing = [one for one in record.staffing if one[0] <= span.last][-1:]
    weeks = [one for one in record.weeks if span.holds(one[0])]
    teams = _teams(record.walks, clients, here, span)
    return IpsFacts(
        first=span.first,
        last=span.last,
        clients=len(here) if clients else None,
        specialists=staffing[0][1] if staffing else None,
        contacts_reviewed=staffing[0][2] if staffing else "none",  # type: ignore[arg-type]
        teams=[{name: n for name, n in one.items() if name} for one in teams],
        teams_unknown=[one[""] for one in teams],
        jobcentre=[one for one in record.jobcentre if span.holds(one.on)] or None,
        incentives=_incentives(record, {one.person_id for one in clients}, span),
        days_to_employer=_days_to_employer(record, clients, span),
        employer_contacts=sum(map(span.holds, record.met)) if clients else None,
        job_types=[job.title for job in jobs],
        employers=[job.employer for job in jobs],
        jobs_lasting=sum(job.lasts for job in jobs) if jobs else None,
        kept=[_kept(job, span) for job in jobs],
        minutes=60 * sum(hours for _monday, hours, _out in weeks) or None,
        minutes_out=60 * sum(out for _monday, _hours, out in weeks),
    )


def _overlaps(one: Client, span: Span) -> bool:
    return one.started <= span.last and (one.ended is None or one.ended >= span.first)


def _teams(
    walks: Iterable[Walk], clients: Iterable[Client], here: set[UUID], span: Span
) -> list[Counter[str]]:
    """For each coach, their people by the clinical team of the last day, of the newest spell that had one
    then; "" for none."""
    on_last = ((one.person_id, one.team_on(span.last)) for one in clients)
    team_of = {person_id: team for person_id, team in on_last if team}
    found: dict[UUID, Counter[str]] = defaultdict(Counter)
    for walk in walks:
        if (
            walk.person_id in here
            and walk.since <= span.last
            and (walk.until is None or walk.until > span.last)
        ):
            found[walk.coach_id][team_of.get(walk.person_id, "")] += 1
    return list(found.values())


def _incentives(record: Record, people: set[UUID], span: Span) -> list[int]:
    """Everybody's level, once the team writes such help down at all."""
    advice = {
        one: [(on, kind) for on, kind in said if on <= span.last] for one, said in record.advice.items()
    }
    if not any(advice.values()):
        return []
    starts: dict[UUID, list[date]] = defaultdict(list)
    for job in record.jobs:
        if job.start <= span.last:
            starts[job.person_id].append(job.start)
    return sorted(benefits_level(Helped(advice.get(one, ()), starts[one])) for one in people)


def _days_to_employer(record: Record, clients: Iterable[Client], span: Span) -> list[float | None]:
    """Of those who started in these days: days until the first talk with an employer for them."""
    return [
        next(
            (
                float((on - one.started).days)
                for on in record.first_talks.get(one.person_id, ())
                if one.started <= on <= span.last
            ),
            None,
        )
        for one in clients
        if one.started >= span.first
    ]


def _jobs(record: Record, clients: Iterable[Client], span: Span) -> list[HeldJob]:
    """Paid jobs that began in these days while somebody was with the team."""
    spells: dict[UUID, list[Client]] = defaultdict(list)
    for one in clients:
        spells[one.person_id].append(one)
    return [
        job
        for job in record.jobs
        if span.holds(job.start)
        and any(
            one.started <= job.start and (one.ended is None or job.start <= one.ended)
            for one in spells[job.person_id]
        )
    ]


def _kept(job: HeldJob, span: Span) -> JobKept:
    end = job.end if job.end is not None and job.end <= span.last else None
    return JobKept(job.start, job.contacts[: bisect_right(job.contacts, span.last)], end)
