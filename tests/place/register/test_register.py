"""The list of those at risk, and the register of all."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.models import Service
from cydwaith.place.register import commands, pictures, queries
from cydwaith.place.register.queries import Wanted
from cydwaith.place.register.rules import Outcome, Reason

from .conftest import NOW, Asked, Group

pytestmark = pytest.mark.django_db


def names(page: queries.Page) -> list[str]:
    return [line.name for line in page.lines]


def test_each_reason_is_a_sentence_with_its_figures(group: Group, asked: Asked, helper: Actor) -> None:
    choir = group(
        "Choir",
        can_take=2,
        funding_until=date(2026, 6, 25),
        volunteers_needed=True,
        rests_on_one_person=True,
        assured="2024-03-02",
    )
    asked(choir, may=5, june=3)
    (line,) = queries.register(helper, Wanted()).lines
    assert [why.sentence for why in line.why] == [
        "In May 2026 they were asked to take 5, in June 2026 3. They have room for 2.",
        "Their funding ends on 25 June 2026, in 10 days.",
        "They need more volunteers.",
        "It rests on one person.",
        "Nobody has checked what is said about it since 2 March 2024.",
    ]
    assert (line.how_soon, line.relying) == ("Now", 8)


@pytest.mark.parametrize(
    ("until", "says"),
    [
        (date(2026, 6, 15), "Their funding ends today."),
        (date(2026, 6, 16), "Their funding ends on 16 June 2026, in 1 day."),
        (date(2026, 6, 1), "Their funding ended on 1 June 2026."),
    ],
)
def test_the_end_of_funding_is_said_as_people_say_it(
    group: Group, helper: Actor, until: date, says: str
) -> None:
    group("Choir", funding_until=until)
    assert queries.register(helper, Wanted()).lines[0].why[0].sentence == says


def test_a_group_that_is_well_stands_only_among_all(group: Group, helper: Actor) -> None:
    group("Choir")
    assert names(queries.register(helper, Wanted())) == []
    assert names(queries.register(helper, Wanted(everything=True))) == ["Choir"]


def test_nobody_on_it_comes_first_then_how_soon_then_how_many(
    group: Group, asked: Asked, helper: Actor
) -> None:
    in_hand = group("In hand", funding_until=date(2026, 6, 20))
    commands.plan_action(helper, service_id=in_hand, what="A form", who="Us", until=None)
    dated = group("Dated", funding_until=date(2026, 6, 20))
    action = commands.plan_action(helper, service_id=dated, what="A form", who="Us", until=date(2026, 6, 15))
    group("Alone", rests_on_one_person=True)
    busy = group("Busy", funding_until=date(2026, 6, 30))
    asked(busy, june=4)
    found = queries.register(helper, Wanted())
    assert names(found) == ["Busy", "Alone", "Dated", "In hand"]
    assert (found.total, found.waiting) == (4, 2)
    with clock.at(NOW + timedelta(days=1)):
        past_its_day = queries.register(helper, Wanted())
    assert names(past_its_day) == ["Busy", "Dated", "Alone", "In hand"]
    assert past_its_day.lines[1].action is not None and past_its_day.lines[1].action.is_late
    commands.close_action(helper, action_id=action, outcome=Outcome.NO_HELP)
    assert names(queries.register(helper, Wanted())) == ["Busy", "Dated", "Alone", "In hand"]


def test_entries_that_nobody_checked_and_nobody_asks_come_last_oldest_first(
    group: Group, asked: Asked, helper: Actor
) -> None:
    group("Older", assured="2022-01-01")
    group("Never", assured="")
    group("Old", assured="2024-01-01")
    asked(group("Old and asked", assured="2024-01-01"), june=1)
    found = queries.register(helper, Wanted())
    assert names(found) == ["Old and asked", "Never", "Older", "Old"]
    assert found.total == 4
    assert names(queries.register(helper, Wanted(reason=Reason.UNCHECKED))) == names(found)
    assert names(queries.register(helper, Wanted(reason=Reason.FUNDING))) == []


def test_the_pages_together_are_the_whole_list(
    group: Group, helper: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cydwaith.place.register.queries.listing.PAGE", 2)
    for number in range(3):
        group(f"Pressing {number}", rests_on_one_person=True)
        group(f"Unchecked {number}", assured=f"202{number}-01-01")
    pages = [queries.register(helper, Wanted(), page) for page in (1, 2, 3, 4)]
    listed = [name for page in pages[:3] for name in names(page)]
    assert listed == [f"{what} {n}" for what in ("Pressing", "Unchecked") for n in range(3)]
    assert pages[3].page == 3
    assert [line.name for line in queries.every_line(helper, Wanted())] == listed


def test_a_neighbourhood_narrows_the_list(group: Group, two_hoods: None, helper: Actor) -> None:
    group("Bridge choir", postcode="zz11aa", rests_on_one_person=True)
    group("Hill choir", postcode="ZZ2 2BB", rests_on_one_person=True)
    group("Online choir", rests_on_one_person=True)
    assert [name for _, name in queries.hoods(helper)] == ["Bridge End", "Top Hill"]
    (code, _), *_rest = queries.hoods(helper)
    (line,) = queries.register(helper, Wanted(neighbourhood=code)).lines
    assert (line.name, line.neighbourhood) == ("Bridge choir", "Bridge End")


def test_services_that_are_gone_or_merged_are_not_at_risk(group: Group, helper: Actor) -> None:
    old, new = group("Old", rests_on_one_person=True), group("New")
    Service.objects.filter(id=old).update(merged_into=new)
    assert names(queries.register(helper, Wanted())) == []


def test_the_list_takes_as_many_queries_for_many_as_for_few(
    group: Group, asked: Asked, two_hoods: None, helper: Actor
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as seen:
            queries.register(helper, Wanted())
        return len(seen)

    def add(number: int) -> None:
        key = group(f"Group {number}", postcode="ZZ1 1AA", rests_on_one_person=True)
        asked(key, june=1)
        commands.plan_action(helper, service_id=key, what="A form", who="Us", until=None)

    add(0)
    cost()
    few = cost()
    for number in range(1, 12):
        add(number)
    assert cost() == few <= 14


def test_the_picture_holds_what_was_asked_against_what_there_is_room_for(
    group: Group, asked: Asked, helper: Actor
) -> None:
    choir = group("Choir", can_take=4)
    asked(choir, april=3, june=6)
    picture = pictures.inflow(queries.asset(helper, choir))
    assert picture is not None
    assert picture.finding == (
        "In June 2026 they were asked to take 6 people. On 15 June 2026 they said they have room for 4."
    )
    assert "Can take" in picture.svg and "Asked to take" in picture.svg
    assert picture.table.count("govuk-table__row") == 1 + 3


def test_one_month_is_a_table_and_none_is_nothing(group: Group, asked: Asked, helper: Actor) -> None:
    choir = group("Choir")
    assert pictures.inflow(queries.asset(helper, choir)) is None
    asked(choir, june=1)
    picture = pictures.inflow(queries.asset(helper, choir))
    assert picture is not None and not picture.svg
    assert "They have not said how many they can take." in picture.finding


def test_names_are_in_the_readers_language(group: Group, helper: Actor) -> None:
    choir = group("Choir", rests_on_one_person=True)
    Service.objects.filter(id=choir).update(name_cy="Côr")
    welsh = Actor(roles=helper.roles, strength=helper.strength, language="cy")
    assert queries.register(welsh, Wanted()).lines[0].name == "Côr"
