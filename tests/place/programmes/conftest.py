"""A partnership with a team and a steward, and a browser for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from cydwaith.commons.people import commands as people
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from tests.support.worlds import OPERATOR, Team, a_team, somebody_at

START = datetime(2026, 3, 2, 10, tzinfo=UTC)


@dataclass(frozen=True)
class House:
    """A team, and the steward of its partnership."""

    team: Team
    steward: Actor


@pytest.fixture
def house(db: None) -> Iterator[House]:
    with clock.at(START):
        people.set_up_partnership(OPERATOR, name="The valley")
        team = a_team()
        yield House(team, somebody_at(team.organisation_id, Role.STEWARD, "steward@team.example"))
