"""Opening somebody's answers to put them right is a look at them."""

from cydwaith.commons.audit.models import Event
from cydwaith.commons.guard.models import approved_rows
from cydwaith.person.measures import commands, queries
from tests.person.measures.conftest import LATER, World


def test_opening_answers_is_recorded(world: World) -> None:
    reading = commands.record_reading(world.sam, person_id=world.person_id, instrument="ons4", answers=LATER)
    queries.given_answers(world.coach, reading)
    queries.given_answers(world.sam, reading)
    seen = approved_rows(Event).filter(verb="measures_seen", person_id=world.person_id)
    assert [event.account_id for event in seen] == [world.coach.account_id]
