"""A small place: a front door with a coach and a manager, a programme, a surgery, a service."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from cydwaith.kernel import clock, ids
from cydwaith.kernel.actor import Actor, Role, anonymous
from cydwaith.person.referrals import commands
from cydwaith.person.referrals.commands import Asked, Request, Sent
from cydwaith.place.programmes.commands import load_programmes
from tests.place.programmes.test_rules import RAW
from tests.support.worlds import OPERATOR, Team, a_team, somebody_at

THURSDAY = datetime(2026, 11, 19, 10, tzinfo=UTC)


@dataclass(frozen=True)
class World:
    """Who is there. ``shed`` is a service without an account."""

    team: Team
    manager: Actor
    gp: Actor
    shed: Asked = field(default_factory=lambda: Asked(str(ids.new_id()), "The Shed", "shed@shed.example"))

    @property
    def coach(self) -> Actor:
        return self.team.coach


@pytest.fixture
def world(db: None) -> Iterator[World]:
    """On a Thursday, so that days can be counted by hand."""
    with clock.at(THURSDAY):
        team = a_team("team")
        load_programmes(OPERATOR, definitions=[{**RAW, "organisation": "team"}])
        surgery = a_team("surgery", front_door=False, role=Role.CLINICIAN)
        manager = somebody_at(team.organisation_id, Role.MANAGER, "manager@team.example")
        yield World(team, manager, surgery.coach)


def asks(actor: Actor | None = None, **changes: Any) -> Sent:
    """Somebody asks for support at the front door."""
    given: dict[str, Any] = {
        "send_key": ids.new_id(),
        "referred_by": "self",
        "name": "Mair Example",
        "known_as": "Mair",
        "email": "mair@home.example",
        "contact_by": ("email",),
        "matters": "To sleep, and to get back to the garden.",
    }
    return commands.ask_for_support(actor or anonymous(), request=Request(**given | changes))


def accepts(world: World, sent: Sent, coach: Actor | None = None) -> UUID:
    """The team says yes."""
    walking = (coach or world.coach).account_id
    assert walking
    return commands.accept_request(
        world.coach, referral_id=sent.referral_id, programme_key="first-steps", coach_account_id=walking
    )
