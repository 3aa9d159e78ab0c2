"""A partnership with a team and a steward, and a browser for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY as METHODS_USER,
)
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as METHODS
from django.test import Client

from cydwaith.commons.people import commands as people
from cydwaith.commons.people.models import Account
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


@pytest.fixture
def browser() -> Callable[[Actor], Client]:
    """A signed-in browser with a second factor."""

    def open_for(actor: Actor) -> Client:
        client = Client()
        client.force_login(Account.objects.get(id=actor.account_id))
        session = client.session
        session[METHODS] = [{"method": "mfa", "at": 0.0, "type": "totp"}]
        session[METHODS_USER] = str(actor.account_id)
        session.save()
        return client

    return open_for
