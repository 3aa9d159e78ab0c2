"""Help with benefits as a level, and weeks."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cydwaith.system.fidelity.rules import Advice, Helped, benefits_level, monday_of

DAY = date(2026, 3, 2)
DAYS = st.integers(0, 400).map(lambda number: DAY + timedelta(days=number))
ADVICE = st.lists(st.tuples(DAYS, st.sampled_from(Advice)), max_size=6)
STARTS = st.lists(DAYS, max_size=4)


def level(*advice: tuple[int, Advice], starts: tuple[int, ...] = ()) -> int:
    on = [(DAY + timedelta(days=number), kind) for number, kind in advice]
    return benefits_level(Helped(on, [DAY + timedelta(days=number) for number in starts]))


def test_no_help_is_one_and_being_told_where_is_two() -> None:
    assert (level(), level((3, Advice.TOLD_WHERE))) == (1, 2)


def test_talking_it_through_is_three() -> None:
    assert level((3, Advice.TOLD_WHERE), (9, Advice.TALKED), starts=(5,)) == 3


def test_an_adviser_before_the_first_job_is_four_and_after_it_three() -> None:
    assert level((3, Advice.ADVISER), starts=(3,)) == level((3, Advice.ADVISER)) == 4
    assert level((4, Advice.ADVISER), starts=(3,)) == 3


def test_five_wants_an_adviser_at_every_change_of_job() -> None:
    before, between, late = (1, Advice.ADVISER), (30, Advice.ADVISER), (70, Advice.ADVISER)
    assert level(before, between, starts=(10, 40)) == 5
    assert level(before, starts=(10, 40)) == level(before, late, starts=(10, 40)) == 4
    assert level(before, between, starts=(10, 40, 80)) == 4
    assert level(before, between, late, starts=(10, 40, 80)) == 5


@given(ADVICE, STARTS, DAYS)
def test_more_help_never_lowers_the_level(
    advice: list[tuple[date, Advice]], starts: list[date], on: date
) -> None:
    more = [*advice, (on, Advice.ADVISER)]
    assert 1 <= benefits_level(Helped(advice, starts)) <= benefits_level(Helped(more, starts)) <= 5


@given(ADVICE, STARTS)
def test_the_order_in_which_it_was_written_down_changes_nothing(
    advice: list[tuple[date, Advice]], starts: list[date]
) -> None:
    assert benefits_level(Helped(advice, starts)) == benefits_level(Helped(advice[::-1], starts[::-1]))


@given(DAYS)
def test_a_week_begins_on_its_monday(day: date) -> None:
    assert monday_of(day).weekday() == 0 and 0 <= (day - monday_of(day)).days <= 6
