"""Somebody who looks for work, a coach whom they let in, and an employer with a role."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor
from tests.place.opportunities.conftest import (
    POSTCODE,
    _midsummer,
    coach,
    employer,
    offered,
    steward,
    visitor,
)
from tests.support.worlds import Team, a_person, a_team, lets_in

__all__ = ["_midsummer", "coach", "employer", "offered", "steward", "visitor"]
Offered = Callable[..., UUID]


@pytest.fixture
def mair() -> Actor:
    return a_person("Mair Example", "mair@home.example", phone="01632 960123", postcode=POSTCODE)


@pytest.fixture
def mair_id(mair: Actor) -> UUID:
    assert mair.person_id
    return mair.person_id


@pytest.fixture
def team() -> Team:
    return a_team("walkers", front_door=False)


@pytest.fixture
def walks(mair: Actor, team: Team) -> Actor:
    """The coach whom she let in to her work."""
    lets_in(mair, team, Scope.CONTACT | Scope.WORK)
    return team.coach


def shared(**differs: Any) -> Any:
    from cydwaith.person.seeking.commands import Shared

    return Shared(**({"name": "Mair", "phone": "01632 960123"} | differs))
