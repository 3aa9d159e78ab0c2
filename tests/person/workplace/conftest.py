"""A baker, a coach whom she lets in, her manager, and others who work where he works."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.people.queries import email_of
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, by_link
from cydwaith.person.work import commands as work
from cydwaith.person.work.rules.vocabulary import Because, Sheet
from cydwaith.person.workplace import commands
from cydwaith.person.workplace.commands import Contact
from cydwaith.person.workplace.policy import LINK_KIND
from cydwaith.person.workplace.rules.agreeing import ContactRole, Move
from tests.support.worlds import OPERATOR, Team, a_person, a_team, lets_in, somebody_at

ILLNESS = "Zwyrtek syndrome"
BUILD_UP = {
    "starts": "2031-12-01",
    "first_hours": 12.0,
    "target_hours": 30.0,
    "weeks": 7,
    "days": [0, 1, 2, 3],
}


@pytest.fixture
def mair() -> Actor:
    """Somebody who bakes."""
    return a_person("Mair Eluned Example", "mair@home.example", known_as="Mair")


@pytest.fixture
def mair_id(mair: Actor) -> UUID:
    assert mair.person_id
    return mair.person_id


@pytest.fixture
def coach(mair: Actor) -> Actor:
    """The coach whom she let in to her work."""
    team = a_team("walkers", front_door=False)
    lets_in(mair, team, Scope.CONTACT | Scope.WORK)
    return team.coach


@pytest.fixture
def bakery() -> Team:
    """Where she works: its manager signs in."""
    return a_team("bakery", front_door=False, role=Role.EMPLOYER)


@pytest.fixture
def manager(bakery: Team) -> Actor:
    return bakery.coach


@pytest.fixture
def colleague(bakery: Team) -> Actor:
    """Somebody else who acts for the same employer, and was not invited."""
    return somebody_at(bakery.organisation_id, Role.EMPLOYER, "other@bakery.example")


def contact(**differs: Any) -> Contact:
    usual = {
        "employer": "The bakery",
        "name": "Alun Baker",
        "email": "alun@away.example",
        "role": ContactRole.MANAGER,
        "purpose": "To agree on my hours",
        "until": clock.today() + timedelta(days=90),
    }
    return Contact(**(usual | differs))


@pytest.fixture
def invitation(mair: Actor, mair_id: UUID, manager: Actor) -> UUID:
    """She invited the manager who has an account."""
    assert manager.account_id
    email = email_of(OPERATOR, manager.account_id)
    return commands.invite(mair, person_id=mair_id, contact=contact(email=email))


@pytest.fixture
def stool(mair: Actor, mair_id: UUID, invitation: UUID) -> UUID:
    """What she proposed."""
    return commands.propose(
        mair,
        person_id=mair_id,
        invitation_id=invitation,
        what="A stool at the bench",
        helps="I can stay longer",
    )


def linked(invitation_id: UUID) -> Actor:
    """Whoever holds the link."""
    return by_link(LINK_KIND, invitation_id)


def in_days(days: int) -> Any:
    return clock.today() + timedelta(days=days)


def agree(actor: Actor, adjustment_id: UUID, days: int = 30) -> None:
    commands.answer(actor, adjustment_id=adjustment_id, move=Move.AGREE, review_on=in_days(days))


def builds_up(person: Actor, person_id: UUID) -> None:
    answers = {"build-up": BUILD_UP, "tasks": {"words": ILLNESS}}
    work.write(person, person_id=person_id, sheet=Sheet.STATEMENT, answers=answers)
    work.keep(person, person_id=person_id, sheet=Sheet.STATEMENT, because=Because.FIRST)
