"""Weeks, what is due once, and programmes that are not paid for together."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cydwaith.person.enrolments.rules import NEAR, Clash, Due, Funded, Spell, clashes, due_measures, time_on
from cydwaith.place.programmes.rules import MeasureDue, NotPaidWith

START = date(2026, 3, 2)
DAYS = st.dates(date(2024, 1, 1), date(2030, 1, 1))


def test_the_fifth_week_of_eight() -> None:
    time = time_on(START, START + timedelta(days=28), 8)
    assert (time.week, time.of, time.last_day) == (5, 8, date(2026, 4, 26))
    assert not time.over and not time.near


def test_the_last_two_weeks_are_near_and_the_day_after_is_over() -> None:
    last = date(2026, 4, 26)
    assert time_on(START, last, 8).near and not time_on(START, last, 8).over
    assert time_on(START, last + timedelta(days=1), 8).over
    assert not time_on(START, last - timedelta(days=14), 8).near


def test_without_a_limit_nothing_is_near_or_over() -> None:
    time = time_on(START, START + timedelta(weeks=200), None)
    assert (time.week, time.near, time.over, time.last_day) == (201, False, False, None)


@given(DAYS, st.integers(0, 4000), st.integers(1, 60))
def test_a_week_is_seven_days_whatever_the_year(start: date, days: int, limit: int) -> None:
    time = time_on(start, start + timedelta(days=days), limit)
    assert time.last_day is not None
    assert (time.week - 1) * 7 <= days < time.week * 7
    assert time.over == (start + timedelta(days=days) > time.last_day)


def ask(*points: int | None, instrument: str = "ons4") -> list[MeasureDue]:
    return [MeasureDue(instrument, weeks, "") for weeks in points]


def test_two_programmes_that_ask_the_same_ask_once() -> None:
    spells = [Spell("A", START, None, ask(0, 8)), Spell("B", START + timedelta(days=5), None, ask(0, 12))]
    assert due_measures(spells, [], START) == (Due("ons4", START, ("A", "B")),)
    assert due_measures(spells, [("ons4", START)], START) == ()


def test_a_reading_shortly_before_answers_and_one_long_before_does_not() -> None:
    spells = [Spell("A", START, None, ask(8))]
    point = START + timedelta(weeks=8)
    assert due_measures(spells, [("ons4", point - NEAR)], point) == ()
    assert due_measures(spells, [("ons4", point - NEAR - timedelta(days=1))], point) != ()


def test_the_end_is_asked_when_there_is_one_and_later_points_fall_away() -> None:
    ended = START + timedelta(weeks=4)
    spell = Spell("A", START, ended, ask(0, 8, None))
    assert due_measures([spell], [("ons4", START)], ended) == (Due("ons4", ended, ("A",)),)
    missed = Spell("A", START, ended, ask(0, 2, None))
    told = due_measures([missed], [], ended)
    assert told == (Due("ons4", ended, ("A",)),), "after the end only the end is asked about"
    running = Spell("A", START, None, ask(None))
    assert due_measures([running], [], ended) == ()


SPELLS = st.lists(
    st.builds(
        Spell,
        st.sampled_from("ABC"),
        DAYS,
        st.none(),
        st.lists(
            st.builds(MeasureDue, st.sampled_from(["ons4", "wsas"]), st.integers(0, 30), st.just("")),
            max_size=3,
        ),
    ),
    max_size=4,
)


@given(SPELLS, st.lists(st.tuples(st.sampled_from(["ons4", "wsas"]), DAYS), max_size=5), DAYS)
def test_no_questions_are_asked_twice_and_answering_ends_it(
    spells: list[Spell], taken: list[tuple[str, date]], today: date
) -> None:
    due = due_measures(spells, taken, today)
    assert len({one.instrument for one in due}) == len(due)
    answered = [*taken, *((one.instrument, today) for one in due)]
    later = due_measures(spells, answered, today)
    assert later == ()


def funded(key: str, *not_with: str) -> Funded:
    return Funded(key, key.upper(), [NotPaidWith(one, f"{key} says") for one in not_with])


def test_it_is_enough_that_one_of_two_programmes_says_so() -> None:
    assert clashes([funded("a", "b"), funded("b")]) == (Clash("A", "B", NotPaidWith("b", "a says")),)
    assert clashes([funded("a"), funded("b", "a")]) == (Clash("A", "B", NotPaidWith("a", "b says")),)
    assert clashes([funded("a"), funded("b"), funded("c", "d")]) == ()


def test_the_same_programme_twice_is_paid_once() -> None:
    assert clashes([funded("a"), funded("a")]) == (Clash("A", "A", None),)


def test_only_days_on_both_are_paid_twice_and_what_is_over_on_both_is_past() -> None:
    ended = replace(funded("a", "b"), started=START, ended=START + timedelta(days=9))
    on_the_last_day = replace(funded("b"), started=START + timedelta(days=9))
    assert clashes([ended, on_the_last_day]) != ()
    assert clashes([ended, replace(on_the_last_day, started=START + timedelta(days=10))]) == ()
    assert clashes([ended, replace(on_the_last_day, ended=START + timedelta(days=40))]) == ()


def test_where_it_is_written_is_said_in_welsh_where_it_has_a_welsh_name() -> None:
    assert NotPaidWith("b", "the grant letter").source_in("cy") == "the grant letter"
    assert NotPaidWith("b", "the grant letter", "y llythyr grant").source_in("cy") == "y llythyr grant"
    assert NotPaidWith("b", "the grant letter", "y llythyr grant").source_in("en") == "the grant letter"


def test_two_programmes_overlap_from_the_first_day_that_they_share_to_the_last() -> None:
    may = replace(funded("a"), started=date(2026, 5, 1), ended=date(2026, 5, 31))
    after = replace(funded("b"), started=date(2026, 6, 1))
    on_its_last_day = replace(after, started=date(2026, 5, 31))
    assert not may.overlaps(after) and not after.overlaps(may)
    assert may.overlaps(on_its_last_day) and on_its_last_day.overlaps(may)
