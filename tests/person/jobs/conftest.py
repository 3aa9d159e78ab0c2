"""The same world as for enrolments, with Sam on the local programme and what the tests do to jobs."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from cydwaith.kernel.actor import Actor
from cydwaith.person.enrolments import commands as enrolments
from cydwaith.person.jobs import commands
from cydwaith.person.jobs.rules.held import Kind
from cydwaith.place.programmes.rules import Cohort
from tests.person.enrolments.conftest import World, world

__all__ = ["World", "world"]

PDF = b"%PDF-1.7 a payslip"
MONDAY = date(2026, 3, 2)


def starts(actor: Actor, person_id: UUID, **changes: Any) -> UUID:
    """A job at the bakery from the first Monday, 12 hours a week above the minimum wage."""
    given = {
        "employer": "The bakery",
        "title": "Delivery driver",
        "kind": Kind.EMPLOYEE,
        "start": MONDAY,
        "hours": 12.0,
        "pay": 13.0,
    }
    return commands.add_job(actor, person_id=person_id, **(given | changes))


@pytest.fixture
def enrolled(world: World) -> UUID:
    """Sam's spell on the local programme, from the first Monday, with a date of birth."""
    enrolments.give_birthday(world.coach, person_id=world.person_id, born=date(1975, 5, 1))
    return enrolments.enrol(
        world.coach,
        person_id=world.person_id,
        programme="good-work",
        started=MONDAY,
        cohort=Cohort.OUT_OF_WORK,
    )
