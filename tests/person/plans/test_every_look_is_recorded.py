"""One goal, one step, one heading or one voice is a look as the whole page is."""

from collections.abc import Callable
from uuid import UUID

import pytest

from cydwaith.commons.audit.models import Event
from cydwaith.commons.guard.models import approved_rows
from cydwaith.person.plans import commands, queries
from cydwaith.person.plans.rules.vocabulary import GoalKind, Heading, Owner
from tests.person.plans.conftest import World

LOOKS: list[tuple[str, Callable[[World, UUID, UUID], object]]] = [
    ("plan_seen", lambda w, goal, step: queries.goal(w.rhian, w.person_id, goal)),
    ("plan_seen", lambda w, goal, step: queries.step(w.rhian, w.person_id, step)),
    ("about_me_seen", lambda w, goal, step: queries.entry(w.rhian, w.person_id, Heading.MATTERS)),
    ("about_me_seen", lambda w, goal, step: queries.hopes(w.rhian, w.person_id)),
]


@pytest.mark.parametrize(("verb", "look"), LOOKS)
def test_a_look_at_a_part_is_recorded(world: World, verb: str, look: Callable[..., object]) -> None:
    sam = {"person_id": world.person_id}
    goal = commands.add_goal(world.sam, **sam, words="A garden", kind=GoalKind.HOME)
    step = commands.add_step(world.sam, **sam, goal_id=goal, words="Ask", owner=Owner.PERSON)
    look(world, goal, step)
    seen = approved_rows(Event).filter(account_id=world.rhian.account_id, person_id=world.person_id)
    assert [event.verb for event in seen] == [verb]
