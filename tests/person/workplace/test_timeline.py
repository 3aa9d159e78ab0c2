"""What agreeing at work adds to the one timeline, and for whom."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Refused
from cydwaith.person.journey.queries import story
from cydwaith.person.workplace import commands, queries
from cydwaith.person.workplace.rules.agreeing import Ended, Move
from tests.support.worlds import a_team, lets_in

from .conftest import ILLNESS, agree, builds_up, in_days

pytestmark = pytest.mark.django_db
DAYS_OF_RETURN = datetime(2031, 12, 2, tzinfo=UTC), datetime(2032, 3, 1, tzinfo=UTC)


def titles(actor: Actor, person_id: UUID) -> list[str]:
    """What happened at work, the oldest first."""
    return [one.title for one in sorted(queries.timeline(actor, person_id), key=lambda one: one.at)]


@pytest.fixture
def agreed(mair: Actor, manager: Actor, stool: UUID) -> None:
    """The manager offers another way, she takes it, they look again, she asks for a change."""
    commands.answer(manager, adjustment_id=stool, move=Move.AMEND, words="A chair", review_on=in_days(9))
    commands.say(mair, adjustment_id=stool, move=Move.ACCEPT)
    commands.answer(manager, adjustment_id=stool, move=Move.KEEP, review_on=in_days(30))
    commands.say(mair, adjustment_id=stool, move=Move.CHANGE, words="A higher one")


def test_each_thing_that_was_said_stands_in_the_story_of_the_person(
    mair: Actor, mair_id: UUID, agreed: None
) -> None:
    told = [
        "Invited somebody at work",
        "What helps at work: Proposed",
        "What helps at work: Another way offered",
        "What helps at work: Taken that way",
        "What helps at work: Looked at again and kept",
        "What helps at work: Asked for a change",
    ]
    assert titles(mair, mair_id) == told
    assert set(told) <= {one.title for one in story(mair, mair_id)}


def test_each_stands_under_what_it_was_about_at_that_time(mair: Actor, mair_id: UUID, agreed: None) -> None:
    _invited, *said = sorted(queries.timeline(mair, mair_id), key=lambda one: one.at)
    stool, chair = "A stool at the bench", "A chair"
    assert [one.words for one in said] == [stool, f"{stool}\n{chair}", chair, chair, "A higher one"]


def test_a_refusal_and_the_end_of_an_invitation_are_told(
    mair: Actor, mair_id: UUID, manager: Actor, invitation: UUID, stool: UUID
) -> None:
    commands.answer(manager, adjustment_id=stool, move=Move.REFUSE, words="No room", review_on=in_days(9))
    commands.say_changed(manager, invitation_id=invitation, because=Ended.MANAGER)
    assert titles(mair, mair_id)[-2:] == ["What helps at work: Refused", "An invitation at work ended"]


def test_the_phased_return_is_told_once_its_days_have_come(mair: Actor, mair_id: UUID) -> None:
    builds_up(mair, mair_id)
    assert titles(mair, mair_id) == []
    first, last = DAYS_OF_RETURN
    with clock.at(first):
        assert titles(mair, mair_id) == ["The phased return begins"]
    with clock.at(last):
        assert titles(mair, mair_id) == ["The phased return begins", "The last day of the phased return"]


def test_a_coach_let_in_to_work_reads_it_and_one_who_is_not_reads_nothing(
    mair: Actor, mair_id: UUID, coach: Actor, agreed: None
) -> None:
    builds_up(mair, mair_id)
    other = a_team("others", front_door=False)
    lets_in(mair, other, Scope.CONTACT | Scope.PLAN | Scope.HEALTH)
    assert titles(coach, mair_id) == titles(mair, mair_id)
    assert queries.timeline(other.coach, mair_id) == []
    assert not any("at work" in one.title for one in story(other.coach, mair_id))


def test_nobody_who_acts_for_the_employer_reads_the_story(
    mair_id: UUID, manager: Actor, colleague: Actor, agreed: None
) -> None:
    for actor in (manager, colleague):
        assert queries.timeline(actor, mair_id) == []
        with pytest.raises(Refused):
            story(actor, mair_id)


def test_no_word_about_health_is_in_it(mair: Actor, mair_id: UUID, stool: UUID, manager: Actor) -> None:
    builds_up(mair, mair_id)
    agree(manager, stool)
    with clock.at(DAYS_OF_RETURN[1]):
        assert ILLNESS not in str(queries.timeline(mair, mair_id))
