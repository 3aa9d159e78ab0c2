"""A person on programmes, the coach whom they let in, an employer whom they let in, and strangers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.people import commands as people
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.place.programmes import commands as programmes
from cydwaith.place.programmes import starters
from tests.support.worlds import OPERATOR, Team, a_person, a_team, lets_in, somebody_at

START = datetime(2026, 3, 2, 10, tzinfo=UTC)
EVERYTHING = Scope(sum(Scope))


@dataclass(frozen=True)
class World:
    """Sam; the team that walks with Sam; an employer, a clinic and a charity let in to everything."""

    sam: Actor
    team: Team
    manager: Actor
    others: tuple[Actor, ...]
    stranger: Actor

    @property
    def coach(self) -> Actor:
        """Whoever walks with Sam."""
        return self.team.coach

    @property
    def person_id(self) -> UUID:
        """Sam's record."""
        assert self.sam.person_id is not None
        return self.sam.person_id


def programme(name: str, **changes: Any) -> dict[str, Any]:
    """A starter programme run by the team since the new year."""
    return {**starters.starter(name), "organisation": "team", "valid_from": "2026-01-01", **changes}


@pytest.fixture
def world(db: None) -> Iterator[World]:
    with clock.at(START):
        people.set_up_partnership(OPERATOR, name="The valley")
        team = a_team()
        sam = a_person("Sam Pritchard", "sam@person.example", known_as="Sam")
        manager = somebody_at(team.organisation_id, Role.MANAGER, "manager@team.example")
        roles = (Role.EMPLOYER, Role.CLINICIAN, Role.CHARITY)
        houses = [a_team(f"{role}-house", front_door=False, role=role) for role in roles]
        for house in (team, *houses):
            lets_in(sam, house, EVERYTHING)
        stranger = a_team("stranger", front_door=False).coach
        not_with = [{"programme": "connect-to-work", "source": "the grant letter"}]
        programmes.load_programmes(
            OPERATOR,
            definitions=[
                programme("local", not_paid_with=not_with),
                programme("connect-to-work"),
                programme("social-prescribing"),
                programme("supported-employment"),
            ],
        )
        programmes.load_wages(OPERATOR, rates=starters.wages())
        yield World(sam, team, manager, tuple(house.coach for house in houses), stranger)
