"""Staying in touch about jobs: what was planned and done for one person, what is due for a caseload."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.circle.queries import called_of
from cydwaith.commons.guard.among import Keys, among
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.person.enrolments import queries as enrolments
from cydwaith.person.referrals import queries as referrals

from .. import words
from ..models import FollowUp
from ..rules.following import Occasion, Planned, State, schedule, states, waiting
from ..rules.held import MOVED_ON
from ..rules.warnings import Sign, signs
from .jobs import JobRow, jobs, jobs_of


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact about a job: when it was planned, when and whether it came about."""

    person_id: UUID
    job_id: UUID
    occasion: Occasion
    planned: date
    on: date
    reached: bool
    words: str
    by: str
    by_account_id: UUID | None

    @property
    def occasion_words(self) -> str:
        """Why, in words."""
        return words.occasion(self.occasion)

    @property
    def reached_words(self) -> str:
        """Whether they were reached, in words."""
        return _("We were in touch") if self.reached else _("Tried, not reached")


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One contact of the schedule of a job."""

    job: JobRow
    occasion: Occasion
    on: date
    state: State

    @property
    def occasion_words(self) -> str:
        """Why, in words."""
        return words.occasion(self.occasion)

    @property
    def state_words(self) -> str:
        """How it stands, in words."""
        return words.state(self.state)

    @property
    def occasion_slug(self) -> str:
        """The occasion in an address."""
        return self.occasion.value.replace(" ", "-")

    @property
    def day(self) -> str:
        """The day in an address."""
        return self.on.isoformat()

    @property
    def can_note(self) -> bool:
        """Whether a contact can be noted for it now."""
        return self.state in (State.DUE, State.LATE, State.MISSED)

    @property
    def colour(self) -> str:
        """The colour of its tag."""
        return words.STATES[self.state][1]


@dataclass(frozen=True, slots=True)
class FollowAlong:
    """All that was planned for one job, what to do now, and early warnings in words."""

    job: JobRow
    stated: tuple[tuple[Planned, State], ...]
    now: PlannedRow | None
    warnings: tuple[str, ...]

    @property
    def planned(self) -> tuple[PlannedRow, ...]:
        """Every contact of its schedule and how it stands."""
        return tuple(PlannedRow(self.job, one.occasion, one.on, state) for one, state in self.stated)


def contacts(actor: Actor, person_id: UUID) -> tuple[ContactRow, ...]:
    """Contacts about a person's jobs, newest first."""
    return tuple(_contact(row) for row in _of_person(actor, person_id))


@prepared
def _of_person(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return FollowUp.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-on", "-at")


def contacts_of(actor: Actor, people: Iterable[UUID] | None = None) -> tuple[ContactRow, ...]:
    """Contacts about the jobs of some people, or of everybody who is open to the actor: one read."""
    return tuple(_contact(row) for row in _of(actor, None if people is None else tuple(people)))


@prepared
def _of(actor: Actor, people: Keys | None) -> GuardedQuerySet:
    rows = FollowUp.objects.as_seen_by(actor).order_by("on", "id")
    return rows if people is None else rows.filter(among("person_id", people))


def follow_along(actor: Actor, person_id: UUID) -> tuple[FollowAlong, ...]:
    """The schedule of each of a person's paid jobs, newest job first."""
    return plans_of(jobs(actor, person_id), contacts(actor, person_id))


def plans_of(rows: Iterable[JobRow], made: Iterable[ContactRow]) -> tuple[FollowAlong, ...]:
    """The schedules of jobs, with what was done of them."""
    done: dict[UUID, set[Planned]] = defaultdict(set)
    for one in made:
        if one.reached:
            done[one.job_id].add(Planned(one.occasion, one.planned))
    today = clock.today()
    return tuple(_plan(row, done[row.id], today) for row in rows if row.is_paid)


def _plan(row: JobRow, done: set[Planned], today: date) -> FollowAlong:
    lost = row.leaving not in MOVED_ON
    planned = schedule(row.start, row.end, lost=lost, known_on=row.known_on)
    stated = states(planned, done, today)
    now = waiting(stated)
    late_since = now[0].on if now and now[1] is State.LATE else None
    seen = _signs(row, late_since, today) if row.end is None or row.end >= today else ()
    return FollowAlong(
        job=row,
        stated=stated,
        now=PlannedRow(row, now[0].occasion, now[0].on, now[1]) if now else None,
        warnings=tuple(str(words.SIGNS[sign]) for sign in seen),
    )


def _signs(row: JobRow, late_since: date | None, today: date) -> tuple[Sign, ...]:
    """Early warnings in a job that is held now."""
    return signs(row.held, ends_on_paper=row.ends_on_paper, late_since=late_since, today=today)


@dataclass(frozen=True, slots=True)
class DueRow:
    """Somebody to think of: what is due about a job, warnings, a programme that runs out."""

    person_id: UUID
    name: str
    job: str
    now: PlannedRow | None
    warnings: tuple[str, ...]
    programmes: tuple[str, ...]

    @property
    def order(self) -> tuple[int, date, str]:
        """The late first, then warnings, then what is due."""
        late = self.now is not None and self.now.state is State.LATE
        rank = 0 if late else 1 if self.warnings else 2
        return rank, self.now.on if self.now else date.max, self.name


def due(actor: Actor) -> tuple[DueRow, ...]:
    """What is due about work over the actor's own people, the most pressing first."""
    people = tuple(_mine(actor))
    names = defaultdict(lambda: _("Somebody"), called_of(actor, people))
    ending = _ending(actor, people)
    plans = plans_of(reversed(jobs_of(actor, people)), contacts_of(actor, people))
    found = [_due(plan, names) for plan in plans]
    told = [one for one in found if one.now or one.warnings]
    told += [DueRow(key, names[key], "", None, (), said) for key, said in ending.items()]
    return tuple(sorted(told, key=lambda one: one.order))


@prepared
def _mine(actor: Actor) -> GuardedQuerySet:
    return referrals.my_people(actor)


def _due(plan: FollowAlong, names: Mapping[UUID, str]) -> DueRow:
    job = plan.job
    where = f"{job.title}, {job.employer}"
    return DueRow(job.person_id, names[job.person_id], where, plan.now, plan.warnings, ())


def _ending(actor: Actor, people: Keys) -> dict[UUID, tuple[str, ...]]:
    """Programmes whose time is nearly or already over."""
    found: dict[UUID, list[str]] = defaultdict(list)
    for row in enrolments.enrolments_of(actor, people):
        if row.ended is None and (row.time.near or row.time.over):
            found[row.person_id].append(f"{row.programme}: {row.time_words}")
    return {key: tuple(said) for key, said in found.items()}


def _contact(row: FollowUp) -> ContactRow:
    return ContactRow(
        person_id=row.person_id,
        job_id=row.job_id,
        occasion=Occasion(row.occasion),
        planned=row.planned,
        on=row.on,
        reached=row.reached,
        words=row.words,
        by=row.by_name,
        by_account_id=row.by_account_id,
    )
