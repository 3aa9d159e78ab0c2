"""Jobs of one person, or of many without names."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from json import JSONDecoder
from typing import Any, NamedTuple, TypeAlias
from uuid import UUID

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.guard.among import Keys, among
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.person.plans.moments import Moment, at_noon

from .. import words
from ..models import Job
from ..rules.held import PAID, Held, Kind, Leaving, Terms, held_from

WRITTEN = ("terms", "worked", "absences")
RENAMED = {"leaving_said": "leaving_words"}
FIRST_VALUE = JSONDecoder().scan_once
Rows: TypeAlias = "QuerySet[Job, tuple[Any, ...]]"


class _Columns(NamedTuple):
    id: UUID
    person_id: UUID
    employer: str
    title: str
    kind: Kind
    start: date
    end: date | None
    ends_on_paper: date | None
    leaving: Leaving | None
    leaving_said: str
    known_on: date
    written: str


class JobRow(_Columns):
    """One job; ``written`` is a list, as JSON, of what is kept of its terms, its weeks and its absences."""

    @cached_property
    def held(self) -> Held:
        """It as the rules want it, read from its texts where it is asked for."""
        (terms, worked, absences), _end = FIRST_VALUE(self.written, 0)
        return held_from(self.kind, self.start, self.end, terms, worked, absences)

    @property
    def is_paid(self) -> bool:
        """Whether it is paid work; a trial and volunteering are not."""
        return self.kind in PAID

    @property
    def is_now(self) -> bool:
        """Whether it is held today or still to begin."""
        return self.end is None or self.end >= clock.today()

    @property
    def kind_words(self) -> str:
        """The kind of work in words."""
        return words.kind(self.kind)

    @property
    def line(self) -> str:
        """What, where and which kind, in one line."""
        return f"{self.title}, {self.employer} ({self.kind_words})"

    @property
    def history(self) -> tuple[str, ...]:
        """Hours and pay from which day on, and until when, in words."""
        return words.history(self.held)

    @property
    def leaving_words(self) -> str:
        """Why it ended, in words."""
        return str(words.LEAVINGS[self.leaving]) if self.leaving else ""

    @property
    def terms_now(self) -> Terms:
        """Hours and pay today, or at the end."""
        return self.held.on(min(clock.today(), self.end) if self.end else clock.today())

    @property
    def terms_words(self) -> str:
        """Hours and pay in words."""
        return words.terms(self.terms_now)


def jobs(actor: Actor, person_id: UUID) -> tuple[JobRow, ...]:
    """A person's jobs that are open to the actor, newest first."""
    return tuple(_row(row) for row in _of_person(actor, person_id))


@prepared
def _of_person(actor: Actor, person_id: UUID) -> Rows:
    return _shown(actor).filter(person_id=person_id).order_by("-start", "-changed_at")


def jobs_of(actor: Actor, people: Iterable[UUID] | None = None) -> tuple[JobRow, ...]:
    """The jobs of some people, or of everybody who is open to the actor, without names: one read."""
    return tuple(_row(row) for row in _of(actor, None if people is None else tuple(people)))


@prepared
def _of(actor: Actor, people: Keys | None) -> Rows:
    rows = _shown(actor).order_by("start", "id")
    return rows if people is None else rows.filter(among("person_id", people))


def job(actor: Actor, job_id: UUID) -> JobRow:
    """One job, for whoever is about to change it; the look is recorded. Raises NotFound."""
    row = one_job(actor, job_id)
    return _opened(actor, row.person_id, row)


@sensitive_read("jobs_seen", "jobs")
def _opened(actor: Actor, person_id: UUID, row: JobRow) -> JobRow:
    return row


def one_job(actor: Actor, job_id: UUID) -> JobRow:
    """One job, without a trace of the look. Raises NotFound."""
    for row in _one(actor, job_id):
        return _row(row)
    raise NotFound("job")


@prepared
def _one(actor: Actor, job_id: UUID) -> Rows:
    return _shown(actor).filter(id=job_id)


def _shown(actor: Actor) -> Rows:
    """The jobs that are open to the actor, with what a row says of them."""
    terms, worked, absences = (Cast(name, TextField()) for name in WRITTEN)
    parts = (Value("["), terms, Value(","), worked, Value(","), absences, Value("]"))
    shown = Job.objects.as_seen_by(actor).annotate(written=Concat(*parts, output_field=TextField()))
    return shown.values_list(*(RENAMED.get(name, name) for name in JobRow._fields))


_KINDS = {kind.value: kind for kind in Kind}
_LEAVINGS = {"": None, **{leaving.value: leaving for leaving in Leaving}}


def _row(read: Sequence[Any]) -> JobRow:
    """What was read of a job, in the words of the rules."""
    *named, kind, start, end, on_paper, leaving, said, known_on, written = read
    return JobRow(*named, _KINDS[kind], start, end, on_paper, _LEAVINGS[leaving], said, known_on, written)


def timeline(actor: Actor, person_id: UUID) -> list[Moment]:
    """When jobs began and ended, of those that have."""
    return [moment for row in jobs(actor, person_id) for moment in _moments(row)]


def _moments(row: JobRow) -> Iterator[Moment]:
    today, what = clock.today(), f"{row.title}, {row.employer}"
    if row.start <= today:
        yield Moment(at_noon(row.start), _("A job began"), what)
    if row.end is not None and row.end <= today:
        yield Moment(at_noon(row.end), _("A job ended"), f"{what}. {row.leaving_words}")
