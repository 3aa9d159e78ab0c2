"""A person with goals, the coach whom they let in, and people who were not let in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import pytest

from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, by_link
from cydwaith.person.measures.rules import LINK_KIND
from cydwaith.person.plans import commands as plans
from cydwaith.person.plans.rules.vocabulary import GoalKind
from tests.support.worlds import Team, a_person, a_team, lets_in

START = datetime(2026, 3, 2, 10, tzinfo=UTC)
ONS4 = {"satisfied": 3, "worthwhile": 4, "happy": 5, "anxious": 8}
LATER = {"satisfied": 6, "worthwhile": 4, "happy": 4, "anxious": 3}


@dataclass(frozen=True)
class World:
    """Sam, whose measures they are; the team let in to them; a team let in to the plan only."""

    sam: Actor
    team: Team
    other: Team
    permission: UUID
    goal: UUID

    @property
    def coach(self) -> Actor:
        """Whoever walks with Sam."""
        return self.team.coach

    @property
    def person_id(self) -> UUID:
        """Sam's record."""
        assert self.sam.person_id is not None
        return self.sam.person_id


@pytest.fixture
def world(db: None) -> Iterator[World]:
    with clock.at(START):
        sam = a_person("Sam Pritchard", "sam@person.example", known_as="Sam")
        team, other = a_team(), a_team("other", front_door=False)
        lets_in(sam, other, Scope.CONTACT | Scope.PLAN)
        permission = lets_in(sam, team, Scope.CONTACT | Scope.PLAN | Scope.MEASURES)
        assert sam.person_id
        goal = plans.add_goal(sam, person_id=sam.person_id, words="Sing in the choir", kind=GoalKind.PEOPLE)
        yield World(sam, team, other, permission, goal)


@pytest.fixture
def manager(world: World) -> Actor:
    from tests.support.worlds import somebody_at

    return somebody_at(world.team.organisation_id, Role.MANAGER, "manager@team.example")


def link_to(invitation_id: UUID, language: str = "en") -> Actor:
    """Whoever holds the link of an invitation."""
    return by_link(LINK_KIND, invitation_id, language)
