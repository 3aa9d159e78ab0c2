"""Reading: many plans at once, parts of a plan, everything about me."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from cydwaith.commons.circle import sections
from cydwaith.commons.circle.commands import let_in
from cydwaith.commons.circle.models import Person
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import policy_for
from cydwaith.commons.guard.scope import writing
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Refused
from cydwaith.person.plans import commands, queries
from cydwaith.person.plans.models import Agreement, Change, Entry, Goal, Hope, Plan, Rating, Step
from cydwaith.person.plans.rules.standing import Standing
from cydwaith.person.plans.rules.vocabulary import GoalKind, Heading, Owner, StepStatus

from .conftest import PARTS, World

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


def facts(actor: Actor, person_id: UUID) -> dict[str, Any]:
    """What a list of people says of one plan."""
    rows = queries.with_plans(actor, approved_rows(Person).filter(id=person_id))
    found: dict[str, Any] = rows.values("review_on", "stuck_goals", "changed_since_agreed").get()
    return found


def says_what_the_page_says(actor: Actor, person_id: UUID) -> tuple[int, bool]:
    """The facts of a list, held equal to the plan page: stuck goals, and whether it changed since."""
    found, page = facts(actor, person_id), queries.plan(actor, person_id)
    stuck, changed = int(found["stuck_goals"] or 0), bool(found["changed_since_agreed"])
    assert found["review_on"] == (page.review_on.isoformat() if page.review_on else None)
    assert stuck == sum(goal.stuck for goal in page.goals)
    assert changed == (page.standing is Standing.CHANGED)
    return stuck, changed


def test_facts_for_a_list_say_what_a_plan_page_says(world: World) -> None:
    assert says_what_the_page_says(world.rhian, world.person_id) == (0, False)
    fill(world)
    assert says_what_the_page_says(world.rhian, world.person_id) == (0, False)
    commands.save_entry(world.rhian, person_id=world.person_id, heading=Heading.ALSO, words="Tea", version=1)
    with clock.at(clock.now() + timedelta(days=28)):
        assert says_what_the_page_says(world.rhian, world.person_id) == (1, True)
        assert says_what_the_page_says(world.sam, world.person_id) == (1, True)


def test_a_goal_that_fell_is_stuck_at_once(world: World) -> None:
    fill(world)
    [goal] = queries.goals(world.sam, world.person_id)
    commands.rate_goal(world.sam, person_id=world.person_id, goal_id=goal.id, value=2)
    assert says_what_the_page_says(world.rhian, world.person_id) == (1, False)


def test_what_others_wrote_in_a_part_that_was_not_on_the_table_counts_as_changed(world: World) -> None:
    fill(world)
    let_doctor_in(world, Scope.PLAN | Scope.CONTACT)
    commands.save_entry(
        world.rhian, person_id=world.person_id, heading=Heading.HEALTH, words="Sore", version=1
    )
    said = {"person_id": world.person_id, "said_on": clock.today()}
    number = queries.plan(world.rhian, world.person_id).newest
    with writing():
        Agreement.objects.create(
            number=number,
            scopes=int(Scope.PLAN),
            by_role="coach",
            by_person=False,
            written_at=clock.now(),
            **said,
        )
    assert says_what_the_page_says(world.rhian, world.person_id)[1]
    assert not says_what_the_page_says(world.doctor, world.person_id)[1]


def test_facts_are_empty_for_those_who_did_not_let_the_reader_in(world: World) -> None:
    fill(world)
    assert set(facts(world.stranger, world.person_id).values()) == {None}


def test_everything_that_is_held_is_in_everything_about_me(world: World) -> None:
    fill(world)
    held = {part.key: part for part in sections.fill(world.sam, world.person_id)}
    said = " ".join(entry.value for part in held.values() for entry in part.entries)
    for heading in Heading:
        assert f"Words on {heading.value}" in said
    assert [entry.value for entry in held["health"].entries] == ["Words on health"]
    assert "5 out of 10" in [entry.value for entry in held["hope"].entries]
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
