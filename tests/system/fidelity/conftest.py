"""A team that supports people into work: three people, talks with employers, jobs that began."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from cydwaith.commons.people import commands as people
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.person.enrolments import commands as enrolments
from cydwaith.person.jobs import commands as jobs
from cydwaith.person.jobs.rules.held import Kind
from cydwaith.person.seeking import commands as seeking
from cydwaith.person.seeking.rules.vocabulary import CameOf, Way
from cydwaith.place.programmes import commands as programmes
from cydwaith.place.programmes.rules import Cohort
from cydwaith.system.fidelity import commands
from tests.person.enrolments.conftest import EVERYTHING, START, programme
from tests.support.worlds import OPERATOR, Team, a_person, a_team, lets_in, somebody_at

TODAY = START.date() + timedelta(days=100)


@dataclass(frozen=True)
class Valley:
    """The team and those who may look at it."""

    team: Team
    manager: Actor
    steward: Actor
    reviewer: Actor
    people: tuple[Actor, ...]

    @property
    def coach(self) -> Actor:
        return self.team.coach

    @property
    def team_id(self) -> UUID:
        return self.team.organisation_id


def day(number: int) -> date:
    """So many days after the start."""
    return START.date() + timedelta(days=number)


@pytest.fixture
def valley(db: None) -> Iterator[Valley]:
    with clock.at(START):
        people.set_up_partnership(OPERATOR, name="The valley")
        team = a_team()
        programmes.load_programmes(OPERATOR, definitions=[programme("supported-employment")])
        folk = tuple(a_person(name, f"{name}@person.example".lower()) for name in ("Ann", "Bob", "Cai"))
        for one in folk:
            lets_in(one, team, EVERYTHING)
            _begin(team.coach, one)
        other = a_team("partnership", front_door=False, role=Role.STEWARD)
        far = a_team("far-team", front_door=False)
        found = Valley(
            team,
            somebody_at(team.organisation_id, Role.MANAGER, "manager@team.example"),
            other.coach,
            somebody_at(far.organisation_id, Role.MANAGER, "manager@far.example"),
            folk,
        )
    with clock.at(datetime.combine(TODAY, START.timetz())):
        yield found


def _begin(coach: Actor, person: Actor) -> None:
    assert person.person_id
    enrolments.enrol(
        coach,
        person_id=person.person_id,
        programme="supported-employment",
        started=START.date(),
        cohort=Cohort.OUT_OF_WORK,
    )


def works(valley: Valley, number: int, title: str, employer: str, start: int = 40) -> UUID:
    """One of them begins a job."""
    return jobs.add_job(
        valley.coach,
        person_id=valley.people[number].person_id,
        employer=employer,
        title=title,
        kind=Kind.EMPLOYEE,
        start=day(start),
        hours=16.0,
        pay=13.0,
    )


def meets(valley: Valley, number: int | None, on: int, way: Way = Way.IN_PERSON) -> UUID:
    """The coach talks with an employer."""
    person_id = valley.people[number].person_id if number is not None else None
    contact = seeking.Contact(employer="Buses", on=day(on), way=way, came_of=CameOf.GOT_TO_KNOW)
    return seeking.log_contact(valley.coach, contact=contact, person_id=person_id)


def staffs(valley: Valley, reviewed: str = "weekly") -> UUID:
    """The team says how many work there."""
    return commands.say_staffing(
        valley.manager,
        organisation_id=valley.team_id,
        valid_from=day(0),
        specialists=Decimal("1.5"),
        reviewed=reviewed,
    )
