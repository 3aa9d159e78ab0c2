"""Stewards look after organisations and roles, and after nobody's record."""

import pytest
from django.test import Client

from cydwaith.commons.people import commands, queries, setting_up
from cydwaith.commons.people.models import Account
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Invalid, Refused
from tests.support.worlds import OPERATOR, a_person, a_team, somebody_at

pytestmark = pytest.mark.django_db


def a_place(**differs: str) -> None:
    usual = {
        "name": "Cwm Partnership",
        "team": "Front team",
        "steward_email": "s@cwm.example",
        "steward_name": "Sioned",
    }
    setting_up.set_up(OPERATOR, **(usual | differs))


def test_an_empty_place_is_set_up_in_one_step() -> None:
    a_place()
    team = queries.front_door_organisation(OPERATOR)
    assert team is not None and team.name == "Front team"
    (sioned,) = queries.members(OPERATOR)[team.id]
    assert (sioned.role, sioned.email) == (Role.STEWARD, "s@cwm.example")


def test_where_people_write_and_ring_is_said_at_once(client: Client) -> None:
    a_place(email="ask@cwm.example", phone="01632 960999")
    found = queries.partnership(OPERATOR)
    assert found is not None and (found.email, found.phone) == ("ask@cwm.example", "01632 960999")
    assert "mailto:ask@cwm.example" in client.get("/accessibility/").content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"steward_email": "sioned"}, {"steward_email": ""}, {"email": "ask"}, {"name": " "}, {"team": ""}],
)
def test_a_place_whose_steward_could_never_sign_in_is_not_set_up(wrong: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        a_place(**wrong)
    assert queries.partnership(OPERATOR) is None


def test_setting_up_twice_changes_nothing_and_says_so() -> None:
    a_place()
    with pytest.raises(Invalid, match="already"):
        a_place()
    assert Account.objects.count() == 1


def test_setting_up_is_all_or_nothing() -> None:
    a_person("Mair", "s@cwm.example")
    with pytest.raises(Invalid):
        a_place()
    assert queries.partnership(OPERATOR) is None


@pytest.mark.parametrize("role", [Role.COACH, Role.MANAGER, Role.CHARITY])
def test_only_stewards_look_after_roles(role: Role) -> None:
    team = a_team(role=role)
    assert queries.members(team.coach) == {}
    with pytest.raises(Refused):
        commands.add_member(
            team.coach, email="x@y.example", name="X", organisation_id=team.organisation_id, role=Role.COACH
        )


def test_a_persons_own_address_cannot_become_staff_by_a_slip() -> None:
    team, _ = a_team(role=Role.STEWARD), a_person("Mair", "mair@home.example")
    with pytest.raises(Invalid, match="own page"):
        commands.add_member(
            team.coach,
            email="MAIR@home.example",
            name="Mair",
            organisation_id=team.organisation_id,
            role=Role.COACH,
        )


def test_the_last_steward_cannot_lock_the_place() -> None:
    team = a_team(role=Role.STEWARD)
    (me,) = queries.members(team.coach)[team.organisation_id]
    with pytest.raises(Invalid, match="another steward"):
        commands.end_role(team.coach, membership_id=me.membership_id)


def test_an_ended_role_opens_nothing_from_the_next_request_on() -> None:
    team = a_team(role=Role.STEWARD)
    coach = somebody_at(team.organisation_id, Role.MANAGER, "m@team.example")
    rows = queries.members(team.coach)[team.organisation_id]
    theirs = next(m for m in rows if m.role is Role.MANAGER)
    commands.end_role(team.coach, membership_id=theirs.membership_id)
    assert coach.account_id not in {c.account_id for c in queries.colleagues(OPERATOR, team.organisation_id)}


def test_a_person_cannot_open_the_stewards_page(client: Client) -> None:
    mair: Actor = a_person()
    client.force_login(Account.objects.get(id=mair.account_id))
    assert client.get("/partnership/").status_code == 404


def test_a_real_place_never_becomes_a_demonstration() -> None:
    a_place()
    with pytest.raises(Invalid):
        commands.set_up_partnership(OPERATOR, name="Cwm Partnership", is_demonstration=True)
    found = queries.partnership(OPERATOR)
    assert found is not None and not found.is_demonstration


@pytest.mark.parametrize("kind", ["jobcentre", "employer"])
@pytest.mark.parametrize("role", [Role.COACH, Role.LINK_WORKER])
def test_nobody_at_a_jobcentre_or_an_employer_becomes_a_coach_who_writes_in_plans(
    kind: str, role: Role
) -> None:
    house = commands.add_organisation(OPERATOR, key="house", name="The house", kind=kind)
    new = {"email": "del@house.example", "name": "Del", "organisation_id": house}
    with pytest.raises(Invalid) as wrong:
        commands.add_member(OPERATOR, role=role, **new)
    assert wrong.value.field == "role" and not Account.objects.filter(email="del@house.example").exists()
    assert commands.add_member(OPERATOR, role=Role.CHARITY, **new)
