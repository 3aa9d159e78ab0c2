"""Pressing twice on a phone: the second waits for the first, and corrects it."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import by_link
from cydwaith.person.measures import commands
from cydwaith.person.measures.models import Reading
from cydwaith.person.measures.rules import LINK_KIND, How
from tests.person.measures.conftest import LATER
from tests.support.worlds import OPERATOR, a_person, a_team, lets_in

SEVERAL_WRITERS = connection.vendor == "postgresql"


def twice_at_once(press: Callable[[], None]) -> None:
    """In two connections; SQLite lets in one writer at a time, so there one comes after the other."""
    if not SEVERAL_WRITERS:
        press()
        press()
        return
    ready = Barrier(2)

    def run() -> None:
        ready.wait()
        press()
        connection.close()

    both = [Thread(target=run) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()


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
