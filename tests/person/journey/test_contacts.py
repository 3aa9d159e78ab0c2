"""Attempts and talks: who may write them, who reads them, whose words they hold."""

from datetime import timedelta

import pytest

from cydwaith.commons.circle.models import Person
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid, NotFound, Refused
from cydwaith.person.journey import commands, queries
from cydwaith.person.journey.queries.caseload import Line, facts
from cydwaith.person.journey.queries.contacts import with_contacts
from cydwaith.person.journey.rules import Facts
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


def facts_of(actor: Actor, person: Actor) -> Facts:
    """What a list of people says of the contacts with one of them."""
    rows = with_contacts(actor, approved_rows(Person).filter(id=person.person_id))
    said = rows.values_list("last_talk", "last_attempt").get()
    return facts(NOBODY._replace(last_talk=said[0], last_attempt=said[1]))


NOBODY = Line("", "", "", "", "", None, None, None, None, None, None)


@pytest.mark.parametrize(
    "outcomes", [(), ("no_answer",), ("reached",), ("reached", "no_answer", "no_answer")]
)
def test_a_list_of_people_says_whether_any_attempt_reached_them_and_when_the_last_was(
    outcomes: tuple[str, ...],
) -> None:
    team, mair = a_team(), a_person()
    lets_in(mair, team, Scope.CONTACT | Scope.REFERRALS)
    start = clock.now() + timedelta(days=1)
    for day, outcome in enumerate(outcomes):
        with clock.at(start + timedelta(days=day)):
            commands.log_attempt(team.coach, person_id=mair.person_id, way="phone", outcome=outcome)
    found = facts_of(team.coach, mair)
    assert found.reached == ("reached" in outcomes)
    newest = queries.attempts(team.coach, mair.person_id)[:1]
    assert found.last_contact_on == next((row.at.astimezone(clock.LONDON).date() for row in newest), None)
    assert facts_of(a_team("another", front_door=False).coach, mair) == Facts()
