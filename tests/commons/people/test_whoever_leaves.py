"""Whoever has no role left signs in no more, also not as somebody whom a person let in by name."""

from uuid import UUID

import pytest
from django.test import Client

from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.people import commands, queries
from cydwaith.commons.people.models import Account
from cydwaith.kernel.actor import Role
from tests.support.worlds import OPERATOR, a_person, a_team, lets_in, somebody_at

pytestmark = pytest.mark.django_db


def end_the_role(organisation_id: UUID, role: Role) -> None:
    steward = somebody_at(organisation_id, Role.STEWARD, "steward@team.example")
    rows = queries.members(steward)[organisation_id]
    commands.end_role(steward, membership_id=next(m.membership_id for m in rows if m.role is role))


def test_a_coach_who_left_reads_nobody_who_let_them_in_by_name() -> None:
    team, mair = a_team(), a_person("Mair Example", phone="01632 960001")
    lets_in(mair, team, Scope.CONTACT)
    circle.let_in(
        mair,
        person_id=mair.person_id,
        purpose="walk with me",
        scopes=Scope.CONTACT,
        how="by the person",
        account_id=team.coach.account_id,
    )
    client = Client()
    client.force_login(Account.objects.get(id=team.coach.account_id))
    end_the_role(team.organisation_id, Role.COACH)
    page = client.get(f"/person/{mair.person_id}/shared/")
    assert "/account/sign-in/" in page.headers.get("Location", ""), page.status_code


def test_an_account_with_another_role_stays_open_and_a_new_role_opens_a_closed_one() -> None:
    team, other = a_team(), a_team("other", front_door=False)
    account_id = team.coach.account_id
    assert account_id
    commands.give_role(
        OPERATOR, account_id=account_id, organisation_id=other.organisation_id, role=Role.MANAGER
    )
    end_the_role(team.organisation_id, Role.COACH)
    assert Account.objects.get(id=account_id).is_active
    rows = queries.members(OPERATOR)[other.organisation_id]
    commands.end_role(OPERATOR, membership_id=next(m.membership_id for m in rows if m.role is Role.MANAGER))
    assert not Account.objects.get(id=account_id).is_active
    commands.add_member(
        OPERATOR,
        email="coach@team.example",
        name="Alex",
        organisation_id=team.organisation_id,
        role=Role.COACH,
    )
    assert Account.objects.get(id=account_id).is_active
