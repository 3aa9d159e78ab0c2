"""Small worlds for tests, made by the commands that people use."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.people import commands as people
from cydwaith.kernel.actor import Actor, Role, Strength, system

OPERATOR = system("a test")


@dataclass(frozen=True)
class Team:
    """An organisation with one coach in it."""

    organisation_id: UUID
    coach: Actor


def a_team(key: str = "team", *, front_door: bool = True, role: Role = Role.COACH) -> Team:
    """An organisation, and somebody who works there with a second factor."""
    organisation_id = people.add_organisation(
        OPERATOR, key=key, name=f"The {key}", name_cy=f"Y {key}", kind="team", is_front_door=front_door
    )
    return Team(organisation_id, somebody_at(organisation_id, role, f"{role}@{key}.example"))


def somebody_at(organisation_id: UUID, role: Role, email: str) -> Actor:
    """An account with a role in an organisation, as an actor."""
    account_id = people.open_account(OPERATOR, email=email, name=f"Alex {role}")
    people.give_role(OPERATOR, account_id=account_id, organisation_id=organisation_id, role=role)
    return Actor(
        account_id=account_id,
        organisation_id=organisation_id,
        roles=frozenset({role}),
        purpose="support for health and work",
        strength=Strength.SECOND_FACTOR,
        name=f"Alex {role}",
    )


def a_person(name: str = "Mair Example", email: str = "", **details: Any) -> Actor:
    """A person with a page of their own, as an actor."""
    person_id = circle.register_person(OPERATOR, name=name, email=email, **details)
    address = email or f"{person_id}@person.example"
    account_id = circle.open_own_page(OPERATOR, person_id=person_id, email=address)
    return Actor(
        account_id=account_id,
        person_id=person_id,
        roles=frozenset({Role.PERSON}),
        purpose="my own record",
        strength=Strength.CODE,
    )


def lets_in(person: Actor, team: Team, scopes: Scope) -> UUID:
    """The person lets a team in to some parts."""
    assert person.person_id
    return circle.let_in(
        person,
        person_id=person.person_id,
        purpose="to plan together",
        scopes=scopes,
        how="by the person",
        organisation_id=team.organisation_id,
    )
