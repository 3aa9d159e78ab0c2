"""Two who put somebody on the same programme at the same moment: one does, the other is told."""

import pytest

from cydwaith.kernel.errors import Conflict
from cydwaith.person.enrolments import commands, queries
from cydwaith.place.programmes.rules import Cohort
from tests.person.enrolments.conftest import START, World
from tests.support.pressing import SEVERAL_WRITERS, twice_at_once


@pytest.mark.django_db(transaction=SEVERAL_WRITERS)
def test_two_coaches_at_once_put_somebody_on_a_programme_once(world: World) -> None:
    told: list[Exception] = []

    def press() -> None:
        try:
            commands.enrol(
                world.coach,
                person_id=world.person_id,
                programme="good-work",
                started=START.date(),
                cohort=Cohort.OUT_OF_WORK,
            )
        except Exception as error:
            told.append(error)

    twice_at_once(press)
    assert [type(one) for one in told] == [Conflict]
    assert len(queries.enrolments(world.sam, world.person_id)) == 1
