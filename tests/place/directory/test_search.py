"""Finding support by words and place."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cydwaith.kernel import actor
from cydwaith.kernel.errors import NotFound
from cydwaith.place.directory import queries
from cydwaith.place.directory.queries import Filters
from cydwaith.place.directory.rules.ranking import Point

from .conftest import TakeIn, at, entry

HERE = Point(51.60, -3.40)
ENGLISH, WELSH = actor.anonymous("en"), actor.anonymous("cy")


def names(words: str = "", near: Any = None, filters: Filters | None = None) -> list[str]:
    return [row.name for row in queries.search(ENGLISH, words, near, filters).rows]


@pytest.fixture
def valley(take_in: TakeIn) -> None:
    take_in(
        entry("Walking football", description="A slower game.", service_at_locations=at(51.61, -3.41, "a")),
        entry("Walking group", description="Gentle walks.", service_at_locations=at(51.90, -3.90, "b")),
        entry("Debt advice centre", description="Free help with money owed.", fees="Free"),
        entry("Community choir", translations={"cy": {"name": "Côr Cymunedol", "description": "Canu"}}),
        entry("Closed club", description="football", status="defunct"),
        entry("Tŷ Agored", description="An open house."),
    )


@pytest.mark.usefixtures("valley")
class TestWords:
    def test_all_words_come_before_some(self) -> None:
        assert names("walking football") == ["Walking football", "Walking group"]

    def test_the_words_of_a_sentence_are_picked_out(self) -> None:
        assert names("I need help with my debts")[0] == "Debt advice centre"

    def test_hats_need_not_be_typed(self) -> None:
        assert names("ty agored") == names("TŶ AGORED") == ["Tŷ Agored"]

    def test_welsh_finds_english_and_english_finds_welsh(self) -> None:
        assert names("cyngor dyled")[0] == "Debt advice centre"
        assert names("canu") == ["Community choir"]

    def test_a_mutated_word_finds_its_root(self) -> None:
        assert names("gôr gymunedol")[0] == "Community choir"

    def test_a_mistyped_word_finds_its_neighbour_and_says_so(self) -> None:
        found = queries.search(ENGLISH, "footbal")
        assert [row.name for row in found.rows] == ["Walking football"]
        found = queries.search(ENGLISH, "foobtall")
        assert found.meant == (("foobtall", "football"),)

    def test_half_a_word_is_enough(self) -> None:
        assert names("commun") == ["Community choir"]

    def test_what_was_withdrawn_is_not_found(self) -> None:
        assert "Closed club" not in names("football")

    def test_nothing_is_an_empty_page(self) -> None:
        found = queries.search(ENGLISH, "xyzzyq")
        assert (found.rows, found.total, found.page, found.pages) == ((), 0, 1, 1)

    @pytest.mark.parametrize(
        "typed", ["", "  ", "!!!", '"', "football OR", "a*", "NEAR(x)", "('", "%s", "\x00"]
    )
    def test_no_typing_breaks_it(self, typed: str) -> None:
        queries.search(ENGLISH, typed)
        queries.search(ENGLISH, typed, HERE)

    def test_each_row_says_why_it_is_here(self) -> None:
        rows = queries.search(ENGLISH, "football").rows
        assert str(rows[0].why) == "Its name has “football”"
        assert str(queries.search(ENGLISH, "money").rows[0].why) == "What it says fits “money”"

    def test_the_free_can_be_picked_out(self) -> None:
        assert names("money", filters=Filters(free=True)) == ["Debt advice centre"]
        assert names("choir", filters=Filters(free=True)) == []


@pytest.mark.usefixtures("valley")
class TestPlace:
    def test_the_nearer_of_two_alike_comes_first(self, take_in: TakeIn) -> None:
        take_in(
            entry("Art class", service_at_locations=at(51.9, -3.9, "far")),
            entry("Art circle", service_at_locations=at(51.601, -3.401, "near")),
        )
        assert names("art", HERE) == ["Art circle", "Art class"]
        assert names("art", Point(51.9, -3.9)) == ["Art class", "Art circle"]

    def test_a_place_alone_lists_what_is_around_it(self) -> None:
        assert names("", HERE)[0] == "Walking football"

    def test_distance_is_said_in_miles(self) -> None:
        assert queries.search(ENGLISH, "football", HERE).rows[0].distance == "0.8 miles away"

    def test_an_online_service_has_no_distance(self, take_in: TakeIn) -> None:
        take_in(entry("Talk online", attending_type="Online"))
        row = queries.search(ENGLISH, "talk", HERE).rows[0]
        assert row.distance_km is None
        assert row.distance == "You can take part online"

    def test_of_several_places_the_nearest_counts(self, take_in: TakeIn) -> None:
        take_in(entry("Two halls", service_at_locations=at(53, -3, "x") + at(51.6, -3.4, "y")))
        assert queries.search(ENGLISH, "halls", HERE).rows[0].distance_km == pytest.approx(0, abs=0.01)

    def test_a_place_nobody_knows_is_said_and_the_words_still_count(self) -> None:
        found = queries.search(ENGLISH, "football", "Nowhere-in-particular")
        assert found.unknown_place
        assert found.total == 1

    def test_nothing_close_is_said(self) -> None:
        assert queries.search(ENGLISH, "football", Point(55.0, -1.5)).nothing_close


def test_what_was_checked_lately_stands_before_what_was_not(take_in: TakeIn) -> None:
    take_in(entry("Yoga old", assured_date="2021-01-01"), entry("Yoga new", assured_date="2026-06-01"))
    rows = queries.search(ENGLISH, "yoga").rows
    assert [(row.name, row.checked) for row in rows] == [
        ("Yoga new", "Checked 2 weeks ago"),
        ("Yoga old", "Not checked for 5 years: ring first"),
    ]


def test_paused_stands_behind_open_and_says_so(take_in: TakeIn) -> None:
    take_in(entry("Yoga one", accepting="paused"), entry("Yoga two", accepting=True))
    rows = queries.search(ENGLISH, "yoga").rows
    assert [(row.name, row.is_paused) for row in rows] == [("Yoga two", False), ("Yoga one", True)]


def test_a_welsh_reader_sees_welsh_and_english_is_marked(take_in: TakeIn) -> None:
    cymraeg = {"cy": {"name": "Ioga i bawb", "description": "Dewch"}}
    take_in(entry("Yoga for all", description="Come", translations=cymraeg), entry("Yoga too"))
    rows = {row.name: row for row in queries.search(WELSH, "yoga").rows}
    assert (rows["Ioga i bawb"].name_lang, rows["Ioga i bawb"].summary) == ("", "Dewch")
    assert rows["Yoga too"].name_lang == "en"


def test_a_changed_entry_is_found_by_its_new_words_only(take_in: TakeIn) -> None:
    take_in({**entry("Lace making"), "id": "x"})
    take_in({**entry("Rope making"), "id": "x"})
    assert names("lace") == []
    assert names("rope") == ["Rope making"]


def test_pages_divide_the_results_without_loss(take_in: TakeIn) -> None:
    take_in(*(entry(f"Yoga {number}") for number in range(25)))
    seen = [row.id for page in (1, 2, 3) for row in queries.search(ENGLISH, "yoga", page=page).rows]
    assert len(set(seen)) == len(seen) == 25
    last = queries.search(ENGLISH, "yoga", page=99)
    assert (last.page, last.pages, len(last.rows)) == (3, 3, 5)


EVERYTHING = {
    "fees": "Ask us",
    "assured_date": "2026-06-10",
    "organization": {"id": "club", "name": "The Yoga Club", "email": "us@yoga.example"},
    "assured_by": "yoga.example",
    "attending_type": "online",
    "phones": [{"id": "p", "number": "01632 960001"}],
    "languages": [{"id": "l", "code": "cy"}, {"id": "m", "name": "Irish"}],
    "schedules": [
        {"id": "s", "freq": "WEEKLY", "byday": "TU", "opens_at": "19:00", "closes_at": "20:30"},
        {"id": "t", "freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "valid_to": "2026-06-01"},
    ],
    "translations": {"cy": {"name": "Ioga", "fees": "Gofynnwch i ni"}},
}


def test_a_line_says_what_the_page_of_the_service_says(take_in: TakeIn) -> None:
    hall = at(51.6, -3.4, name="The Hall", addresses=[{"id": "a", "city": "Cwm", "address_1": "1 Street"}])
    take_in(entry("Yoga", service_at_locations=hall, **EVERYTHING))
    for who in (ENGLISH, WELSH):
        row = queries.search(who, "yoga", phones=True).rows[0]
        card = queries.service_card(who, row.id)
        assert (row.name, row.name_lang, row.kind) == (card.name, card.name_lang, card.kind)
        assert (row.organisation, row.cost, row.languages) == (
            card.organisation,
            str(card.cost),
            card.languages,
        )
        assert (row.when, row.distance, row.phone) == ("; ".join(card.when), card.reach, card.phone)
        assert row.checked == f"{card.checked_text} {card.checked_by}"
        assert row.when and row.cost and row.languages and row.phone and row.organisation
        assert row.place.split(", ")[0] == card.where[0].name == "The Hall"


def test_a_line_says_how_things_stand_now(take_in: TakeIn) -> None:
    def said(**more: Any) -> tuple[str, str, str]:
        take_in({**entry("Yoga", **more), "id": "x"})
        row = queries.search(ENGLISH, "yoga", phones=True).rows[0]
        return row.cost, row.when, row.phone

    evening = {"id": "s", "freq": "WEEKLY", "byday": "TU", "opens_at": "19:00"}
    assert said(fees="Free", schedules=[evening]) == ("Free", "Tuesdays, from 7pm", "")
    later = [{**evening, "byday": "WE"}]
    prices = [{"id": "c", "amount": 2.5, "currency": "GBP"}]
    phones = [{"id": "p", "number": "01632 960001"}]
    assert said(cost_options=prices, schedules=later, phones=phones) == (
        "£2.50",
        "Wednesdays, from 7pm",
        "01632 960001",
    )


def test_a_line_says_the_hours_of_a_service_and_those_of_its_place_once_each(take_in: TakeIn) -> None:
    tuesday, friday = ({"id": day, "byday": day, "opens_at": "10:00"} for day in ("TU", "FR"))
    hall = at(51.6, -3.4)
    hall[0]["schedules"] = [tuesday]
    take_in(entry("Yoga", schedules=[friday], service_at_locations=hall))
    row = queries.search(ENGLISH, "yoga").rows[0]
    assert row.when == "Tuesdays, from 10am; Fridays, from 10am"
    assert queries.service_card(ENGLISH, row.id).when == tuple(row.when.split("; "))


def rich(number: int) -> dict[str, Any]:
    return entry(
        f"Yoga {number}",
        organization={"id": f"o{number}", "name": f"Org {number}"},
        schedules=[{"id": "s", "byday": "MO", "opens_at": "10:00"}],
        cost_options=[{"id": "c", "amount": 2}],
        languages=[{"id": "l", "name": "Welsh"}],
        phones=[{"id": "p", "number": "01"}],
        service_at_locations=at(51.6, -3.4, str(number), accessibility=[{"id": "a", "description": "Ramp"}]),
    )


def test_queries_do_not_grow_with_rows(take_in: TakeIn) -> None:
    counts = []
    for number in (2, 20):
        take_in(*(rich(n) for n in range(number)))
        with CaptureQueriesContext(connection) as ran:
            assert len(queries.search(ENGLISH, "yoga", HERE, size=20).rows) == number
        counts.append(len(ran))
    assert counts[1] <= counts[0] <= 10


def test_a_card_says_everything(take_in: TakeIn) -> None:
    take_in(rich(1))
    key = queries.search(ENGLISH, "yoga").rows[0].id
    card = queries.service_card(ENGLISH, key, HERE)
    assert (card.name, card.organisation, card.external_id) == ("Yoga 1", "Org 1", "id of Yoga 1")
    assert card.when == ("Mondays, from 10am",)
    assert (str(card.cost), card.languages, card.access, card.phone) == ("£2", "Welsh", ("Ramp",), "01")
    assert card.where[0].distance == "Less than a quarter of a mile away"


def test_a_withdrawn_service_has_no_card(take_in: TakeIn) -> None:
    take_in({**entry("Yoga"), "id": "x"})
    key = queries.search(ENGLISH, "yoga").rows[0].id
    take_in({**entry("Yoga", status="defunct"), "id": "x"})
    with pytest.raises(NotFound):
        queries.service_card(ENGLISH, key)


def test_the_word_of_the_name_is_shown_as_it_is_written(take_in: TakeIn) -> None:
    take_in(entry("Côr y Cwm"))
    assert str(queries.search(ENGLISH, "choir").rows[0].why) == "Its name has “Côr”"


def test_times_are_in_the_order_of_the_week(take_in: TakeIn) -> None:
    weekly = [
        {"id": day, "byday": day, "opens_at": "10:00", "closes_at": "12:00"} for day in ("SU", "WE", "MO")
    ]
    take_in(entry("Yoga", schedules=weekly))
    assert queries.search(ENGLISH, "yoga").rows[0].when == (
        "Mondays, 10am to midday; Wednesdays, 10am to midday; Sundays, 10am to midday"
    )


def test_a_group_that_checked_its_own_entry_is_said_to(take_in: TakeIn) -> None:
    owner = {"id": "o", "name": "Teg Choir", "email": "hello@choir.example"}
    take_in(entry("Yoga", organization=owner, assurer_email="somebody@choir.example"))
    key = queries.search(ENGLISH, "yoga").rows[0].id
    assert queries.service_card(ENGLISH, key).checked_by == "by the group itself"


def test_a_place_that_moves_takes_its_services_along(take_in: TakeIn) -> None:
    far = [entry(f"Yoga {n}", service_at_locations=at(53.2, -4.2, str(n))) for n in range(30)]
    take_in(*far, {**entry("Yoga here"), "id": "x", "service_at_locations": at(53.2, -4.2, "x")})
    take_in({**entry("Yoga here"), "id": "x", "service_at_locations": at(51.6, -3.4, "x")})
    row = queries.search(ENGLISH, "yoga", HERE).rows[0]
    assert (row.name, row.distance) == ("Yoga here", "Less than a quarter of a mile away")


def test_what_is_in_reach_is_found_among_hundreds_that_are_not(take_in: TakeIn) -> None:
    far = [entry(f"Yoga {n}", service_at_locations=at(53.2, -4.2, str(n))) for n in range(300)]
    near = [
        entry(f"A yoga class, number {n}", service_at_locations=at(51.6, -3.4, f"n{n}")) for n in range(20)
    ]
    take_in(*far, *near)
    found = queries.search(ENGLISH, "yoga", HERE)
    assert found.total == 20
    assert all(row.name.startswith("A yoga class") for row in found.rows)
