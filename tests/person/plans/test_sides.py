"""A plan has three sides; one that is about a condition alone says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.commons.circle.rules import Scope
from cydwaith.person.plans import commands
from cydwaith.person.plans.queries import plan
from cydwaith.person.plans.rules.sides import SIDE, Side, is_condition_only, missing_sides
from cydwaith.person.plans.rules.vocabulary import GoalKind
from tests.support.worlds import a_person, a_team, lets_in

KINDS = st.lists(st.sampled_from(GoalKind), max_size=6)


@given(KINDS)
def test_a_side_is_missing_or_there(kinds: list[GoalKind]) -> None:
    there = {SIDE[kind] for kind in kinds}
    assert set(missing_sides(kinds)) == (set(Side) - there if kinds else set())


@given(KINDS, st.sampled_from(GoalKind))
def test_one_more_goal_never_makes_a_side_missing(kinds: list[GoalKind], more: GoalKind) -> None:
    if kinds:
        assert set(missing_sides([*kinds, more])) <= set(missing_sides(kinds))


@given(KINDS)
def test_only_a_plan_of_health_goals_is_about_a_condition_alone(kinds: list[GoalKind]) -> None:
    assert is_condition_only(kinds) == (bool(kinds) and set(kinds) == {GoalKind.HEALTH})


@pytest.mark.django_db
def test_the_plan_says_which_side_is_missing_and_stops_when_it_is_there() -> None:
    mair, team = a_person(), a_team()
    lets_in(mair, team, Scope.PLAN)
    assert plan(mair, mair.person_id).missing == ()
    commands.add_goal(mair, person_id=mair.person_id, words="Less pain", kind=GoalKind.HEALTH)
    assert plan(team.coach, mair.person_id).condition_only
    commands.add_goal(mair, person_id=mair.person_id, words="Drive a bus", kind=GoalKind.WORK)
    assert plan(mair, mair.person_id).missing == ("people, home and what you enjoy",)
    commands.add_goal(mair, person_id=mair.person_id, words="The choir", kind=GoalKind.PEOPLE)
    found = plan(mair, mair.person_id)
    assert (found.missing, found.condition_only) == ((), False)
