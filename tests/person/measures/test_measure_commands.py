"""Asking, answering, correcting: who may, what is kept, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from cydwaith.commons.audit.models import Event
from cydwaith.commons.circle.commands import withdraw
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.messages.models import Message
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, anonymous
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.methods.measures import INSTRUMENTS, NOT_APPLICABLE
from cydwaith.person.measures import commands, queries
from cydwaith.person.measures.models import MeasureInvitation, Reading
from cydwaith.person.measures.rules import OFFERED, How, Mode
from cydwaith.person.plans import queries as plans

from .conftest import LATER, ONS4, START, World, link_to


def row(reading_id: object) -> Any:
    return approved_rows(Reading).get(id=reading_id)


def record(world: World, who: Actor, key: str = "ons4", answers: Any = None, **more: Any) -> Any:
    given = ONS4 if answers is None else answers
    return commands.record_reading(who, person_id=world.person_id, instrument=key, answers=given, **more)


def test_a_reading_keeps_raw_answers_version_language_mode_and_who(world: World) -> None:
    kept = row(record(world, replace(world.sam, language="cy")))
    assert kept.answers == ONS4
    assert (kept.instrument, kept.version) == ("ons4", INSTRUMENTS["ons4"].version)
    assert (kept.language, kept.mode, kept.by_person, kept.by_name) == ("cy", "self", True, "")
    assert kept.scores == {"satisfied": 3, "worthwhile": 4, "happy": 5, "anxious": 8}
    assert kept.bands == {"satisfied": "low", "worthwhile": "low", "happy": "medium", "anxious": "high"}
    assert kept.taken_at == START


def test_together_is_written_down_as_together(world: World) -> None:
    kept = row(record(world, world.coach, mode=Mode.PHONE))
    assert (kept.mode, kept.by_person, kept.by_name) == ("phone", False, world.coach.name)
    assert row(record(world, world.coach)).mode == "assisted"


def test_a_team_without_measures_neither_records_nor_asks(world: World) -> None:
    with pytest.raises(Refused):
        record(world, world.other.coach)
    with pytest.raises(Refused):
        commands.ask(world.other.coach, person_id=world.person_id, instruments=["ons4"], how=How.LINK)
    with pytest.raises(Refused):
        record(world, anonymous())


def test_a_withdrawn_permission_ends_recording_at_once(world: World) -> None:
    withdraw(world.sam, permission_id=world.permission)
    with pytest.raises(Refused):
        record(world, world.coach)


def test_a_manager_reads_but_does_not_record(world: World, manager: Actor) -> None:
    with pytest.raises(Refused):
        record(world, manager)


@pytest.mark.parametrize(
    ("key", "answers", "field"),
    [
        ("ons4", {"happy": 11}, "happy"),
        ("ons4", {"happy": "7"}, "happy"),
        ("ons4", {"cheer": 7}, "cheer"),
        ("wsas", {"home": NOT_APPLICABLE}, "home"),
        ("ons4", {}, None),
        ("phq9", {"item_1": 1}, None),
        ("horoscope", {"stars": 1}, None),
    ],
)
def test_wrong_answers_are_refused_by_field_and_nothing_is_kept(
    world: World, key: str, answers: Any, field: str | None
) -> None:
    with pytest.raises(Invalid) as error:
        record(world, world.sam, key, answers)
    assert error.value.field == field
    assert not approved_rows(Reading).exists()


def test_a_wrong_answer_is_explained_in_the_persons_language(world: World) -> None:
    with pytest.raises(Invalid, match="Rhaid iddo fod o 0 i 10"):
        record(world, replace(world.sam, language="cy"), answers={"happy": 11})


def test_clinical_questionnaires_are_never_offered() -> None:
    assert not {"phq9", "gad7"} & set(OFFERED)


def test_answers_without_a_score_are_kept_all_the_same(world: World) -> None:
    kept = row(record(world, world.sam, "loneliness", {"companionship": 2}))
    assert (kept.answers, kept.scores) == ({"companionship": 2}, {})


def test_a_correction_is_a_new_reading_and_the_old_one_says_so(world: World) -> None:
    first = record(world, world.sam)
    with clock.at(START + timedelta(days=2)):
        second = commands.correct(world.sam, reading_id=first, answers={**ONS4, "happy": 6})
    old, new = row(first), row(second)
    assert old.answers == ONS4
    assert old.replaced_by_id == second
    assert (new.answers["happy"], new.taken_at) == (6, START)
    assert new.entered_at == START + timedelta(days=2)
    with pytest.raises(Conflict):
        commands.correct(world.sam, reading_id=first, answers=LATER)


def test_correcting_with_the_same_answers_changes_nothing(world: World) -> None:
    first = record(world, world.sam)
    assert commands.correct(world.sam, reading_id=first, answers=ONS4) == first
    assert approved_rows(Reading).count() == 1


def test_a_stranger_cannot_correct(world: World) -> None:
    first = record(world, world.sam)
    for who in (world.other.coach, anonymous(), link_to(uuid4())):
        with pytest.raises(Refused):
            commands.correct(who, reading_id=first, answers=LATER)
    with pytest.raises(Refused):
        commands.correct(world.sam, reading_id=uuid4(), answers=LATER)


def test_a_wrong_correction_leaves_the_old_reading_in_force(world: World) -> None:
    first = record(world, world.sam)
    with pytest.raises(Invalid):
        commands.correct(world.sam, reading_id=first, answers={"happy": 99})
    assert row(first).replaced_by_id is None


def test_rating_goals_rates_the_plan_too_so_nothing_is_asked_twice(world: World) -> None:
    kept = row(record(world, world.coach, "goals", {str(world.goal): 4}))
    assert kept.own_items == {str(world.goal): "Sing in the choir"}
    (goal,) = plans.goals(world.sam, world.person_id)
    assert goal.latest_rating == 4


def test_only_the_persons_own_goals_can_be_rated(world: World) -> None:
    with pytest.raises(Invalid):
        record(world, world.sam, "goals", {str(uuid4()): 4})


def test_correcting_a_goal_corrects_the_plan_while_it_is_the_latest(world: World) -> None:
    first = record(world, world.sam, "goals", {str(world.goal): 4})
    second = commands.correct(world.sam, reading_id=first, answers={str(world.goal): 5})
    with clock.at(START + timedelta(days=7)):
        record(world, world.sam, "goals", {str(world.goal): 8})
        commands.correct(world.sam, reading_id=second, answers={str(world.goal): 2})
    (goal,) = plans.goals(world.sam, world.person_id)
    assert [rating.value for rating in goal.ratings] == [4, 5, 8]


def ask(world: World, *keys: str, how: How = How.LINK, **more: Any) -> commands.Asked:
    who = world.sam if how is How.OWN else world.coach
    return commands.ask(who, person_id=world.person_id, instruments=keys or ("ons4",), how=how, **more)


def test_asking_sends_a_link_without_a_word_about_the_person(world: World) -> None:
    asked = ask(world, "ons4", "goals", "three_cs")
    message = approved_rows(Message).get()
    assert asked.message_sent
    assert (message.kind, message.to_email) == ("questions", "sam@person.example")
    assert message.link_path.startswith("/questions/")
    assert "Sam" not in message.link_path and str(world.person_id) not in message.link_path


def test_asking_keeps_the_set_in_order_with_goals_in_the_persons_words(world: World) -> None:
    asked = ask(world, "three_cs", "goals", "ons4", due=date(2026, 3, 9))
    kept = approved_rows(MeasureInvitation).get(id=asked.id)
    assert kept.instruments == ["ons4", "goals", "three_cs"]
    assert kept.own_items == {str(world.goal): "Sing in the choir"}
    assert kept.asked_by_name == world.coach.name
    assert kept.expires_at == START + timedelta(days=14)


@pytest.mark.parametrize(
    ("keys", "more", "field"),
    [
        (["phq9"], {}, "instruments"),
        ([], {}, "instruments"),
        (["ons4"], {"due": date(2026, 3, 1)}, "due"),
        (["ons4"], {"due": date(2026, 3, 17)}, "due"),
    ],
)
def test_what_cannot_be_asked_is_refused(world: World, keys: list[str], more: Any, field: str) -> None:
    with pytest.raises(Invalid) as error:
        commands.ask(world.coach, person_id=world.person_id, instruments=keys, how=How.LINK, **more)
    assert error.value.field == field


def test_only_the_person_answers_on_their_own(world: World) -> None:
    with pytest.raises(Refused):
        commands.ask(world.coach, person_id=world.person_id, instruments=["ons4"], how=How.OWN)
    with pytest.raises(Refused):
        commands.ask(world.sam, person_id=world.person_id, instruments=["ons4"], how=How.TOGETHER)


def test_the_link_records_for_its_own_invitation_and_nothing_else(world: World) -> None:
    asked, elsewhere = ask(world, "ons4"), ask(world, "wsas")
    link = link_to(asked.id, "cy")
    kept = row(record(world, link, invitation_id=asked.id))
    assert (kept.mode, kept.by_person, kept.language, kept.by_account_id) == ("self", True, "cy", None)
    with pytest.raises(Refused):
        record(world, link)
    with pytest.raises(Refused):
        record(world, link, "wsas", {"home": 1}, invitation_id=elsewhere.id)
    with pytest.raises(NotFound):
        record(world, link, "three_cs", {"control": 1}, invitation_id=asked.id)


def test_a_link_of_another_kind_records_nothing(world: World) -> None:
    asked = ask(world)
    wrong = replace(link_to(asked.id), link=replace(link_to(asked.id).link, kind="answer"))
    with pytest.raises(Refused):
        record(world, wrong, invitation_id=asked.id)


def test_after_its_time_or_when_done_a_link_records_nothing(world: World) -> None:
    late, done = ask(world), ask(world)
    with clock.at(START + timedelta(days=14)), pytest.raises(Refused):
        record(world, link_to(late.id), invitation_id=late.id)
    commands.finish(link_to(done.id), invitation_id=done.id)
    with pytest.raises(Refused):
        record(world, link_to(done.id), invitation_id=done.id)


def test_goals_by_link_rate_the_plan_in_the_persons_name(world: World) -> None:
    asked = ask(world, "goals")
    answers = {str(world.goal): 7}
    commands.answer(link_to(asked.id), invitation_id=asked.id, instrument="goals", answers=answers, last=True)
    (goal,) = plans.goals(world.coach, world.person_id)
    assert goal.latest_rating == 7
    assert goal.ratings[0].writer == "Sam"


def test_answering_a_page_again_corrects_it_and_the_last_page_ends_the_sitting(world: World) -> None:
    asked = ask(world, "ons4", "work_ability")
    link = link_to(asked.id)
    commands.answer(link, invitation_id=asked.id, instrument="ons4", answers=ONS4, last=False)
    commands.answer(link, invitation_id=asked.id, instrument="ons4", answers=LATER, last=False)
    commands.answer(link, invitation_id=asked.id, instrument="work_ability", answers={"now": None}, last=True)
    rows = approved_rows(Reading).filter(instrument="ons4").order_by("entered_at", "id")
    assert [(one.answers, one.replaced_by_id is None) for one in rows] == [(ONS4, False), (LATER, True)]
    assert not approved_rows(Reading).filter(instrument="work_ability").exists()
    assert queries.sitting(world.coach, asked.id).done


def test_a_finished_sitting_cannot_be_answered(world: World) -> None:
    asked = ask(world)
    commands.finish(link_to(asked.id), invitation_id=asked.id)
    with pytest.raises(Refused):
        commands.answer(link_to(asked.id), invitation_id=asked.id, instrument="ons4", answers=ONS4, last=True)
    with pytest.raises(Conflict):
        commands.answer(world.sam, invitation_id=asked.id, instrument="ons4", answers=ONS4, last=True)
    with pytest.raises(Refused):
        commands.finish(world.sam, invitation_id=uuid4())


def test_a_person_without_an_address_is_asked_but_told_so(world: World) -> None:
    from cydwaith.commons.circle.commands import change_details

    change_details(world.sam, person_id=world.person_id, email="")
    assert not ask(world).message_sent


def test_the_audit_names_the_instrument_and_never_an_answer(world: World) -> None:
    record(world, world.coach)
    event = approved_rows(Event).filter(verb="reading_recorded").get()
    assert event.person_id == world.person_id
    assert event.fields == ["ons4"]
