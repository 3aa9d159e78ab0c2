"""What puts a group at risk, how soon, and who comes first."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cydwaith.place.register.rules import (
    Facts,
    Reason,
    Risk,
    Urgency,
    is_in_hand,
    months_back,
    over_asked,
    place_in_line,
    relying,
    risks,
)

TODAY = date(2026, 6, 15)
JUNE, MAY, APRIL = date(2026, 6, 1), date(2026, 5, 1), date(2026, 4, 1)
CHECKED = TODAY - timedelta(days=30)
DAYS = some.dates(date(2000, 1, 1), date(2099, 12, 31))


def reasons(**known: object) -> dict[Reason, Urgency]:
    found = risks(Facts(**{"last_assured": CHECKED, **known}), TODAY)  # type: ignore[arg-type]
    return {risk.reason: risk.urgency for risk in found}


def test_a_group_that_is_well_is_not_at_risk() -> None:
    assert reasons() == {}
    assert reasons(can_take=9, funding_until=date(2028, 3, 31), asked={JUNE: 9, MAY: 9}) == {}


@pytest.mark.parametrize(
    ("asked", "months"),
    [
        ({JUNE: 5, MAY: 5}, (JUNE, MAY)),
        ({MAY: 5, APRIL: 5}, (MAY, APRIL)),
        ({JUNE: 5, APRIL: 5}, None),
        ({MAY: 9}, None),
        ({JUNE: 4, MAY: 4, APRIL: 4}, None),
        ({}, None),
    ],
)
def test_two_months_running_above_the_room_is_too_many(
    asked: dict[date, int], months: tuple[date, date] | None
) -> None:
    assert over_asked(Facts(can_take=4, asked=asked), TODAY) == months


def test_without_a_word_of_its_own_nobody_can_say_that_it_is_too_many() -> None:
    assert over_asked(Facts(asked={JUNE: 50, MAY: 50}), TODAY) is None


@pytest.mark.parametrize(
    ("days", "urgency"),
    [(-5, Urgency.NOW), (0, Urgency.NOW), (30, Urgency.NOW), (31, Urgency.SOON), (90, Urgency.SOON)],
)
def test_funding_that_ends_within_ninety_days_is_a_risk(days: int, urgency: Urgency) -> None:
    assert reasons(funding_until=TODAY + timedelta(days=days)) == {Reason.FUNDING: urgency}


def test_funding_that_lasts_longer_is_none() -> None:
    assert reasons(funding_until=TODAY + timedelta(days=91)) == {}


def test_a_pause_without_an_end_presses_more_than_one_with() -> None:
    assert reasons(is_paused=True) == {Reason.PAUSED: Urgency.NOW}
    assert reasons(is_paused=True, paused_until=TODAY) == {Reason.PAUSED: Urgency.SOON}


def test_a_year_to_the_day_without_a_check_is_too_long() -> None:
    assert reasons(last_assured=None) == {Reason.UNCHECKED: Urgency.WATCH}
    assert reasons(last_assured=TODAY - timedelta(days=365)) == {Reason.UNCHECKED: Urgency.WATCH}
    assert reasons(last_assured=TODAY - timedelta(days=364)) == {}


def test_what_presses_most_is_said_first() -> None:
    found = risks(
        Facts(
            rests_on_one_person=True,
            volunteers_needed=True,
            funding_until=TODAY,
            last_assured=None,
        ),
        TODAY,
    )
    assert [risk.reason for risk in found] == [
        Reason.FUNDING,
        Reason.VOLUNTEERS,
        Reason.ONE_PERSON,
        Reason.UNCHECKED,
    ]


@given(DAYS, some.integers(1, 30))
def test_months_go_back_one_by_one(day: date, number: int) -> None:
    months = months_back(day, number)
    assert len(months) == number and months[0] == day.replace(day=1)
    assert all((later - timedelta(days=1)).replace(day=1) == earlier for later, earlier in pairwise(months))


def test_only_the_last_three_months_rely_on_it() -> None:
    asked = {JUNE: 1, MAY: 2, APRIL: 4, date(2026, 3, 1): 8, date(2025, 6, 1): 16}
    assert relying(asked, TODAY) == 7


def test_what_is_past_its_day_is_no_longer_in_hand() -> None:
    assert is_in_hand(None, TODAY) and is_in_hand(TODAY, TODAY)
    assert not is_in_hand(TODAY - timedelta(days=1), TODAY)


def test_the_list_begins_where_nobody_helps_then_how_soon_then_how_many() -> None:
    now, watch = (Risk(Reason.FUNDING, Urgency.NOW),), (Risk(Reason.ONE_PERSON, Urgency.WATCH),)
    lines = {
        "few rely on it": place_in_line(now, 1, "B", in_hand=False),
        "many rely on it": place_in_line(now, 9, "C", in_hand=False),
        "less pressing": place_in_line(watch, 99, "A", in_hand=False),
        "in hand": place_in_line(now, 99, "A", in_hand=True),
    }
    assert sorted(lines, key=lines.__getitem__) == [
        "many rely on it",
        "few rely on it",
        "less pressing",
        "in hand",
    ]


def test_a_month_in_which_nobody_was_asked_for_counts_nobody() -> None:
    assert relying({}, TODAY) == 0
