"""A person's enrolments, and how far each is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet, Subquery
from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.guard.among import Keys, among
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.person.plans.moments import Moment, at_noon
from cydwaith.place.programmes import queries as programmes
from cydwaith.place.programmes.queries import Version
from cydwaith.place.programmes.rules import Cohort, Line

from .. import words
from ..models import DateOfBirth, Enrolment
from ..rules import (
    Ending,
    Funded,
    TeamChoice,
    TeamTime,
    Time,
    read_choices,
    team_on,
    teams_held,
    time_on,
)


@dataclass(frozen=True, slots=True)
class TeamShown:
    """A clinical team and the days on which it held; until None: it goes on."""

    name: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class TeamSaid:
    """What somebody said of the clinical team: "" for none, from which day on, when it was said, by whom."""

    name: str
    since: date
    said: date | None
    by: str


class EnrolmentRow(NamedTuple):
    """One spell on a programme, in the reader's language; ``version`` holds all that the programme says."""

    id: UUID
    person_id: UUID
    version: Version
    started: date
    cohort: Cohort
    stage: str
    ended: date | None
    reason: Ending | None
    team_choices: tuple[TeamChoice, ...]

    @property
    def funded(self) -> Funded:
        """The spell as the rule about double funding looks at it."""
        return Funded(
            self.version.key, self.programme, self.version.content.not_paid_with, self.started, self.ended
        )

    @property
    def time(self) -> Time:
        """Which week it is in, or was in at the end, and how many the programme allows."""
        return time_on(self.started, self.last_known, self.version.weeks(self.cohort))

    @property
    def has_begun(self) -> bool:
        """Whether its first day has come."""
        return self.time.week > 0

    @property
    def last_known(self) -> date:
        """Today, or the day on which it ended."""
        today = clock.today()
        return min(today, self.ended) if self.ended else today

    @property
    def team_key(self) -> str:
        """The key of the clinical team now, or at the end; "" for none."""
        now = team_on(self.team_choices, self.last_known)
        return now.key if now else ""

    @property
    def teams(self) -> tuple[TeamShown, ...]:
        """The clinical teams and their days, the newest first."""
        held = teams_held(self.team_choices, self.ended)
        return tuple(self._team(one) for one in reversed(held) if self.started <= (one.until or date.max))

    def _team(self, one: TeamTime) -> TeamShown:
        """The start may have been put right since, to a later day than the choice was of."""
        since = max(one.since, self.started)
        return TeamShown(one.words.in_language(self.version.language), since, one.until)

    @property
    def said_of_teams(self) -> tuple[TeamSaid, ...]:
        """Everything that was said of the clinical team, what was said last first."""
        language = self.version.language
        return tuple(
            TeamSaid(one.words.in_language(language), one.since, one.said, one.by)
            for one in reversed(self.team_choices)
        )

    @property
    def programme(self) -> str:
        """What the programme is called."""
        return self.version.name

    @property
    def stage_words(self) -> str:
        """How far they are, in words."""
        found = self.version.stage(self.stage)
        return found.words.in_language(self.version.language) if found else ""

    @property
    def cohort_words(self) -> str:
        """Where they stood at the start, in words."""
        return str(words.COHORTS[self.cohort])

    @property
    def time_words(self) -> str:
        """Such as: week 5 of 8."""
        return words.weeks(self.time)

    @property
    def reason_words(self) -> str:
        """Why it ended, in words."""
        return str(words.ENDINGS[self.reason]) if self.reason else ""


def enrolments(actor: Actor, person_id: UUID) -> tuple[EnrolmentRow, ...]:
    """Every spell of a person that is open to the actor, newest first."""
    return as_rows(actor, _of_person(actor, person_id))


@prepared
def _of_person(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return Enrolment.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-started", "-made_at")


def current(actor: Actor, person_id: UUID) -> tuple[EnrolmentRow, ...]:
    """Those that have not ended."""
    today = clock.today()
    return tuple(one for one in enrolments(actor, person_id) if one.ended is None or one.ended >= today)


def enrolment(actor: Actor, enrolment_id: UUID) -> EnrolmentRow:
    """One spell, for whoever is about to change it; the look is recorded. Raises NotFound."""
    found = as_rows(actor, Enrolment.objects.as_seen_by(actor).filter(id=enrolment_id))
    if not found:
        raise NotFound("enrolment")
    return _opened(actor, found[0].person_id, found[0])


@sensitive_read("enrolments_seen", "programmes")
def _opened(actor: Actor, person_id: UUID, row: EnrolmentRow) -> EnrolmentRow:
    return row


def enrolments_of(actor: Actor, people: Iterable[UUID] | None = None) -> tuple[EnrolmentRow, ...]:
    """The spells of some people, or of everybody who is open to the actor, without names: two reads."""
    return as_rows(actor, _of(actor, None if people is None else tuple(people)))


@prepared
def _of(actor: Actor, people: Keys | None) -> GuardedQuerySet:
    rows = Enrolment.objects.as_seen_by(actor).order_by("started", "id")
    return rows if people is None else rows.filter(among("person_id", people))


def with_birth(actor: Actor, person_id: UUID) -> tuple[tuple[EnrolmentRow, ...], date | None]:
    """Every spell of a person, newest first, and their date of birth where it is open too: one read less."""
    found = _with_birth(actor, person_id)
    return as_rows(actor, found), found[0].born if found else None


@prepared
def _with_birth(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    born = DateOfBirth.objects.as_seen_by(actor).filter(person_id=person_id).values("born")
    rows = Enrolment.objects.as_seen_by(actor).filter(person_id=person_id).annotate(born=Subquery(born))
    return rows.order_by("-started", "-made_at")


def born(actor: Actor, person_id: UUID) -> date | None:
    """A person's date of birth, where it was needed and given."""
    return next(iter(born_of(actor, (person_id,)).values()), None)


def born_of(actor: Actor, people: Iterable[UUID] | None = None) -> dict[UUID, date]:
    """The dates of birth of some people, or of everybody who is open to the actor."""
    return dict(_born(actor, None if people is None else tuple(people)))


@prepared
def _born(actor: Actor, people: Keys | None) -> "QuerySet[DateOfBirth, tuple[UUID, date]]":
    rows = DateOfBirth.objects.as_seen_by(actor)
    found = rows if people is None else rows.filter(among("person_id", people))
    return found.values_list("person_id", "born")


def as_rows(
    actor: Actor, rows: Iterable[Enrolment], known: Mapping[UUID, Version] = MappingProxyType({})
) -> tuple[EnrolmentRow, ...]:
    """Rows with their versions: one more read, however many, and none where all are ``known``."""
    found = list(rows)
    wanted = {row.programme_id for row in found} - known.keys()
    versions = {**known, **programmes.versions_by_id(actor, wanted)}
    return tuple(_row(row, versions[row.programme_id]) for row in found)


def _row(row: Enrolment, version: Version) -> EnrolmentRow:
    return EnrolmentRow(
        id=row.id,
        person_id=row.person_id,
        version=version,
        started=row.started,
        cohort=Cohort(row.cohort),
        stage=row.stage,
        ended=row.ended,
        reason=Ending(row.reason) if row.reason else None,
        team_choices=read_choices(row.team_choices),
    )


def clinical_teams(actor: Actor, version_id: UUID) -> tuple[Line, ...]:
    """The teams that can be chosen on a version: those of the newest, so that a new team serves all."""
    own = programmes.version(actor, version_id)
    now = programmes.versions_lately(actor, clock.today(), own.key)
    return next(iter(now), own).content.clinical_teams


def timeline(actor: Actor, person_id: UUID) -> list[Moment]:
    """When the person joined and left programmes."""
    rows = enrolments(actor, person_id)
    joined = [Moment(at_noon(row.started), _("Joined a programme"), row.programme) for row in rows]
    left = [(row.ended, f"{row.programme}. {row.reason_words}") for row in rows]
    return joined + [Moment(at_noon(day), _("Left a programme"), said) for day, said in left if day]
