"""Pressing twice on a phone: the second waits for the first, and corrects it."""

import pytest

from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import by_link
from cydwaith.person.measures import commands
from cydwaith.person.measures.models import Reading
from cydwaith.person.measures.rules import LINK_KIND, How
from tests.person.measures.conftest import LATER
from tests.support.pressing import SEVERAL_WRITERS, twice_at_once
from tests.support.worlds import OPERATOR, a_person, a_team, lets_in


@pytest.mark.django_db(transaction=SEVERAL_WRITERS)
def test_two_presses_at_once_keep_one_answer_set_and_neither_fails() -> None:
    sam, team = a_person("Sam", "sam@person.example"), a_team()
    lets_in(sam, team, Scope.CONTACT | Scope.MEASURES)
    assert sam.person_id
    asked = commands.ask(team.coach, person_id=sam.person_id, instruments=["ons4"], how=How.LINK)
    failed: list[Exception] = []

    def press() -> None:
        try:
            commands.answer(
                by_link(LINK_KIND, asked.id),
                invitation_id=asked.id,
                instrument="ons4",
                answers=LATER,
                last=False,
            )
        except Exception as error:
            failed.append(error)

    twice_at_once(press)
    assert failed == []
    assert Reading.objects.as_seen_by(OPERATOR).filter(invitation_id=asked.id).count() == 1
