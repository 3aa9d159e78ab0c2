"""What an employer said, and what the record says since."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from cydwaith.kernel import clock
from cydwaith.kernel.actor import by_link
from cydwaith.person.jobs import commands, queries
from cydwaith.person.jobs.letters import LINK_KIND
from cydwaith.person.jobs.queries import RuleVerdict
from cydwaith.person.jobs.rules.answering import Answer
from cydwaith.person.jobs.rules.held import Held, Kind, Terms, average
from tests.person.enrolments.conftest import START
from tests.person.jobs.conftest import MONDAY, World, starts
from tests.support.browsing import Browser

WEEK = timedelta(weeks=1)
LAST = MONDAY + 14 * WEEK - timedelta(days=1)


def answered(world: World, job: UUID, answer: Answer = Answer.YES, words: str = "") -> None:
    ask = commands.ask_employer(
        world.sam, job_id=job, email="boss@bakery.example", first=MONDAY, last=LAST, they_agree=True
    )
    commands.answer_employer(by_link(LINK_KIND, ask), ask_id=ask, answer=answer, name="Boss", words=words)


def verdict(world: World) -> RuleVerdict:
    (found,) = queries.verdicts(world.sam, world.person_id)
    return found


@pytest.fixture
def later(world: World) -> object:
    with clock.at(datetime.combine(LAST + WEEK, START.timetz())):
        yield


def test_an_employers_yes_shows_the_hours_that_they_were_asked_about_and_no_more(
    world: World, enrolled: UUID, later: None, browser: Browser
) -> None:
    job = starts(world.sam, world.person_id)
    answered(world, job)
    assert verdict(world).claimable
    assert verdict(world).evidence[0].line.endswith("12 hours a week, Boss")
    commands.change_terms(world.sam, job_id=job, since=MONDAY, hours=20.0, pay=13.0)
    found = verdict(world)
    assert (found.met, found.claimable, found.evidence) == (True, False, ())
    assert [one.hours for one in found.outgrown] == [12.0]
    address = f"/person/{world.person_id}/outcomes/{enrolled}/{found.key}/"
    page = browser(world.sam).get(address).content.decode()
    assert "More hours are on record now than the employer said yes to. Ask them again." in page
    answered(world, job)
    assert verdict(world).claimable


def test_fewer_hours_on_record_than_were_confirmed_leave_the_yes_as_it_is(
    world: World, enrolled: UUID, later: None
) -> None:
    job = starts(world.sam, world.person_id)
    answered(world, job)
    commands.record_weeks(world.sam, job_id=job, worked={MONDAY + 3 * WEEK: 4.0})
    commands.change_terms(world.sam, job_id=job, since=LAST + timedelta(days=1), hours=30.0, pay=13.0)
    assert (verdict(world).claimable, verdict(world).outgrown) == (True, ())
    commands.record_weeks(world.sam, job_id=job, worked={MONDAY + 4 * WEEK: 40.0})
    assert not verdict(world).claimable


def test_an_employer_who_did_not_say_yes_stands_on_the_page_of_the_verdict(
    world: World, enrolled: UUID, later: None, browser: Browser
) -> None:
    job = starts(world.sam, world.person_id)
    address = f"/person/{world.person_id}/outcomes/{enrolled}/{verdict(world).key}/"
    answered(world, job)
    assert "did not say yes" not in browser(world.sam).get(address).content.decode()
    answered(world, job, Answer.DIFFERENT, "Eight at most.")
    page = browser(world.sam).get(address).content.decode()
    assert "An employer did not say yes" in page
    assert "Boss: They worked here, but not these hours “Eight at most.”" in page


def test_the_hours_asked_about_are_the_average_of_all_the_weeks() -> None:
    start = date(2026, 3, 4)
    job = Held(
        Kind.EMPLOYEE, start, None, (Terms(start, 10.0, None), Terms(start + 14 * timedelta(days=1), 20.0, None)),
        {MONDAY + WEEK: 4.0}, (),
    )  # fmt: skip
    assert average(job, start, MONDAY + WEEK - timedelta(days=1)) == 10
    assert average(job, start, MONDAY + WEEK) == 7
    assert average(job, start, MONDAY + 4 * WEEK - timedelta(days=1)) == 13.5
    assert average(job, MONDAY + 3 * WEEK, MONDAY + 3 * WEEK) == 20
