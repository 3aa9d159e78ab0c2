"""When an entry is due, and what a letter without an answer asks for: laws and edges."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cydwaith.place.keeping.rules.assurance import (
    Rhythm,
    Step,
    due_before,
    is_due,
    is_urgent,
    months_before,
    next_step,
)
from cydwaith.place.keeping.rules.standing import is_paused, takes_people

DAYS = some.dates(date(2000, 1, 1), date(2099, 12, 31))
TODAY = date(2026, 8, 31)


@given(DAYS, some.integers(0, 60), some.integers(0, 60))
def test_more_months_are_never_later(day: date, few: int, more: int) -> None:
    assert months_before(day, few + more) <= months_before(day, few)


@given(DAYS, some.integers(0, 60))
def test_a_month_before_falls_in_the_right_month(day: date, months: int) -> None:
    earlier = months_before(day, months)
    assert (day.year - earlier.year) * 12 + day.month - earlier.month == months
    assert earlier.day <= day.day


def test_the_last_of_a_longer_month_is_the_last_of_a_shorter() -> None:
    assert months_before(date(2026, 8, 31), 6) == date(2026, 2, 28)


@given(DAYS, some.integers(1, 24), some.integers(1, 12))
def test_urgent_help_is_due_no_later_than_the_rest(day: date, months: int, sooner: int) -> None:
    rhythm = Rhythm(months=max(months, sooner), urgent_months=min(months, sooner))
    if is_due(day, rhythm, TODAY):
        assert is_due(day, rhythm, TODAY, urgent=True)


def test_an_entry_is_due_on_the_day_six_months_after() -> None:
    last = due_before(Rhythm(), TODAY, urgent=False)
    assert is_due(last, Rhythm(), TODAY) and not is_due(last + timedelta(days=1), Rhythm(), TODAY)


def test_what_nobody_ever_checked_is_due() -> None:
    assert is_due(None, Rhythm(), TODAY)


@pytest.mark.parametrize(
    ("letters", "days", "step"),
    [
        (1, 0, Step.WAIT),
        (1, 13, Step.WAIT),
        (1, 14, Step.REMIND),
        (2, 14, Step.REMIND),
        (3, 13, Step.WAIT),
        (3, 14, Step.GIVE_UP),
    ],
)
def test_two_reminders_two_weeks_apart_then_no_more(letters: int, days: int, step: Step) -> None:
    assert next_step(letters, TODAY - timedelta(days=days), TODAY) is step


def test_a_pause_lasts_to_the_end_of_its_last_day() -> None:
    assert is_paused(TODAY, TODAY) and not is_paused(TODAY, TODAY + timedelta(days=1))
    assert not is_paused(None, TODAY)


@pytest.mark.parametrize(
    ("until", "room", "takes"),
    [(None, None, True), (None, 0, False), (None, 3, True), (TODAY, 3, False), (date(2026, 1, 1), 3, True)],
)
def test_a_group_takes_people_unless_paused_or_full(
    until: date | None, room: int | None, takes: bool
) -> None:
    assert takes_people(until, room, TODAY) is takes


@pytest.mark.parametrize(
    ("names", "urgent"),
    [
        (["Night shelter", "Housing"], True),
        (["Somewhere quiet", "Suicide prevention"], True),
        (["Choir", "Music"], False),
        ([], False),
    ],
)
def test_one_word_of_urgent_help_in_any_name_is_enough(names: list[str], urgent: bool) -> None:
    assert is_urgent(names, ["shelter", "suicide"]) is urgent
