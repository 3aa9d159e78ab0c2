"""Writing: whose words, versions, the person's yes, two writers at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cydwaith.commons.circle.commands import withdraw
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.person.plans import commands, queries
from cydwaith.person.plans.commands.record import entry_state, goal_state, review_state, step_state
from cydwaith.person.plans.models import Change, Entry, Goal, Plan, Rating, Step
from cydwaith.person.plans.rules.history import Changed, replay
from cydwaith.person.plans.rules.standing import Hand, Standing
from cydwaith.person.plans.rules.vocabulary import GoalKind, GoalStatus, Heading, Kind, Owner, StepStatus

from .conftest import World, person

pytestmark = pytest.mark.django_db


def write(actor: Actor, world: World, words: str, heading: Heading = Heading.MATTERS, **more: object) -> None:
    seen = queries.entry(world.sam, world.person_id, heading).version
    values = {"version": seen, **more}
    commands.save_entry(actor, person_id=world.person_id, heading=heading, words=words, **values)


def add_goal(actor: Actor, world: World, words: str = "Sing in a choir", **more: object):
    values = {"kind": GoalKind.PEOPLE, **more}
    return commands.add_goal(actor, person_id=world.person_id, words=words, **values)


def add_step(actor: Actor, world: World, goal, words: str = "Ring the choir"):
    return commands.add_step(actor, person_id=world.person_id, goal_id=goal, words=words, owner=Owner.PERSON)


def standing(world: World) -> Standing:
    return queries.plan(world.sam, world.person_id).standing


def newest(world: World, actor: Actor | None = None) -> int:
    return queries.plan(actor or world.sam, world.person_id).newest


def agree(world: World) -> None:
    commands.agree(world.sam, person_id=world.person_id, number=newest(world))


def test_each_entry_says_who_wrote_it_in_which_role_and_for_whom(world: World) -> None:
    write(world.rhian, world, "My dog Mot", with_person=True)
    row = Entry.objects.as_seen_by(world.sam).get(heading="matters")
    assert (row.by_name, row.by_role, row.by_organisation) == ("Rhian Price", "coach", "Cwm-Teg")
    assert (row.by_person, row.with_person, row.by_account_id) == (False, True, world.rhian.account_id)
    signed = queries.entry(world.sam, world.person_id, Heading.MATTERS).signed
    assert signed and signed.sentence == "Written by Rhian Price (coach, Cwm-Teg) with you"
    assert signed.hand is Hand.TOGETHER


def test_a_coach_cannot_pass_their_words_off_as_the_persons(world: World) -> None:
    write(world.rhian, world, "He likes dogs")
    view = queries.plan(world.sam, world.person_id)
    assert (view.share.own, view.share.total) == (0, 1)
    write(world.sam, world, "My dog Mot")
    assert queries.plan(world.sam, world.person_id).share.own == 1


def test_saving_the_same_words_again_takes_nobodys_words_away(world: World) -> None:
    write(world.sam, world, "My dog Mot")
    write(world.rhian, world, "My dog Mot  ")
    assert newest(world) == 1
    signed = queries.entry(world.sam, world.person_id, Heading.MATTERS).signed
    assert signed and signed.hand is Hand.OWN


def test_ticking_a_step_off_leaves_its_words_with_their_writer(world: World) -> None:
    step = add_step(world.sam, world, add_goal(world.sam, world))
    commands.move_step(world.rhian, person_id=world.person_id, step_id=step, status=StepStatus.DONE)
    row = Step.objects.as_seen_by(world.sam).get(id=step)
    assert row.by_person
    assert row.status == "done"
    assert Change.objects.as_seen_by(world.sam).latest("number").by_name == "Rhian Price"


def test_what_matters_can_be_declined_and_nothing_else(world: World) -> None:
    write(world.sam, world, "", declined=True)
    row = queries.entry(world.sam, world.person_id, Heading.MATTERS)
    assert row.declined
    assert row.is_filled
    assert queries.what_matters(world.sam, world.person_id) is None
    assert queries.plan(world.sam, world.person_id).share.total == 0
    with pytest.raises(Invalid):
        write(world.sam, world, "", Heading.STRENGTHS, declined=True)
    with pytest.raises(Invalid):
        write(world.sam, world, "My dog", declined=True)


def test_nothing_is_written_where_nothing_is_said(world: World) -> None:
    with pytest.raises(Invalid) as wrong:
        write(world.sam, world, "  ")
    assert wrong.value.field == "words"
    assert newest(world) == 0


def test_the_second_of_two_writers_is_told_and_nothing_is_lost(world: World) -> None:
    write(world.sam, world, "My dog", version=0)
    with pytest.raises(Conflict):
        write(world.rhian, world, "His garden", version=0)
    assert queries.what_matters(world.sam, world.person_id) == "My dog"
    goal = add_goal(world.sam, world)
    known = {"person_id": world.person_id, "goal_id": goal, "kind": GoalKind.PEOPLE}
    commands.edit_goal(world.sam, words="Sing again", version=1, **known)
    with pytest.raises(Conflict):
        commands.edit_goal(world.rhian, words="Join a choir", version=1, **known)


def test_a_plan_is_agreed_only_by_the_persons_own_yes(world: World) -> None:
    add_goal(world.rhian, world)
    assert standing(world) is Standing.NOT_AGREED
    with pytest.raises(Refused):
        commands.agree(world.rhian, person_id=world.person_id, number=1)
    agree(world)
    assert standing(world) is Standing.AGREED


def test_the_persons_own_changes_leave_the_plan_agreed_and_anothers_do_not(world: World) -> None:
    goal = add_goal(world.sam, world)
    agree(world)
    add_step(world.sam, world, goal)
    write(world.sam, world, "My dog")
    assert standing(world) is Standing.AGREED
    write(world.rhian, world, "His health", Heading.HEALTH)
    assert standing(world) is Standing.CHANGED
    agree(world)
    assert standing(world) is Standing.AGREED


def test_ratings_and_hope_are_readings_not_changes_to_the_plan(world: World) -> None:
    goal = add_goal(world.sam, world)
    agree(world)
    commands.rate_goal(world.rhian, person_id=world.person_id, goal_id=goal, value=4, with_person=True)
    commands.say_hope(world.rhian, person_id=world.person_id, value=7, persons_own=False)
    assert standing(world) is Standing.AGREED


def test_nobody_agrees_to_a_plan_that_moved_while_they_read_it(world: World) -> None:
    add_goal(world.sam, world)
    read = newest(world)
    add_goal(world.rhian, world, "Find a job")
    with pytest.raises(Conflict):
        commands.agree(world.sam, person_id=world.person_id, number=read)


def test_an_empty_plan_cannot_be_agreed(world: World) -> None:
    with pytest.raises(Invalid):
        commands.agree(world.sam, person_id=world.person_id, number=0)


def test_a_yes_in_conversation_is_shown_as_such(world: World) -> None:
    add_goal(world.rhian, world)
    today = clock.today()
    number = newest(world)
    commands.write_down_yes(world.rhian, person_id=world.person_id, number=number, said_on=today)
    agreed = queries.plan(world.sam, world.person_id).agreed
    assert agreed and agreed.sentence.startswith("You said yes in conversation, written down by Rhian Price")
    assert not agreed.in_person
    with pytest.raises(Refused):
        commands.write_down_yes(world.sam, person_id=world.person_id, number=number, said_on=today)


def test_nobody_said_yes_before_the_words_were_written(world: World) -> None:
    add_goal(world.rhian, world)
    known = {"person_id": world.person_id, "number": newest(world)}
    for day in (clock.today() - timedelta(days=1), clock.today() + timedelta(days=1)):
        with pytest.raises(Invalid) as wrong:
            commands.write_down_yes(world.rhian, said_on=day, **known)
        assert wrong.value.field == "said_on"


def test_hope_is_said_by_each_voice_and_never_for_the_person_by_mistake(world: World) -> None:
    commands.say_hope(world.sam, person_id=world.person_id, value=3, persons_own=True)
    commands.say_hope(world.rhian, person_id=world.person_id, value=8, persons_own=False)
    commands.say_hope(world.rhian, person_id=world.person_id, value=4, persons_own=True)
    with pytest.raises(Refused):
        commands.say_hope(world.sam, person_id=world.person_id, value=4, persons_own=False)
    with pytest.raises(Refused):
        commands.say_hope(world.doctor, person_id=world.person_id, value=4, persons_own=False)
    voices = queries.hopes(world.sam, world.person_id).voices
    assert [(v.persons_own, v.latest.value) for v in voices] == [(True, 4), (False, 8)]
    assert [said.value for said in voices[0].earlier] == [3]
    assert voices[0].written_down_by.startswith("Rhian Price")


@pytest.mark.parametrize("value", [-1, 11])
def test_a_rating_outside_the_scale_is_refused(world: World, value: int) -> None:
    goal = add_goal(world.sam, world)
    with pytest.raises(Invalid):
        commands.rate_goal(world.sam, person_id=world.person_id, goal_id=goal, value=value)
    with pytest.raises(Invalid):
        commands.say_hope(world.sam, person_id=world.person_id, value=value, persons_own=True)


def test_a_step_by_a_service_names_it(world: World) -> None:
    goal = add_goal(world.sam, world)
    known = {"person_id": world.person_id, "goal_id": goal, "words": "A first visit"}
    with pytest.raises(Invalid) as wrong:
        commands.add_step(world.sam, owner=Owner.SERVICE, **known)
    assert wrong.value.field == "owner_name"
    commands.add_step(world.sam, owner=Owner.SERVICE, owner_name="Men's shed", **known)
    (step,) = queries.goal(world.sam, world.person_id, goal).steps
    assert step.owner_label == "Men's shed"


@pytest.mark.parametrize("days", [-1, -40000, 5 * 366, 30000])
def test_a_step_is_due_today_or_in_the_years_that_one_plans_for(world: World, days: int) -> None:
    known = {"person_id": world.person_id, "goal_id": add_goal(world.sam, world), "owner": Owner.PERSON}
    due = clock.today() + timedelta(days=days)
    with pytest.raises(Invalid) as wrong:
        commands.add_step(world.sam, words="Ring", due=due, **known)
    assert wrong.value.field == "due"
    commands.add_step(world.sam, words="Ring", due=clock.today(), **known)


def test_a_step_whose_day_has_passed_can_still_be_reworded(world: World) -> None:
    goal, due = add_goal(world.sam, world), clock.today()
    step = commands.add_step(
        world.sam, person_id=world.person_id, goal_id=goal, words="Ring", owner=Owner.PERSON, due=due
    )
    known = {"person_id": world.person_id, "step_id": step, "owner": Owner.PERSON}
    with clock.at(clock.now() + timedelta(days=9)):
        commands.edit_step(world.sam, words="Ring them", due=due, version=1, **known)
        with pytest.raises(Invalid):
            commands.edit_step(world.sam, words="Ring them", due=due + timedelta(days=1), version=2, **known)


def test_a_review_day_is_not_in_the_past(world: World) -> None:
    with pytest.raises(Invalid):
        commands.set_review(world.sam, person_id=world.person_id, review_on=clock.today() - timedelta(days=1))
    commands.set_review(world.sam, person_id=world.person_id, review_on=clock.today())
    assert queries.plan(world.sam, world.person_id).review_on == clock.today()


def test_only_those_let_in_write_and_only_practitioners_among_them(world: World) -> None:
    for actor in (world.doctor, world.stranger, person("Ann Other")):
        with pytest.raises(Refused):
            add_goal(actor, world)
        with pytest.raises(Refused):
            write(actor, world, "words")


def test_one_person_cannot_reach_anothers_goal_through_their_own_plan(world: World) -> None:
    other = person("Ann Other")
    goal = commands.add_goal(other, person_id=other.person_id, words="Mine", kind=GoalKind.HOME)
    with pytest.raises(NotFound):
        commands.rate_goal(world.sam, person_id=world.person_id, goal_id=goal, value=3)


def test_a_withdrawn_permission_ends_writing_at_once(world: World) -> None:
    add_goal(world.rhian, world)
    withdraw(world.sam, permission_id=world.permission)
    with pytest.raises(Refused):
        add_goal(world.rhian, world)
    with pytest.raises(Refused):
        queries.plan(world.rhian, world.person_id)


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["entry", "goal", "edit", "status", "rate", "step", "move", "review", "agree"]),
        st.booleans(),
        st.integers(0, 10),
        st.sampled_from(["", "sea", "my garden", "sea and garden"]),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_whatever_is_written_the_laws_hold(world: World, moves: list[tuple[str, bool, int, str]]) -> None:
    sam = person("Pat Vaughan")
    here = World(sam, world.rhian, world.doctor, world.stranger, world.permission)
    _let_in(here)
    stands = False
    for move, by_coach, number, words in moves:
        before = newest(here)
        _play(here, here.rhian if by_coach else sam, move, number, words)
        if move == "agree" and not by_coach:
            stands = before > 0
        elif by_coach and newest(here) != before:
            stands = False
    assert (standing(here) is Standing.AGREED) == stands
    _holds_share(here)
    _holds_replay(here)
    _holds_ratings(here)


def _let_in(here: World) -> None:
    from cydwaith.commons.circle.commands import let_in

    from .conftest import PARTS

    let_in(here.sam, person_id=here.person_id, organisation_id=here.rhian.organisation_id, **PARTS)


def _play(here: World, actor: Actor, move: str, number: int, words: str) -> None:
    goals = queries.goals(actor, here.person_id)
    goal = goals[number % len(goals)] if goals else None
    steps = [step for row in goals for step in row.steps]
    known = {"person_id": here.person_id}
    if move == "entry":
        heading = list(Heading)[number]
        if words or queries.entry(here.sam, here.person_id, heading).version:
            write(actor, here, words, heading)
    elif move == "goal":
        add_goal(actor, here, words or "Something")
    elif move == "review":
        commands.set_review(actor, review_on=clock.today() + timedelta(days=number), **known)
    elif move == "agree" and actor is here.sam and newest(here):
        agree(here)
    elif move == "edit" and goal:
        more = {"goal_id": goal.id, "words": words or "New", "kind": goal.kind, "version": goal.version}
        commands.edit_goal(actor, **more, **known)
    elif move == "status" and goal:
        commands.move_goal(actor, goal_id=goal.id, status=list(GoalStatus)[number % 4], **known)
    elif move == "rate" and goal:
        commands.rate_goal(actor, goal_id=goal.id, value=number, **known)
    elif move == "step" and goal:
        add_step(actor, here, goal.id, words or "First")
    elif move == "move" and steps:
        status = list(StepStatus)[number % 4]
        commands.move_step(actor, step_id=steps[0].id, status=status, blocked_because=words, **known)


def _rows(model, here: World):
    return model.objects.as_seen_by(here.sam).filter(person_id=here.person_id)


def _holds_share(here: World) -> None:
    words = [row for row in _rows(Entry, here) if row.words]
    live = {row.id: row for row in _rows(Goal, here) if row.status in ("now", "later")}
    steps = [row for row in _rows(Step, here) if row.status != "dropped" and row.goal_id in live]
    everything = [*words, *live.values(), *steps]
    found = queries.plan(here.sam, here.person_id).share
    assert (found.own, found.total) == (sum(row.by_person for row in everything), len(everything))


def _holds_replay(here: World) -> None:
    changes = [Changed(r.number, Kind(r.kind), r.subject, r.state) for r in _rows(Change, here)]
    tables = [
        (Kind.ENTRY, Entry, entry_state),
        (Kind.GOAL, Goal, goal_state),
        (Kind.STEP, Step, step_state),
        (Kind.REVIEW, Plan, review_state),
    ]
    now = {(kind, row.id): state(row) for kind, model, state in tables for row in _rows(model, here)}
    assert replay(changes) == {key: state for key, state in now.items() if state}
    numbers = [version.number for version in queries.history(here.sam, here.person_id).versions]
    assert numbers == list(range(len(changes), 0, -1))


def _holds_ratings(here: World) -> None:
    for goal in _rows(Goal, here):
        given = [r.value for r in _rows(Rating, here).filter(goal_id=goal.id).order_by("written_at")]
        assert [goal.rating_before, goal.rating] == [None, None, *given][-2:]


def test_dates_come_from_the_clock(world: World) -> None:
    with clock.at(clock.now() + timedelta(days=40)):
        commands.set_review(world.sam, person_id=world.person_id, review_on=clock.today())
    assert Plan.objects.as_seen_by(world.sam).get().review_on > date.today()
