"""A person, a coach whom they let in, and a few others, made by the commands that people use."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import pytest

from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.actors import actor_for
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.people import commands as people
from cydwaith.kernel.actor import Actor, Role, Strength, system

OPERATOR = system("setting up a test")
ALL = Scope.CONTACT | Scope.ABOUT_ME | Scope.PLAN | Scope.HEALTH | Scope.WORK
PARTS = {"scopes": ALL, "purpose": "to walk with me", "how": "by the person"}


@dataclass(frozen=True)
class World:
    """Sam, whose plan it is; Rhian, the coach let in to all of it; others with less or nothing."""

    sam: Actor
    rhian: Actor
    doctor: Actor
    stranger: Actor
    permission: UUID

    @property
    def person_id(self) -> UUID:
        """Sam's record."""
        assert self.sam.person_id is not None
        return self.sam.person_id


def staff(key: str, name: str, role: Role) -> Actor:
    """Somebody who works in an organisation of their own, signed in with a second factor."""
    organisation = people.add_organisation(OPERATOR, key=key, name=key.title(), kind="health board")
    account = people.open_account(OPERATOR, email=f"{key}@example.org", name=name)
    people.give_role(OPERATOR, account_id=account, organisation_id=organisation, role=role)
    return actor_for(account, Strength.SECOND_FACTOR, "en")


def person(name: str) -> Actor:
    """A person with their own way in."""
    person_id = circle.register_person(OPERATOR, name=name, known_as=name.split()[0])
    account = circle.open_own_page(OPERATOR, person_id=person_id, email=f"{person_id}@example.org")
    assert account is not None
    return actor_for(account, Strength.CODE, "en")


@pytest.fixture
def world(db: None) -> World:
    """A fresh world."""
    sam = person("Sam Pritchard")
    rhian = staff("cwm-teg", "Rhian Price", Role.COACH)
    doctor = staff("surgery", "Dr Okafor", Role.CLINICIAN)
    assert sam.person_id
    permission = circle.let_in(sam, person_id=sam.person_id, organisation_id=rhian.organisation_id, **PARTS)
    return World(sam, rhian, doctor, staff("elsewhere", "Huw Rees", Role.COACH), permission)
