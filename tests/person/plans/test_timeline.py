"""What somebody set out to do, did and hoped stands in the one story of health, work and what matters."""

from __future__ import annotations

import pytest

from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor, Role
from cydwaith.person.journey.queries import story
from cydwaith.person.plans import commands, queries
from cydwaith.person.plans.rules.vocabulary import GoalKind, GoalStatus, Owner, StepStatus
from tests.support.worlds import a_team, lets_in

from .conftest import World

pytestmark = pytest.mark.django_db


def told(actor: Actor, world: World) -> list[tuple[str, str]]:
    return [(moment.title, moment.words) for moment in queries.timeline(actor, world.person_id)]


@pytest.fixture
def lived(world: World) -> World:
    """A goal that is set, worked on and reached, with hope said on the way."""
    sam, person_id = world.sam, world.person_id
    goal = commands.add_goal(sam, person_id=person_id, words="Work with wood", kind=GoalKind.WORK)
    step = commands.add_step(
        sam, person_id=person_id, goal_id=goal, words="Visit the shed", owner=Owner.PERSON, due=None
    )
    commands.move_step(sam, person_id=person_id, step_id=step, status=StepStatus.DONE)
    commands.agree(sam, person_id=person_id, number=queries.plan(sam, person_id).newest)
    commands.say_hope(sam, person_id=person_id, value=6, persons_own=True)
    commands.move_goal(sam, person_id=person_id, goal_id=goal, status=GoalStatus.REACHED)
    return world


def test_a_goal_is_told_when_it_is_set_and_when_it_is_reached_with_what_was_done_between(
    lived: World,
) -> None:
    assert told(lived.sam, lived) == [
        ("A goal", "Work with wood"),
        ("A step is done", "Visit the shed"),
        ("A goal is reached", "Work with wood"),
        ("Yes to the plan", ""),
        ("Hope for work: 6 of 10", ""),
    ]
    assert {"A goal", "A step is done"} <= {moment.title for moment in story(lived.sam, lived.person_id)}


def test_a_goal_that_is_only_worded_anew_is_no_other_goal(lived: World) -> None:
    before = told(lived.sam, lived)
    goal = queries.plan(lived.sam, lived.person_id).closed_goals[0]
    commands.edit_goal(
        lived.sam,
        person_id=lived.person_id,
        goal_id=goal.id,
        words="Work with wood, outdoors",
        why="",
        kind=GoalKind.WORK,
        version=goal.version,
    )
    assert told(lived.sam, lived) == before


def test_it_is_told_to_those_who_are_let_in_to_each_part_and_hope_to_no_employer(lived: World) -> None:
    assert told(lived.rhian, lived) == told(lived.sam, lived)
    assert told(lived.stranger, lived) == []
    boss = a_team("bakery", front_door=False, role=Role.EMPLOYER)
    lets_in(lived.sam, boss, Scope.WORK | Scope.CONTACT)
    assert told(boss.coach, lived) == []
