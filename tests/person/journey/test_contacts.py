"""Attempts and talks: who may write them, who reads them, whose words they hold."""

from datetime import timedelta

import pytest

from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.kernel.errors import Invalid, NotFound, Refused
from cydwaith.person.journey import commands, queries
from tests.support.worlds import a_person, a_team, lets_in

pytestmark = pytest.mark.django_db


def test_a_coach_who_is_let_in_notes_an_attempt_and_the_person_reads_it() -> None:
    team, mair = a_team(), a_person()
    lets_in(mair, team, Scope.CONTACT | Scope.REFERRALS)
    commands.log_attempt(team.coach, person_id=mair.person_id, way="phone", outcome="no_answer", note="again")
    (row,) = queries.attempts(mair, mair.person_id)
    assert (row.way, row.outcome, row.note, row.by) == ("By phone", "No answer", "again", team.coach.name)


def test_a_coach_who_is_not_let_in_can_note_nothing() -> None:
    team, mair = a_team(), a_person()
    with pytest.raises(Refused):
        commands.log_attempt(team.coach, person_id=mair.person_id, way="phone", outcome="reached")


def test_a_talk_needs_the_plan_to_be_open() -> None:
    team, mair = a_team(), a_person()
    lets_in(mair, team, Scope.CONTACT | Scope.REFERRALS)
    with pytest.raises(Refused):
        commands.write_talk(team.coach, person_id=mair.person_id, way="phone")


def test_the_person_writes_the_next_step_in_their_own_hand() -> None:
    team, mair = a_team(), a_person()
    lets_in(mair, team, Scope.CONTACT | Scope.PLAN)
    talk = commands.write_talk(team.coach, person_id=mair.person_id, way="in_person", next_step="Ring Dai")
    commands.write_next_step(mair, person_id=mair.person_id, talk_id=talk, next_step="Ring Dai on Monday")
    (row,) = queries.talks(team.coach, mair.person_id)
    assert (row.next_step, row.next_step_by) == ("Ring Dai on Monday", "The person wrote it")


def test_a_coach_cannot_write_as_the_person() -> None:
    team, mair = a_team(), a_person()
    lets_in(mair, team, Scope.CONTACT | Scope.PLAN)
    talk = commands.write_talk(team.coach, person_id=mair.person_id, way="in_person")
    with pytest.raises(Refused):
        commands.write_next_step(team.coach, person_id=mair.person_id, talk_id=talk, next_step="Mine")


def test_the_talk_of_somebody_else_is_not_there() -> None:
    team, mair, dai = a_team(), a_person("Mair"), a_person("Dai")
    lets_in(mair, team, Scope.PLAN)
    talk = commands.write_talk(team.coach, person_id=mair.person_id, way="phone")
    with pytest.raises(NotFound):
        commands.write_next_step(dai, person_id=dai.person_id, talk_id=talk, next_step="x")


@pytest.mark.parametrize("bad", [{"way": "pigeon"}, {"way": "phone", "next_step_by": "nobody"}])
def test_unknown_choices_are_refused(bad: dict[str, str]) -> None:
    team, mair = a_team(), a_person()
    lets_in(mair, team, Scope.PLAN)
    with pytest.raises(Invalid):
        commands.write_talk(team.coach, person_id=mair.person_id, **bad)


def test_a_talk_cannot_be_tomorrow() -> None:
    team, mair = a_team(), a_person()
    lets_in(mair, team, Scope.PLAN)
    with pytest.raises(Invalid):
        commands.write_talk(
            team.coach, person_id=mair.person_id, way="phone", at=clock.now() + timedelta(hours=1)
        )
