"""When to be in touch, and early warnings."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.person.jobs.rules.following import (
    AHEAD,
    Occasion,
    Planned,
    State,
    add_months,
    schedule,
    states,
    waiting,
)
from cydwaith.person.jobs.rules.held import Terms
from cydwaith.person.jobs.rules.warnings import Sign, signs
from tests.person.jobs.test_held import ANCHOR, job

START = date(2026, 3, 2)
DAYS = st.dates(date(2023, 12, 1), date(2028, 3, 31))


def test_a_week_before_three_days_weekly_for_a_month_monthly_for_a_year() -> None:
    days = [
        (one.occasion, (one.on - START).days) for one in schedule(START, None, lost=False, known_on=date.min)
    ]
    assert days[:6] == [
        (Occasion.BEFORE, -1),
        (Occasion.FIRST_DAYS, 3),
        *((Occasion.WEEKLY, days) for days in (7, 14, 21, 28)),
    ]
    assert [occasion for occasion, _days in days[6:]] == [Occasion.MONTHLY] * 11
    assert schedule(START, None, lost=False, known_on=date.min)[-1].on == date(2027, 3, 2)


def test_a_lost_job_is_followed_by_one_contact_and_a_better_one_by_none() -> None:
    end = START + timedelta(days=10)
    lost = schedule(START, end, lost=True, known_on=START)
    assert [one.on for one in lost] == [
        START + timedelta(days=3),
        START + timedelta(days=7),
        end + timedelta(days=3),
    ]
    assert Occasion.AFTER_LOSS not in {
        one.occasion for one in schedule(START, end, lost=False, known_on=START)
    }


def test_what_was_over_when_the_job_became_known_is_not_asked_for() -> None:
    known = START + timedelta(days=60)
    assert all(one.on >= known for one in schedule(START, None, lost=False, known_on=known))


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_a_month_on_is_the_same_day_or_the_last_of_the_month(day: date, months: int, found: date) -> None:
    assert add_months(day, months) == found


@given(DAYS, DAYS, st.sets(st.integers(0, 16)), st.booleans())
def test_at_most_one_contact_is_late_and_what_is_done_is_never_due(
    start: date, today: date, done: set[int], lost: bool
) -> None:
    planned = schedule(start, start + timedelta(days=200) if lost else None, lost=lost, known_on=start)
    made = {planned[n] for n in done if n < len(planned)}
    found = states(planned, made, today)
    assert [one for one, _state in found] == sorted(planned, key=lambda one: one.on)
    assert sum(state is State.LATE for _one, state in found) <= 1
    for one, state in found:
        assert (state is State.DONE) == (one in made)
        assert state is not State.TO_COME or one.on > today
        assert state not in (State.LATE, State.MISSED) or one.on <= today
    due = waiting(states(planned, made, today))
    assert due is None or (due[0] not in made and due[0].on <= today + AHEAD)


def test_a_later_contact_makes_up_for_one_that_was_missed() -> None:
    planned = schedule(START, None, lost=False, known_on=START)
    later = Planned(Occasion.WEEKLY, START + timedelta(days=7))
    told = dict(states(planned, {later}, START + timedelta(days=8)))
    assert told[Planned(Occasion.FIRST_DAYS, START + timedelta(days=3))] is State.MISSED
    assert waiting(states(planned, {later}, START + timedelta(days=8))) == (
        Planned(Occasion.WEEKLY, START + timedelta(days=14)),
        State.DUE,
    )


TODAY = ANCHOR + timedelta(weeks=10)


def seen(**changes: object) -> tuple[Sign, ...]:
    late, ends = changes.pop("late_since", None), changes.pop("ends_on_paper", None)
    return signs(job(**changes), ends_on_paper=ends, late_since=late, today=TODAY)  # type: ignore[arg-type]


def test_a_job_that_goes_well_gives_no_sign() -> None:
    weeks = {ANCHOR + timedelta(weeks=n): 12.0 for n in range(10)}
    assert seen(worked=weeks, ends_on_paper=TODAY + timedelta(days=29)) == ()


def test_two_short_weeks_in_a_row_are_a_sign_and_one_is_none() -> None:
    last, before = TODAY - timedelta(weeks=1), TODAY - timedelta(weeks=2)
    assert seen(worked={last: 8.0, before: 8.9}) == (Sign.HOURS_FALLING,)
    assert seen(worked={last: 8.0, before: 9.0}) == ()
    assert seen(worked={last: 8.0}) == ()
    old = TODAY - timedelta(weeks=8)
    assert seen(worked={old: 2.0, old - timedelta(weeks=1): 2.0}) == ()


def test_fewer_hours_agreed_of_late_are_a_sign() -> None:
    change = TODAY - timedelta(days=28)
    fewer = (Terms(ANCHOR, 20.0, 13.0), Terms(change, 15.0, 13.0))
    assert seen(terms=fewer) == (Sign.HOURS_FALLING,)
    assert seen(terms=(Terms(ANCHOR, 20.0, 13.0), Terms(change - timedelta(days=1), 15.0, 13.0))) == ()


def test_being_off_sick_now_or_for_five_days_of_late_is_a_sign() -> None:
    ago = TODAY - timedelta(days=20)
    assert seen(absences=((TODAY, None),)) == (Sign.OFF_SICK,)
    assert seen(absences=((ago, ago + timedelta(days=4)),)) == (Sign.OFF_SICK,)
    assert seen(absences=((ago, ago + timedelta(days=3)),)) == ()
    assert seen(absences=((ANCHOR, ANCHOR + timedelta(days=9)),)) == ()


def days_ago(first: int, last: int) -> tuple[date, date]:
    return TODAY - timedelta(days=first), TODAY - timedelta(days=last)


def test_five_days_off_are_looked_for_in_the_last_four_weeks_and_a_day_counts_once() -> None:
    assert seen(absences=(days_ago(28, 24),)) == (Sign.OFF_SICK,)
    assert seen(absences=(days_ago(29, 25),)) == ()
    assert seen(absences=(days_ago(20, 19), days_ago(12, 11), days_ago(5, 5))) == (Sign.OFF_SICK,)
    assert seen(absences=(days_ago(20, 18), days_ago(20, 17))) == ()
    assert seen(absences=(days_ago(4, 1),)) == ()


def test_being_off_on_this_very_day_is_a_sign_and_off_from_tomorrow_is_none_yet() -> None:
    assert seen(absences=(days_ago(1, 0),)) == seen(absences=(days_ago(0, 0),)) == (Sign.OFF_SICK,)
    assert seen(absences=(days_ago(0, -3),)) == (Sign.OFF_SICK,)
    assert seen(absences=(days_ago(2, 1),)) == seen(absences=(days_ago(-1, -9),)) == ()
    assert seen(absences=((TODAY + timedelta(days=1), None),)) == ()


def test_hours_that_will_be_fewer_are_a_sign_from_their_first_day() -> None:
    def agreed(*terms: tuple[int, float]) -> tuple[Sign, ...]:
        return seen(terms=tuple(Terms(TODAY + timedelta(days=n), hours, 13.0) for n, hours in terms))

    assert agreed((-70, 20.0), (0, 15.0)) == (Sign.HOURS_FALLING,)
    assert agreed((-70, 20.0), (1, 15.0)) == ()
    assert agreed((-70, 20.0), (-7, 15.1)) == ()
    assert agreed((-70, 20.0), (-7, 15.0), (9, 16.0)) == (Sign.HOURS_FALLING,), "more to come hides no loss"
    assert agreed((-70, 20.0), (-60, 10.0), (-7, 10.0)) == ()


def test_short_weeks_are_looked_for_in_the_five_weeks_before_this_one_and_within_the_job() -> None:
    def short(*back: int, start: date = ANCHOR) -> tuple[Sign, ...]:
        worked = {TODAY - timedelta(weeks=n): 2.0 for n in back}
        return seen(worked=worked, start=start, terms=(Terms(start, 12.0, 13.0),))

    assert TODAY.weekday() == 0
    assert short(5, 4) == (Sign.HOURS_FALLING,)
    assert short(6, 5) == ()
    assert short(1, 0) == (), "this week is not over"
    begun = TODAY - timedelta(weeks=1)
    assert short(2, 1, start=begun) == (), "a week from before the job"
    assert short(2, 1, start=begun - timedelta(days=1)) == (Sign.HOURS_FALLING,)
    full = {TODAY - timedelta(weeks=n): hours for n, hours in ((3, 2.0), (2, 2.0), (1, 12.0))}
    assert seen(worked=full) == (), "the newest two weeks are looked at"


def test_weeks_of_no_ordinary_hours_are_no_falling_hours() -> None:
    worked = {TODAY - timedelta(weeks=n): 0.0 for n in (1, 2)}
    assert seen(worked=worked, terms=(Terms(ANCHOR, 0.0, 13.0),)) == ()


def test_no_contact_for_a_week_too_long_and_a_contract_that_ends_are_signs() -> None:
    assert seen(late_since=TODAY - timedelta(days=8)) == (Sign.NO_CONTACT,)
    assert seen(late_since=TODAY - timedelta(days=7)) == ()
    assert seen(ends_on_paper=TODAY + timedelta(days=28)) == (Sign.END_NEAR,)
    assert seen(ends_on_paper=TODAY) == (Sign.END_NEAR,)
    assert seen(ends_on_paper=TODAY - timedelta(days=1)) == ()


def test_the_most_pressing_sign_comes_first() -> None:
    week = timedelta(weeks=1)
    found = seen(
        absences=((TODAY, None),), worked={TODAY - week: 1.0, TODAY - 2 * week: 1.0},
        ends_on_paper=TODAY, late_since=TODAY - 2 * week,
    )  # fmt: skip
    assert found == (Sign.OFF_SICK, Sign.HOURS_FALLING, Sign.END_NEAR, Sign.NO_CONTACT)


def test_a_job_that_has_ended_gives_no_sign() -> None:
    assert seen(end=TODAY - timedelta(days=1), absences=((TODAY - timedelta(days=9), None),)) == ()
