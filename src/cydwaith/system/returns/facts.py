"""What is on record of each spell on a programme, by the names that templates use."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from cydwaith.commons.circle.models import Person
from cydwaith.commons.guard.among import Keys, among
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system
from cydwaith.person.enrolments.models import Enrolment
from cydwaith.person.enrolments.queries import EnrolmentRow
from cydwaith.person.enrolments.queries.rows import as_rows
from cydwaith.person.jobs.queries import JobRow, JudgedSpell, RuleVerdict, judge_spells
from cydwaith.place.programmes.models import Programme
from cydwaith.place.programmes.queries import Version
from cydwaith.place.programmes.rules import OUTCOME, About, Cohort, ReturnTemplate

from .models import Agreement
from .references import Refer
from .rules import Doubt, doubts_of_start
from .rules.filling import Fact
from .stages import stages_on

WHERE, STAGE = "neighbourhood", "stage"
COUNTING = system("count for returns")


@dataclass(frozen=True, slots=True)
class Spells:
    """The spells of a return, and all that there are of the same people, on whatever programme."""

    listed: list[EnrolmentRow]
    others: Mapping[UUID, Sequence[EnrolmentRow]]


def spells(actor: Actor, team: UUID, version: Version, first: date, last: date) -> Spells:
    """The spells on a programme of a team that lie in these days; one read with the others beside them.

    ``version`` is the one in force: most spells are on it, and it is not read again.
    """
    others: dict[UUID, list[EnrolmentRow]] = defaultdict(list)
    listed = []
    for row in as_rows(actor, _of_those_on(actor, team, version.key), {version.id: version}):
        others[row.person_id].append(row)
        ours = row.version.key == version.key and row.version.card.organisation_id == team
        if ours and row.started <= last and (row.ended is None or row.ended >= first):
            listed.append(row)
    return Spells(listed, others)


@prepared
def _of_those_on(actor: Actor, team: UUID, programme: str) -> GuardedQuerySet:
    ours = Programme.objects.filter(organisation_id=team, key=programme)
    seen = Enrolment.objects.as_seen_by(actor)
    people = seen.filter(programme_id__in=ours.values("id")).values("person_id")
    return seen.filter(person_id__in=people).order_by("started", "id").defer("by_name", "made_at")


def who_agrees(actor: Actor, programme: str) -> dict[UUID, frozenset[About]]:
    """Those whose newest word is yes, and to what."""
    newest = {person_id: (agrees, about) for person_id, agrees, about in _agreements(actor, programme)}
    return {person_id: _about(*about) for person_id, (agrees, about) in newest.items() if agrees}


@lru_cache(maxsize=256)
def _about(*keys: str) -> frozenset[About]:
    """Many people say yes to the same."""
    return frozenset(map(About, keys))


@prepared
def _agreements(actor: Actor, programme: str) -> "QuerySet[Agreement, tuple[UUID, bool, list[str]]]":
    rows = Agreement.objects.as_seen_by(actor).filter(programme=programme).order_by("at", "id")
    return rows.values_list("person_id", "agrees", "about")


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of each spell by the names that templates use, and what somebody should look at first."""

    rows: list[dict[str, Fact]]
    doubts: tuple[Doubt, ...]


def facts_of(
    actor: Actor, template: ReturnTemplate, found: Sequence[EnrolmentRow], last: date, refer: Refer
) -> Facts:
    """The facts of each spell up to the last day of a return; the same few reads however many.

    Where people live is read if it is told; how far they were, if it is told of a day before today.
    While the last day is still to come every line may change.
    """
    people, today = tuple({row.person_id for row in found}), clock.today()
    tells = {column.fact for column in template.columns}
    places = dict(_places(actor, people)) if WHERE in tells else {}
    stages = stages_on(actor, found, last) if STAGE in tells and last < today else {}
    rows: list[dict[str, Fact]] = []
    doubts: list[Doubt] = []
    for one in judge_spells(actor, found, people):
        row, name = one.row, refer(one.row.id)
        rows.append(
            {
                "reference": name,
                STAGE: stages.get(row.id, row.stage) or None,
                **_spell(row, one.born, places.get(row.person_id, ""), last),
                **_jobs(row, one.jobs, min(last, today)),
                **_outcomes(one.verdicts, last, is_over=last <= today),
            }
        )
        doubts += _doubts(name, one)
    return Facts(rows, tuple(doubts))


def _doubts(name: str, of: JudgedSpell) -> Iterator[Doubt]:
    jobs = [(job.start, job.end) for job in of.jobs if job.is_paid]
    yield from doubts_of_start(name, of.row.started, jobs, in_work=of.row.cohort is Cohort.IN_WORK)
    for problem in dict.fromkeys(one.problem for one in of.verdicts if one.problem and not one.is_early):
        yield Doubt(name, "not_judged", problem)
    if old := next((one.old_wage for one in of.verdicts if one.old_wage), None):
        yield Doubt(name, "old_wage", old.isoformat())


@prepared
def _places(actor: Actor, people: Keys) -> "QuerySet[Person, tuple[UUID, str]]":
    return Person.objects.as_seen_by(actor).filter(among("id", people)).values_list("id", "place_code")


def _spell(row: EnrolmentRow, born: date | None, place: str, last: date) -> dict[str, Fact]:
    is_over = row.ended is not None and row.ended <= last
    return {
        "programme": row.version.key,
        "version": row.version.number,
        "started": row.started,
        "ended": row.ended if is_over else None,
        "ending": str(row.reason) if row.reason and is_over else None,
        "cohort": str(row.cohort),
        "age_at_start": _age(born, row.started),
        WHERE: place or None,
    }


def _age(born: date | None, on: date) -> int | None:
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _jobs(row: EnrolmentRow, held: Iterable[JobRow], until: date) -> dict[str, Fact]:
    """The newest paid job that began while they were on the programme up to a day, and how many did."""
    ours = (job for job in held if job.is_paid and row.started <= job.start <= min(until, row.ended or until))
    begun = sorted(ours, key=lambda job: job.start)
    if not begun:
        return {"jobs": 0}
    job = begun[-1]
    terms = job.held.on(min(until, job.end or until))
    return {
        "jobs": len(begun),
        "job_started": job.start,
        "job_ended": job.end if job.end is not None and job.end <= until else None,
        "job_kind": str(job.kind),
        "job_title": job.title,
        "job_hours": terms.hours,
        "job_pay": terms.pay,
    }


def _outcomes(judged: Iterable[RuleVerdict], last: date, *, is_over: bool) -> dict[str, Fact]:
    """What can be claimed: yes and since when; no; or open while it can be met or evidence may still come.

    Beside it, of what is met by the record: whether evidence shows enough of it. What was met after the
    last day of the return belongs to a later one, and is open in this. A line may also change while that
    day is still to come (``is_over``: it is not), and where an old minimum wage stands in for a newer one.
    """
    found: dict[str, Fact] = {"open": not is_over}
    for one in judged:
        verdict, name = one.verdict, f"{OUTCOME}{one.key}"
        on = verdict.claimable_on if verdict is not None else None
        is_open = verdict is None or verdict.still_possible or verdict.awaits_evidence
        is_open = is_open or (on is not None and on > last)
        if on is not None and on <= last:
            found |= {name: "yes", f"{name}:on": on}
        else:
            found[name] = "open" if is_open else "no"
        if verdict is not None and verdict.met_on is not None and verdict.met_on <= last:
            found[f"{name}:evidence"] = "enough" if found[name] == "yes" else "missing"
        found["open"] = bool(found["open"]) or is_open or one.old_wage is not None
    return found
