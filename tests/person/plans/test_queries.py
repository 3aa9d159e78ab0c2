"""Reading: many plans at once, parts of a plan, everything about me."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from cydwaith.commons.circle import sections
from cydwaith.commons.circle.commands import let_in
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.policies import policy_for
from cydwaith.kernel import clock
from cydwaith.kernel.errors import Refused
from cydwaith.person.plans import commands, queries
from cydwaith.person.plans.models import Agreement, Change, Entry, Goal, Hope, Plan, Rating, Step
from cydwaith.person.plans.rules.vocabulary import GoalKind, Heading, Owner, StepStatus

from .conftest import PARTS, World, person

pytestmark = pytest.mark.django_db
MODELS = (Agreement, Change, Entry, Goal, Hope, Plan, Rating, Step)


def fill(world: World) -> None:
    known = {"person_id": world.person_id}
    for heading in Heading:
        commands.save_entry(world.sam, heading=heading, words=f"Words on {heading.value}", **known)
    goal = commands.add_goal(world.sam, words="Sing", kind=GoalKind.PEOPLE, rating=4, **known)
    commands.add_step(world.sam, goal_id=goal, words="Ring", owner=Owner.PERSON, **known)
    commands.say_hope(world.sam, value=5, persons_own=True, **known)
    commands.set_review(world.sam, review_on=clock.today() + timedelta(days=30), **known)
    commands.agree(world.sam, number=queries.plan(world.sam, world.person_id).newest, **known)


def let_doctor_in(world: World, scopes: Scope) -> None:
    parts = {**PARTS, "scopes": scopes}
    let_in(world.sam, person_id=world.person_id, account_id=world.doctor.account_id, **parts)


def test_a_permission_opens_its_part_and_no_other(world: World) -> None:
    fill(world)
    let_doctor_in(world, Scope.HEALTH)
    view = queries.about(world.doctor, world.person_id)
    assert [row.heading for row in view.entries] == [Heading.HEALTH]
    assert view.headline is None
    assert view.hopes == ()
    assert queries.what_matters(world.doctor, world.person_id) is None
    versions = queries.history(world.doctor, world.person_id).versions
    assert [version.words for version in versions] == ["Words on health"]
    for read in (queries.plan, queries.goals, queries.hopes):
        with pytest.raises(Refused):
            read(world.doctor, world.person_id)


@pytest.mark.parametrize("scope", [Scope.ABOUT_ME, Scope.PLAN, Scope.HEALTH, Scope.WORK, Scope.MEASURES])
def test_the_list_and_the_single_check_agree(world: World, scope: Scope) -> None:
    fill(world)
    let_doctor_in(world, scope)
    for model in MODELS:
        policy = policy_for(model)
        for actor in (world.sam, world.rhian, world.doctor, world.stranger):
            listed = {row.id for row in model.objects.as_seen_by(actor)}
            checked = {row.id for row in model.objects.as_seen_by(world.sam) if policy.check(actor, row)}
            assert listed == checked, (model, actor.name)


def test_someone_let_in_to_the_plan_alone_sees_the_same_yes(world: World) -> None:
    fill(world)
    let_doctor_in(world, Scope.PLAN)
    view = queries.plan(world.doctor, world.person_id)
    assert view.is_agreed
    assert view.matters == ""
    assert not view.may_write


def test_facts_for_a_caseload_say_what_a_plan_page_says(world: World) -> None:
    fill(world)
    facts = queries.plan_facts(world.rhian, [world.person_id])[world.person_id]
    assert facts.next_review == clock.today() + timedelta(days=30)
    assert (facts.stuck_goals, facts.changed_since_agreed) == (0, False)
    assert facts.agreed_at is not None
    commands.save_entry(world.rhian, person_id=world.person_id, heading=Heading.ALSO, words="Tea", version=1)
    with clock.at(clock.now() + timedelta(days=28)):
        facts = queries.plan_facts(world.rhian, [world.person_id])[world.person_id]
    assert (facts.stuck_goals, facts.changed_since_agreed) == (1, True)


def test_facts_are_empty_for_those_who_did_not_let_the_reader_in(world: World) -> None:
    fill(world)
    facts = queries.plan_facts(world.stranger, [world.person_id])
    assert facts == {world.person_id: queries.PlanFacts()}


def test_facts_take_four_queries_whatever_the_caseload(
    world: World, django_assert_num_queries: Callable
) -> None:
    people = [world.person_id]
    for name in ("Ann", "Bet", "Cai"):
        sam = person(name)
        here = World(sam, world.rhian, world.doctor, world.stranger, world.permission)
        let_in(sam, person_id=sam.person_id, organisation_id=world.rhian.organisation_id, **PARTS)
        fill(here)
        people.append(here.person_id)
    with django_assert_num_queries(4):
        facts = queries.plan_facts(world.rhian, people)
    assert [facts[each].agreed_at is not None for each in people] == [False, True, True, True]


def test_everything_that_is_held_is_in_everything_about_me(world: World) -> None:
    fill(world)
    held = {part.key: part for part in sections.fill(world.sam, world.person_id)}
    said = " ".join(entry.value for part in held.values() for entry in part.entries)
    for heading in Heading:
        assert f"Words on {heading.value}" in said
    assert [entry.value for entry in held["health"].entries] == ["Words on health"]
    assert "5 out of 10" in [entry.value for entry in held["work"].entries]
    assert "Sing" in [entry.value for entry in held["plan"].entries]


def test_a_section_shows_a_reader_only_what_is_open_to_them(world: World) -> None:
    fill(world)
    for part in sections.sections():
        if part.key in ("about-me", "health", "work", "plan"):
            assert part.read(world.stranger, world.person_id) == []
            assert part.read(world.rhian, world.person_id)


def test_a_place_may_choose_its_own_pace(world: World, settings: object) -> None:
    fill(world)
    settings.CYDWAITH_GOAL_STUCK_AFTER_DAYS = 7  # type: ignore[attr-defined]
    with clock.at(clock.now() + timedelta(days=7)):
        assert queries.goals(world.sam, world.person_id)[0].stuck


def test_a_version_says_what_became_of_a_step(world: World) -> None:
    known = {"person_id": world.person_id}
    goal = commands.add_goal(world.sam, words="Sing", kind=GoalKind.PEOPLE, **known)
    step = commands.add_step(world.sam, goal_id=goal, words="Ring", owner=Owner.PERSON, **known)
    commands.move_step(world.rhian, step_id=step, status=StepStatus.DONE, **known)
    newest = queries.history(world.sam, world.person_id).versions[0]
    assert (newest.title, newest.words) == ("Step: Done", "Ring")
    assert newest.signed.by == "Rhian Price (coach, Cwm-Teg)"


def test_comparing_two_versions_tells_what_was_added_removed_and_changed(world: World) -> None:
    known = {"person_id": world.person_id, "heading": Heading.MATTERS}
    commands.save_entry(world.sam, words="The sea", **known)
    commands.save_entry(world.sam, words="The sea and Mot", version=1, **known)
    commands.save_entry(world.rhian, words="", version=2, **known)
    turns = [
        [item.turn.value for item in queries.comparison(world.sam, world.person_id, 1, after).items]
        for after in (1, 2, 3)
    ]
    assert turns == [[], ["changed"], ["removed"]]
    titles = [version.title for version in queries.history(world.sam, world.person_id).versions]
    assert titles == [
        "Emptied: What matters most to me",
        "Changed: What matters most to me",
        "Written: What matters most to me",
    ]
