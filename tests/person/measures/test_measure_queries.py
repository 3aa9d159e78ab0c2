"""What readers see: one person's history, a sitting, change over a caseload."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import translation

from cydwaith.commons.audit.models import Event
from cydwaith.commons.circle import sections
from cydwaith.commons.circle.commands import withdraw
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.guard.policies import policy_for
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, anonymous, system
from cydwaith.kernel.errors import NotFound, Refused
from cydwaith.methods.measures import NOT_APPLICABLE
from cydwaith.person.measures import commands, queries
from cydwaith.person.measures.models import MeasureInvitation, Reading
from cydwaith.person.measures.rules import How
from tests.support.worlds import a_person, lets_in

from .conftest import LATER, ONS4, START, World, link_to

WEEKS = timedelta(weeks=12)


def record(who: Actor, world: World, key: str, answers: Any, after: timedelta = timedelta(0)) -> Any:
    with clock.at(START + after):
        return commands.record_reading(who, person_id=world.person_id, instrument=key, answers=answers)


def twice(world: World) -> None:
    record(world.sam, world, "ons4", ONS4)
    record(world.sam, world, "ons4", LATER, WEEKS)


def test_history_says_in_words_what_changed_and_which_way_is_better(world: World) -> None:
    twice(world)
    (one,) = queries.history(world.sam, world.person_id).instruments
    found = {scale.key: scale for scale in one.scales}
    assert found["satisfied"].finding == "3 at first, 6 now: 3 better."
    assert found["worthwhile"].finding == "4 at first and 4 now: the same."
    assert found["happy"].finding == "5 at first, 4 now: 1 worse."
    assert found["anxious"].finding == "8 at first, 3 now: 5 better."
    assert found["anxious"].judgement == "There is no published rule for how large a change counts."
    assert [point.shown for point in found["satisfied"].points] == ["3 out of 10: low", "6 out of 10: medium"]


def test_one_reading_promises_no_change(world: World) -> None:
    record(world.sam, world, "work_ability", {"now": 7})
    (one,) = queries.history(world.sam, world.person_id).instruments
    assert one.scales[0].finding.startswith("7 out of 10: moderate. One reading so far")


def test_wsas_change_is_judged_by_the_published_number_of_points(world: World) -> None:
    record(world.sam, world, "wsas", dict.fromkeys(("work", "home", "social", "private", "relationships"), 4))
    record(
        world.sam, world, "wsas",
        dict.fromkeys(("work", "home", "social", "private", "relationships"), 2), WEEKS,
    )  # fmt: skip
    (one,) = queries.history(world.sam, world.person_id).instruments
    assert one.scales[0].finding == "20 at first, 10 now: 10 better."
    assert "enough to count as a change for the better (8 points or more)" in one.scales[0].judgement
    assert "Professor I. Marks" in one.attribution


def test_readings_that_cannot_be_compared_say_why(world: World) -> None:
    rest = dict.fromkeys(("home", "social", "private", "relationships"), 4)
    record(world.sam, world, "wsas", {"work": 4, **rest})
    record(world.sam, world, "wsas", {"work": NOT_APPLICABLE, **rest}, WEEKS)
    (one,) = queries.history(world.sam, world.person_id).instruments
    assert one.scales[0].judgement == "The two readings answer different questions."


def test_a_change_of_language_is_said_and_not_judged(world: World) -> None:
    record(world.sam, world, "work_ability", {"now": 3})
    record(replace(world.sam, language="cy"), world, "work_ability", {"now": 7}, WEEKS)
    (one,) = queries.history(world.sam, world.person_id).instruments
    assert one.scales[0].judgement == "The two readings were made in different languages."


def test_goals_are_named_in_the_persons_words_and_each_compared_with_itself(world: World) -> None:
    record(world.sam, world, "goals", {str(world.goal): 2})
    record(world.coach, world, "goals", {str(world.goal): 6}, WEEKS)
    (one,) = queries.history(world.sam, world.person_id).instruments
    assert one.scales[0].name == "Sing in the choir"
    assert one.scales[0].finding == "2 at first, 6 now: 4 better."
    assert one.readings[0].answers == (("Sing in the choir", "2"),)


def test_a_corrected_reading_stays_visible_but_does_not_count(world: World) -> None:
    first = record(world.sam, world, "work_ability", {"now": 9})
    commands.correct(world.sam, reading_id=first, answers={"now": 4})
    (one,) = queries.history(world.sam, world.person_id).instruments
    assert [point.value for point in one.scales[0].points] == [4]
    assert sorted((row.replaced, row.answers[0][1]) for row in one.readings) == [(False, "4"), (True, "9")]


def test_the_category_question_is_told_and_not_judged(world: World) -> None:
    record(world.sam, world, "loneliness", {"direct": 1})
    record(world.sam, world, "loneliness", {"direct": 4}, WEEKS)
    (one,) = queries.history(world.sam, world.person_id).instruments
    assert one.scales[0].finding == "At first: Often or always. Now: Hardly ever."
    assert one.scales[0].judgement == ""


def test_history_speaks_welsh(world: World) -> None:
    record(world.sam, world, "ons4", ONS4)
    with translation.override("cy"):
        (one,) = queries.history(replace(world.sam, language="cy"), world.person_id).instruments
    assert one.name == "Lles personol (ONS4)"
    assert one.scales[0].name == "Bodlon ar fywyd"
    assert one.readings[0].answers[2][0].startswith("Yn gyffredinol, pa mor hapus")


def test_history_is_closed_to_whoever_was_not_let_in(world: World) -> None:
    twice(world)
    for who in (world.other.coach, anonymous()):
        with pytest.raises(Refused):
            queries.history(who, world.person_id)
    assert queries.history(world.coach, world.person_id).instruments
    withdraw(world.sam, permission_id=world.permission)
    with pytest.raises(Refused):
        queries.history(world.coach, world.person_id)


def test_a_look_by_somebody_else_is_recorded_and_ones_own_is_not(world: World) -> None:
    queries.history(world.sam, world.person_id)
    assert not approved_rows(Event).filter(verb="measures_seen").exists()
    queries.history(world.coach, world.person_id)
    assert approved_rows(Event).filter(verb="measures_seen", person_id=world.person_id).count() == 1


def test_queries_of_a_history_do_not_grow_with_readings(
    world: World, django_assert_max_num_queries: Any
) -> None:
    for week in range(8):
        record(world.sam, world, "ons4", ONS4, timedelta(weeks=week))
    with django_assert_max_num_queries(12):
        queries.history(world.coach, world.person_id)


def test_a_link_sees_its_own_invitation_and_what_it_just_gave_for_a_day(world: World) -> None:
    record(world.sam, world, "wsas", {"home": 4, "social": 4})
    asked = commands.ask(world.coach, person_id=world.person_id, instruments=["ons4"], how=How.LINK)
    other = commands.ask(world.coach, person_id=world.person_id, instruments=["wsas"], how=How.LINK)
    link = link_to(asked.id)
    assert queries.sitting(link, asked.id).pages == ("ons4",)
    with pytest.raises(NotFound):
        queries.sitting(link, other.id)
    commands.answer(link, invitation_id=asked.id, instrument="ons4", answers=ONS4, last=True)
    assert [one.name for one in queries.results(link, asked.id)] == ["Personal wellbeing (ONS4)"]
    assert Reading.objects.as_seen_by(link).count() == 1
    with clock.at(START + timedelta(hours=25)):
        assert queries.results(link, asked.id) == ()
    with pytest.raises(Refused):
        queries.history(link, world.person_id)


def test_lists_and_single_rows_follow_the_same_rule(world: World, manager: Actor) -> None:
    asked = commands.ask(world.coach, person_id=world.person_id, instruments=["ons4"], how=How.LINK)
    commands.answer(link_to(asked.id), invitation_id=asked.id, instrument="ons4", answers=ONS4, last=False)
    twice(world)
    actors = [world.sam, world.coach, world.other.coach, manager, anonymous(), system("a test"),
              link_to(asked.id), link_to(world.goal), a_person("Someone Else")]  # fmt: skip
    for moment in (START, START + timedelta(days=2)):
        with clock.at(moment):
            for model in (Reading, MeasureInvitation):
                for who in actors:
                    listed = set(model.objects.as_seen_by(who).values_list("id", flat=True))
                    rows = approved_rows(model)
                    assert listed == {row.id for row in rows if policy_for(model).check(who, row)}


def test_what_waits_is_listed_until_done_or_over(world: World) -> None:
    asked = commands.ask(
        world.coach, person_id=world.person_id, instruments=["ons4"], how=How.LINK, due=START.date()
    )
    (one,) = queries.waiting(world.sam, world.person_id)
    assert (one.id, one.overdue, one.asked_by) == (asked.id, False, world.coach.name)
    with clock.at(START + timedelta(days=3)):
        assert queries.waiting(world.coach, world.person_id)[0].overdue
    with clock.at(START + timedelta(days=14)):
        assert queries.waiting(world.sam, world.person_id) == ()
    assert queries.waiting(world.other.coach, world.person_id) == ()
    commands.finish(world.sam, invitation_id=asked.id)
    assert queries.waiting(world.sam, world.person_id) == ()


def test_goals_are_offered_only_where_there_are_some(world: World) -> None:
    assert "goals" in [offer.key for offer in queries.offers(world.sam, world.person_id)]
    nobody = a_person("No Goals")
    assert nobody.person_id
    assert "goals" not in [offer.key for offer in queries.offers(nobody, nobody.person_id)]


def test_caseload_change_is_paired_with_n_and_response_rate(world: World, manager: Actor) -> None:
    twice(world)
    before, after = {"satisfied": 4, "anxious": 6}, {"satisfied": 8, "anxious": 6}
    others = [a_person(f"Person {number}") for number in range(2)]
    for number, person in enumerate(others):
        lets_in(person, world.team, Scope.MEASURES)
        assert person.person_id
        with clock.at(START):
            commands.record_reading(person, person_id=person.person_id, instrument="ons4", answers=before)
        if number == 0:
            with clock.at(START + WEEKS):
                commands.record_reading(person, person_id=person.person_id, instrument="ons4", answers=after)
    for who in (world.coach, manager):
        with clock.at(START + WEEKS):
            found = queries.caseload_change(who)
        lines = {line.name: line for line in found.instruments[0].scales}
        satisfied = lines["Satisfied with life"]
        assert found.people == 3
        assert (satisfied.first, satisfied.both, satisfied.percent) == (3, 2, "67%")
        assert (satisfied.change, satisfied.direction) == ("+3.5", "better")
        assert (lines["Anxious yesterday"].change, lines["Anxious yesterday"].direction) == ("−2.5", "better")
        assert lines["Happy yesterday"].change == ""
        assert "at least 2 are needed" in lines["Happy yesterday"].notes[0].lower()


def test_caseload_change_holds_only_people_who_let_the_reader_in(world: World) -> None:
    twice(world)
    assert queries.caseload_change(world.other.coach).people == 0
    assert queries.caseload_change(anonymous()).instruments == ()


def test_queries_of_the_caseload_do_not_grow_with_people(
    world: World, django_assert_max_num_queries: Any
) -> None:
    for number in range(6):
        person = a_person(f"Person {number}")
        lets_in(person, world.team, Scope.MEASURES)
        assert person.person_id
        commands.record_reading(person, person_id=person.person_id, instrument="ons4", answers=ONS4)
    with django_assert_max_num_queries(2):
        assert queries.caseload_change(world.coach).people == 6


def test_everything_about_me_holds_every_answer_with_when_and_by_whom(world: World) -> None:
    record(world.coach, world, "work_ability", {"now": 7})
    found = {part.key: part.entries for part in sections.fill(world.sam, world.person_id, Scope.MEASURES)}
    lines = [(entry.label, entry.value, entry.by) for entry in found["measures"]]
    assert ("Work ability today: Able to work", "7 out of 10: moderate", "") in lines
    assert ("How able to work are you now, compared with that best time?", "7",
            f"{world.coach.name}, answered together") in lines  # fmt: skip
    closed = sections.fill(world.other.coach, world.person_id, Scope.MEASURES)
    assert [part.entries for part in closed] == [[]]


def test_a_question_left_out_the_last_time_does_not_lose_its_pair(world: World) -> None:
    people = [a_person(f"Person {number}") for number in range(2)]
    for person in people:
        lets_in(person, world.team, Scope.MEASURES)
        assert person.person_id
        for weeks, answers in ((0, {"happy": 3}), (4, {"happy": 6, "anxious": 5}), (8, {"anxious": 4})):
            with clock.at(START + timedelta(weeks=weeks)):
                commands.record_reading(
                    person, person_id=person.person_id, instrument="ons4", answers=answers
                )
    with clock.at(START + WEEKS):
        lines = {line.name: line for line in queries.caseload_change(world.coach).instruments[0].scales}
    assert (lines["Happy yesterday"].both, lines["Happy yesterday"].change) == (2, "+3")
    assert (lines["Anxious yesterday"].both, lines["Anxious yesterday"].change) == (2, "−1")


def test_goals_over_the_caseload_are_paired_within_each_person(world: World) -> None:
    record(world.sam, world, "goals", {str(world.goal): 2})
    record(world.sam, world, "goals", {str(world.goal): 6}, WEEKS)
    with clock.at(START + WEEKS):
        (line,) = queries.caseload_change(world.coach).instruments[0].scales
    assert (line.name, line.first, line.both) == ("My own goals", 1, 1)
