"""What is due about work over a coach's own people: the same few reads, however many they are."""

from datetime import timedelta

import pytest

from cydwaith.commons.people import commands as people
from cydwaith.kernel import clock
from cydwaith.person.jobs import queries
from cydwaith.person.jobs.rules.following import State
from tests.person.jobs.conftest import starts
from tests.person.referrals.conftest import World, world
from tests.person.test_pages_stay_cheap import asked, somebody
from tests.support.browsing import signed_in
from tests.support.worlds import OPERATOR

__all__ = ["world"]


@pytest.mark.django_db
def test_the_list_asks_as_much_for_nine_people_as_for_two(world: World) -> None:
    people.set_up_partnership(OPERATOR, name="The valley")
    browser, today = signed_in(world.coach), clock.today()
    for number in range(2):
        starts(world.coach, somebody(world, number), start=today + timedelta(days=1))
    few = asked(browser, "/people/work/")
    for number in range(2, 9):
        starts(world.coach, somebody(world, number), start=today + timedelta(days=1))
    assert asked(browser, "/people/work/") == few <= 12
    found = queries.due(world.coach)
    assert len(found) == 9 and {row.now.state for row in found if row.now} == {State.DUE}
    assert {row.name for row in found} == {f"Person {number:02}" for number in range(9)}


@pytest.mark.django_db
def test_a_long_list_comes_a_page_at_a_time_and_nothing_is_left_out(world: World) -> None:
    browser, person, tomorrow = signed_in(world.coach), somebody(world, 1), clock.today() + timedelta(days=1)
    titles = [f"Job {number:02}" for number in range(27)]
    for title in titles:
        starts(world.coach, person, title=title, start=tomorrow)
    shown = [browser.get(f"/people/work/?page={number}").content.decode() for number in (1, 2)]
    assert [sum(title in page for title in titles) for page in shown] == [15, 12]
    assert all(any(title in page for page in shown) for title in titles)
