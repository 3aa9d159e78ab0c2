"""The pages of a working day ask no more of the database for many rows than for few."""

from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.queries import account_of_person
from cydwaith.commons.circle.rules import ALL_SCOPES, Scope
from cydwaith.commons.people import commands as people
from cydwaith.commons.people.models import Account
from cydwaith.kernel import clock
from cydwaith.person.journey import commands as journey
from cydwaith.person.plans import commands as plans
from cydwaith.person.plans import queries as reading
from cydwaith.person.plans.rules.vocabulary import GoalKind, Heading, Owner
from cydwaith.person.referrals import queries as referrals
from tests.person.referrals.conftest import World, accepts, asks, world
from tests.support.browsing import signed_in
from tests.support.worlds import OPERATOR

__all__ = ["world"]

FEW, MANY, MOST = 2, 12, 12


@pytest.fixture(autouse=True)
def _a_partnership(world: World) -> None:
    people.set_up_partnership(OPERATOR, name="The valley")


def somebody(world: World, number: int) -> UUID:
    """A person whom the coach walks with, with a plan that they agreed to."""
    sent = asks(name=f"Person {number:02}", known_as="", email=f"person{number}@home.example")
    accepts(world, sent)
    person_id = referrals.one(world.coach, sent.referral_id).row.person_id
    circle.let_in(
        world.coach,
        person_id=person_id,
        purpose="to plan together",
        scopes=Scope(sum(ALL_SCOPES)),
        how="with the person",
        organisation_id=world.team.organisation_id,
    )
    journey.log_attempt(world.coach, person_id=person_id, way="phone", outcome="reached")
    grows(world, person_id)
    plans.save_entry(world.coach, person_id=person_id, heading=Heading.MATTERS, words="Rest", version=0)
    plans.set_review(world.coach, person_id=person_id, review_on=clock.today())
    newest = reading.plan(world.coach, person_id).newest
    plans.write_down_yes(world.coach, person_id=person_id, number=newest, said_on=clock.today())
    return person_id


def grows(world: World, person_id: UUID) -> None:
    """One more talk, one more goal with a rating and a step."""
    coach: dict[str, Any] = {"person_id": person_id}
    journey.write_talk(world.coach, way="phone", next_step="Ring the choir", **coach)
    goal = plans.add_goal(world.coach, words="Sing", kind=GoalKind.WORK, rating=4, **coach)
    plans.add_step(world.coach, goal_id=goal, words="Ring", owner=Owner.COACH, **coach)


def asked(browser: Client, address: str) -> int:
    """How many questions a page asks, once what is kept for a minute is there."""
    browser.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(address).status_code == 200
    around = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    return sum(not query["sql"].startswith(around) for query in seen.captured_queries)


@pytest.mark.django_db
def test_the_caseload_asks_as_much_for_twelve_people_as_for_two(world: World) -> None:
    browser = signed_in(world.coach)
    for number in range(FEW):
        somebody(world, number)
    few = asked(browser, "/people/")
    for number in range(FEW, MANY):
        somebody(world, number)
    assert asked(browser, "/people/") == few <= MOST


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/person/{}/", "/person/{}/plan/"])
def test_one_persons_pages_ask_as_much_for_twelve_goals_as_for_two(world: World, page: str) -> None:
    browser, person_id = signed_in(world.coach), somebody(world, 1)
    grows(world, person_id)
    few = asked(browser, page.format(person_id))
    for _ in range(MANY - FEW):
        grows(world, person_id)
    assert asked(browser, page.format(person_id)) == few <= MOST


@pytest.mark.django_db
def test_the_persons_own_page_stays_within_the_same_number(world: World) -> None:
    account_id = account_of_person(world.coach, somebody(world, 1))
    browser = Client()
    browser.force_login(Account.objects.get(id=account_id))
    assert asked(browser, "/my/page/") <= MOST


@pytest.mark.django_db
def test_a_long_caseload_comes_a_page_at_a_time_and_nobody_is_left_out(world: World) -> None:
    browser, names = signed_in(world.coach), [f"Person {number:02}" for number in range(27)]
    for number in range(27):
        somebody(world, number)
    first = browser.get("/people/").content.decode()
    assert [name in first for name in names] == [True] * 25 + [False] * 2
    whole = browser.get("/people/?all").content.decode()
    assert all(name in whole for name in names)
