"""The phased return: laws that hold for whatever anybody answers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.person.work.rules.phased import Clash, calendar, concerns, missing, usable
from cydwaith.person.work.rules.statement import BuildUp, StatementAnswers, read

halves = st.integers(1, 80).map(lambda number: number / 2)
days = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@st.composite
def asked(draw: st.DrawFn) -> BuildUp:
    """Answers that make a calendar."""
    first, target = sorted((draw(halves), draw(halves)))
    starts, weeks = draw(days), draw(st.integers(1, 52))
    inside = st.integers(0, 7 * weeks).map(lambda number: starts + timedelta(days=number))
    return BuildUp(
        starts,
        first,
        target,
        weeks,
        tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=2)))),
        tuple(draw(st.lists(inside, max_size=4))),
        tuple(draw(st.lists(st.integers(1, 52), max_size=3))),
    )


def said(**parts: object) -> StatementAnswers:
    return replace(read({}), **parts)  # type: ignore[arg-type]


PLAIN = BuildUp(date(2026, 12, 1), 12.0, 30.0, 7, (0, 1, 2, 3), (), ())


@given(asked())
def test_no_week_is_above_the_target_or_below_the_first(build_up: BuildUp) -> None:
    for week in calendar(build_up):
        assert build_up.first_hours and build_up.target_hours
        assert build_up.first_hours <= week.planned <= build_up.target_hours


@given(asked())
def test_hours_never_fall_unless_somebody_asked_for_an_easier_week(build_up: BuildUp) -> None:
    planned = [week.planned for week in calendar(build_up) if not week.is_easier]
    assert planned == sorted(planned)


@given(asked())
def test_an_easier_week_is_like_the_first(build_up: BuildUp) -> None:
    assert all(w.planned == build_up.first_hours for w in calendar(build_up) if w.is_easier)


@given(asked())
def test_the_last_week_reaches_the_target(build_up: BuildUp) -> None:
    weeks = calendar(replace(build_up, easier_weeks=()))
    assert weeks[-1].planned == (build_up.target_hours if len(weeks) > 1 else build_up.first_hours)


@given(asked())
def test_the_days_of_a_week_add_up_to_what_is_planned(build_up: BuildUp) -> None:
    for week in calendar(replace(build_up, days_off=())):
        assert week.hours == week.planned
        assert max(day.hours for day in week.days) - min(day.hours for day in week.days) <= 0.5


@given(asked())
def test_a_day_off_takes_its_hours_with_it_and_no_other_day_makes_up_for_it(build_up: BuildUp) -> None:
    free = calendar(replace(build_up, days_off=()))
    for week, whole in zip(calendar(build_up), free, strict=True):
        for day, before in zip(week.days, whole.days, strict=True):
            assert day.is_off == (day.on in build_up.days_off)
            assert day.hours == (0 if day.is_off else before.hours)


@given(asked())
def test_every_day_is_one_that_was_chosen_and_none_comes_twice(build_up: BuildUp) -> None:
    worked = [day.on for week in calendar(build_up) for day in week.days]
    assert worked == sorted(set(worked))
    assert {day.weekday() for day in worked} == set(build_up.days)
    assert build_up.starts is not None and worked[0] >= build_up.starts


def test_holidays_are_not_guessed() -> None:
    weeks = calendar(PLAIN)
    christmas = [day for week in weeks for day in week.days if day.on == date(2026, 12, 28)]
    assert christmas[0].hours > 0, "28 December 2026 is a bank holiday that nobody asked off"


@given(asked(), st.sampled_from(["starts", "first_hours", "target_hours", "weeks"]))
def test_while_an_answer_is_missing_there_is_no_calendar(build_up: BuildUp, name: str) -> None:
    lacking = replace(build_up, **{name: None})  # type: ignore[arg-type]
    assert missing(lacking) == (name,)
    assert calendar(lacking) == ()


@pytest.mark.parametrize(
    "change", [{"first_hours": 40.0}, {"first_hours": 4.2}, {"weeks": 60}, {"target_hours": 200.0}]
)
def test_answers_that_cannot_be_are_refused(change: dict[str, float]) -> None:
    wrong = replace(PLAIN, **change)  # type: ignore[arg-type]
    assert not usable(wrong)
    with pytest.raises(ValueError, match="phased return"):
        calendar(wrong)


def test_an_example_by_hand() -> None:
    weeks = calendar(PLAIN)
    assert [week.planned for week in weeks] == [12, 15, 18, 21, 24, 27, 30]
    assert [day.hours for day in weeks[1].days] == [4, 4, 3.5, 3.5]
    assert weeks[1].days[0].on == date(2026, 12, 8)


def test_a_plan_is_held_against_what_is_not_possible_yet() -> None:
    weeks = calendar(PLAIN)
    found = concerns(
        weeks,
        said(most_hours_a_day=6.0, most_hours_a_week=20.0, not_yet_days=(2,), hours_a_day=2.0, days_a_week=3),
    )
    assert [(each.clash, each.week) for each in found] == [
        (Clash.LONG_DAY, 5 + 1),
        (Clash.LONG_WEEK, 4),
        (Clash.WEEKDAY, 1),
        (Clash.FIRST_WEEK, 1),
    ]


@given(asked())
def test_a_plan_inside_the_limits_raises_no_concern(build_up: BuildUp) -> None:
    weeks = calendar(build_up)
    longest = max((day.hours for week in weeks for day in week.days), default=0) or 1
    limits = said(
        most_hours_a_day=longest,
        most_hours_a_week=max(week.hours for week in weeks),
        hours_a_day=weeks[0].planned,
        days_a_week=1,
        not_yet_days=tuple(set(range(7)) - set(build_up.days)),
    )
    assert concerns(weeks, limits) == ()
