"""A nurse on her way back to work, the coach whom she lets in, and those whom she does not."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.actors import actor_for
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.people import commands as people
from cydwaith.commons.people.queries import account_by_email
from cydwaith.kernel.actor import Actor, Role, Strength, system
from cydwaith.person.work import commands
from cydwaith.person.work.rules.vocabulary import Because, Kind, Reader, Sheet

from ..plans.conftest import ALL, World, person, staff, world

__all__ = ["ALL", "World", "person", "world"]

OPERATOR = system("a test of work")
HEALTH = "Zwyrtek syndrome"

ANSWERS: dict[str, dict[str, Any]] = {
    "job": {"situation": "off-sick", "title": "Ward nurse", "employer": "The hospital", "usual_hours": 37.5},
    "hours": {"a_day": 4.0, "days": 3, "level": 2, "words": "Mornings are best"},
    "tasks": {"lifting": "not-yet", "standing": "adjusted", "screen": "now", "lift_kg": 5, "level": 1},
    "place": {"home_days": 2, "level": 3},
    "people": {"company": ["team"], "level": 4},
    "pace": {"pace": "steady", "minutes_to_break": 60, "level": 2},
    "adjustments": {"adjustments": ["less-lifting", "breaks"], "words": "A stool at the desk"},
    "not-yet": {"words": "No night shifts", "most_a_day": 8.0, "days": [5, 6]},
    "worse": {"words": "Being rushed", "bad_day": "Let me go home early"},
    "build-up": {
        "starts": "2026-12-01",
        "first_hours": 12.0,
        "target_hours": 30.0,
        "weeks": 7,
        "days": [0, 1, 2, 3],
    },
    "access": {"asks": "A stool", "applied": "2026-11-20", "meanwhile": "Borrow one", "meanwhile_who": "Ann"},
    "review": {"on": "2026-12-15"},
}
PROFILE: dict[str, dict[str, Any]] = {
    "good-at": {"words": "Calming people down"},
    "kinds": {"sectors": ["health", "care"], "words": "A hospice"},
    "hours": {"least": 12.0, "most": 30.0},
    "matters": {"first": "people", "second": "hours", "third": "people"},
    "in-the-way": {"barriers": ["pain"], "words": "Qualmish mornings"},
    "helps": {"words": "A lift from Ann"},
}


def kept(sam: Actor, sheet: Sheet = Sheet.STATEMENT, **answers: Any) -> UUID:
    """Sam's answers, kept as a version."""
    assert sam.person_id
    said = {**(ANSWERS if sheet is Sheet.STATEMENT else PROFILE), **answers}
    commands.write(sam, person_id=sam.person_id, sheet=sheet, answers=said)
    return commands.keep(sam, person_id=sam.person_id, sheet=sheet, because=Because.CHANGE)


def given(sam: Actor, statement_id: UUID, kind: Kind, reader: Reader, **more: Any) -> UUID:
    """A paper that Sam gave to one reader by e-mail address."""
    assert sam.person_id
    to = {"email": "boss@example.org", "label": "Ann", "purpose": "my return", **more}
    return commands.give(
        sam, person_id=sam.person_id, statement_id=statement_id, kind=kind, reader=reader, **to
    )


def by_email(email: str) -> Actor:
    """Whoever signs in with this address."""
    account_id = account_by_email(OPERATOR, email)
    assert account_id
    return actor_for(account_id, Strength.CODE, "en")


@pytest.fixture
def manager(world: World) -> Actor:
    """Sam's line manager, who works at the hospital."""
    return staff("hospital", "Ann Rees", Role.EMPLOYER)


@pytest.fixture
def statement(world: World) -> UUID:
    """Sam's kept statement, with a profile and words about health beside it."""
    kept(world.sam, Sheet.PROFILE)
    commands.write_health(world.sam, person_id=world.person_id, words=f"I have {HEALTH}")
    return kept(world.sam)


def let_in(sam: Actor, actor: Actor, scopes: Scope) -> UUID:
    """Sam lets somebody in by account."""
    assert sam.person_id
    return circle.let_in(
        sam,
        person_id=sam.person_id,
        account_id=actor.account_id,
        scopes=scopes,
        purpose="work",
        how="by the person",
    )


def colleague(manager: Actor, role: Role = Role.EMPLOYER) -> Actor:
    """Somebody else who works where the manager works."""
    account = people.open_account(OPERATOR, email=f"{role}@hospital.example", name="A colleague")
    assert manager.organisation_id
    people.give_role(OPERATOR, account_id=account, organisation_id=manager.organisation_id, role=role)
    return actor_for(account, Strength.SECOND_FACTOR, "en")
