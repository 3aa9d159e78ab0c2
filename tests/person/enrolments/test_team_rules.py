"""Clinical teams from a day on: what is said later never changes a look back to a day before it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.words import Words
from cydwaith.person.enrolments.rules import TeamChoice, plain_choice, read_choices, team_on, teams_held

APRIL, MAY, JUNE = date(2026, 4, 1), date(2026, 5, 3), date(2026, 6, 1)


def choice(team: str, since: date) -> TeamChoice:
    return TeamChoice(since, team, Words(team, team), "Nia", since)


def held(choices: list[TeamChoice], day: date) -> str:
    found = team_on(choices, day)
    return found.key if found else ""


def test_a_choice_of_the_third_of_may_leaves_april_as_it_was() -> None:
    said = [choice("north", APRIL), choice("surgery", MAY)]
    assert [held(said, day) for day in (APRIL - timedelta(days=1), APRIL, MAY - timedelta(days=1), MAY)] == [
        "", "north", "north", "surgery"
    ]  # fmt: skip


def test_of_two_that_were_said_of_one_day_the_later_holds() -> None:
    assert held([choice("north", MAY), choice("surgery", MAY)], MAY) == "surgery"


def test_a_choice_that_is_set_back_holds_until_the_next_one() -> None:
    said = [choice("north", APRIL), choice("surgery", JUNE), choice("valley", MAY)]
    assert [held(said, day) for day in (APRIL, MAY, JUNE)] == ["north", "valley", "surgery"]


def test_days_side_by_side_with_one_team_are_told_as_one_and_days_with_none_are_left_out() -> None:
    said = [choice("north", MAY), choice("north", APRIL), choice("", JUNE)]
    (one,) = teams_held(said)
    assert (one.key, one.since, one.until) == ("north", APRIL, JUNE - timedelta(days=1))
    again = [*said, choice("north", JUNE + timedelta(days=9))]
    assert [(one.since, one.until) for one in teams_held(again, JUNE + timedelta(days=20))] == [
        (APRIL, JUNE - timedelta(days=1)),
        (JUNE + timedelta(days=9), JUNE + timedelta(days=20)),
    ]


def test_nothing_is_told_of_days_after_the_end() -> None:
    assert teams_held([choice("north", APRIL), choice("surgery", JUNE)], MAY)[-1].until == MAY


DAYS = st.integers(0, 60).map(lambda number: APRIL + timedelta(days=number))
CHOICES = st.lists(st.builds(choice, st.sampled_from(["north", "surgery", ""]), DAYS), max_size=8)


@given(CHOICES, CHOICES, DAYS)
def test_a_look_back_to_a_day_is_the_same_whatever_is_chosen_from_a_later_day(
    before: list[TeamChoice], more: list[TeamChoice], day: date
) -> None:
    later = [one for one in more if one.since > day]
    assert team_on([*before, *later], day) == team_on(before, day)


@given(CHOICES, DAYS)
def test_what_was_said_last_of_a_day_holds_on_it_and_never_before_it(
    before: list[TeamChoice], day: date
) -> None:
    new = choice("valley", day)
    after = [*before, new]
    assert team_on(after, day) == new
    eve = day - timedelta(days=1)
    assert team_on(after, eve) == team_on(before, eve)


@given(CHOICES, st.one_of(st.none(), DAYS), DAYS)
def test_the_days_that_are_told_say_what_held_on_each_day(
    said: list[TeamChoice], ended: date | None, day: date
) -> None:
    told = [one.key for one in teams_held(said, ended) if one.since <= day <= (one.until or date.max)]
    on_it = ended is None or day <= ended
    assert told == ([held(said, day)] if on_it and held(said, day) else [])


@given(CHOICES)
def test_choices_are_kept_as_they_were_said(said: list[TeamChoice]) -> None:
    assert read_choices([plain_choice(one) for one in said]) == tuple(said)
