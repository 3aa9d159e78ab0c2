"""Times, prices and checks in plain words."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.place.directory.models import CostOption, Schedule
from cydwaith.place.directory.queries import wording

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Checked today"),
        (1, "Checked 1 day ago"),
        (13, "Checked 13 days ago"),
        (21, "Checked 3 weeks ago"),
        (90, "Checked 3 months ago"),
        (400, "Not checked for 1 year"),
        (800, "Not checked for 2 years"),
    ],
)
def test_when_it_was_checked(days: int, words: str) -> None:
    assert wording.checked(TODAY - timedelta(days=days), TODAY) == words


def test_never_checked_is_said() -> None:
    assert wording.checked(None, TODAY) == "Not known when this was last checked"


@given(st.integers(-30, 20_000))
def test_every_age_of_an_entry_has_words(days: int) -> None:
    assert wording.checked(TODAY - timedelta(days=days), TODAY)


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (
            {"byday": "MO,TH", "opens_at": time(10), "closes_at": time(12)},
            "Mondays and Thursdays, 10am to midday",
        ),
        (
            {"byday": "MO,TU,WE,TH,FR", "opens_at": time(9), "closes_at": time(17, 30)},
            "Monday to Friday, 9am to 5:30pm",
        ),
        ({"byday": "2TU", "freq": "MONTHLY"}, "Tuesdays (second in the month)"),
        ({"byday": "WE", "freq": "WEEKLY", "interval": 2}, "Wednesdays, every 2 weeks"),
        ({"byday": "SA", "opens_at": time(0)}, "Saturdays, from midnight"),
        ({"description": "By appointment.\nRing first."}, "By appointment."),
    ],
)
def test_a_schedule_in_words(schedule: dict[str, object], words: str) -> None:
    assert wording.when([Schedule(**schedule)], TODAY) == [words]


def test_a_schedule_that_ended_is_not_shown() -> None:
    assert wording.when([Schedule(byday="MO", valid_to=date(2020, 1, 1))], TODAY) == []


@pytest.mark.parametrize(
    ("free", "fees", "amounts", "words"),
    [
        (True, "", [], "Free"),
        (None, "Ask us. It depends.", [], "Ask us. It depends."),
        (False, "", [2], "£2"),
        (False, "", [2.5, 0], "£2.50 and Free"),
        (None, "", [], ""),
    ],
)
def test_a_price_in_words(free: bool | None, fees: str, amounts: list[float], words: str) -> None:
    options = [CostOption(amount=Decimal(str(amount))) for amount in amounts]
    assert wording.cost(free, fees, options) == words


@pytest.mark.parametrize(
    ("km", "words"),
    [
        (None, ""),
        (0.1, "Less than a quarter of a mile away"),
        (1.61, "1 mile away"),
        (4.0, "2.5 miles away"),
        (16.1, "10 miles away"),
    ],
)
def test_distance_in_words(km: float | None, words: str) -> None:
    assert wording.distance(km) == words


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (None, None, ""),
        (0, 100, ""),
        (18, None, "Age 18 and over"),
        (None, 25, "Up to age 25"),
        (11, 18, "Ages 11 to 18"),
    ],
)
def test_ages_in_words(least: int | None, most: int | None, words: str) -> None:
    assert wording.ages(least, most) == words
