"""Only the person, and whoever walks with them, changes the circle; whoever helps once does not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from cydwaith.commons.audit.models import Event
from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.queries import circle_of, shared_view, shared_with_me
from cydwaith.commons.circle.rules import FRONT_DOOR_SCOPES, Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.people.models import Account
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, Strength, anonymous
from cydwaith.kernel.errors import NotFound, Refused
from cydwaith.kernel.ids import new_id
from tests.support.browsing import signed_in
from tests.support.worlds import OPERATOR, a_person, a_team, lets_in, somebody_at

pytestmark = pytest.mark.django_db

EVERYTHING = Scope.CONTACT | Scope.PLAN | Scope.HEALTH


def let_in(actor: Actor, person: Actor, how: str, **whom: object) -> object:
    asked = {"person_id": person.person_id, "purpose": "p", "scopes": EVERYTHING, "how": how}
    return circle.let_in(actor, **asked, **whom)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        lambda worker, mair, row: let_in(
            worker, mair, "with the person", organisation_id=worker.organisation_id
        ),
        lambda worker, mair, row: circle.withdraw(worker, permission_id=row),
        lambda worker, mair, row: circle.change_details(
            worker, person_id=mair.person_id, email="w@w.example"
        ),
    ],
)
def test_a_service_that_was_asked_does_not_change_the_circle(
    change: Callable[[Actor, Actor, object], object],
) -> None:
    service, mair = a_team("shed", front_door=False, role=Role.LINK_WORKER), a_person()
    lets_in(mair, service, Scope.CONTACT)
    other = lets_in(mair, a_team(), FRONT_DOOR_SCOPES)
    with pytest.raises(Refused):
        change(service.coach, mair, other)


def test_nobody_but_the_person_says_that_the_person_decided() -> None:
    team, mair = a_team(), a_person()
    lets_in(mair, team, FRONT_DOOR_SCOPES)
    with pytest.raises(Refused):
        let_in(team.coach, mair, "by the person", organisation_id=team.organisation_id)
    let_in(team.coach, mair, "with the person", organisation_id=team.organisation_id)


def test_a_visitor_opens_no_page_on_a_record_that_somebody_sees_already() -> None:
    team = a_team()
    person_id = circle.register_person(OPERATOR, name="Dai")
    circle.let_in(
        OPERATOR,
        person_id=person_id,
        purpose="answer",
        scopes=FRONT_DOOR_SCOPES,
        how="front door",
        organisation_id=team.organisation_id,
    )
    with pytest.raises(Refused):
        circle.open_own_page(anonymous(), person_id=person_id, email="thief@thief.example")


def test_a_look_at_what_would_be_shared_is_a_look_and_is_recorded() -> None:
    team, mair = a_team(), a_person(phone="01632 960001")
    lets_in(mair, team, FRONT_DOOR_SCOPES)
    given = {
        "organisation": str(team.organisation_id),
        "purpose": "to plan",
        "scopes": [int(Scope.CONTACT)],
        "length": "30",
    }
    page = signed_in(team.coach).post(f"/person/{mair.person_id}/circle/let-in/", given)
    assert b"01632 960001" in page.content
    looks = approved_rows(Event).filter(person_id=mair.person_id, account_id=team.coach.account_id)
    assert [look.verb for look in looks] == ["record_seen"]


def test_for_how_long_is_said_and_never_taken_for_granted() -> None:
    team, mair = a_team(), a_person()
    given = {"organisation": str(team.organisation_id), "purpose": "to plan", "scopes": [1], "yes": "1"}
    page = signed_in(mair).post("/my/circle/let-in/", given)
    assert "“For how long?” needs an answer." in page.content.decode()
    opened = signed_in(mair).get("/my/circle/let-in/").content.decode()
    assert " checked" not in opened
    done = signed_in(mair).post("/my/circle/let-in/", {**given, "length": "open"})
    assert done.status_code == 302


def test_a_friend_whose_time_is_over_is_not_shown_whom_they_saw() -> None:
    mair = a_person()
    until = clock.now() + timedelta(days=1)
    asked = {"purpose": "p", "scopes": Scope.CONTACT, "how": "by the person", "until": until}
    circle.invite(mair, person_id=mair.person_id, email="gwen@friend.example", **asked)
    friend = Actor(account_id=Account.objects.get(email="gwen@friend.example").id, strength=Strength.CODE)
    assert shared_with_me(friend) == [mair.person_id]
    with clock.at(until):
        assert shared_with_me(friend) == []


def test_whoever_works_where_somebody_is_let_in_finds_them_until_they_stop() -> None:
    team, mair = a_team(), a_person()
    asked = {"purpose": "p", "scopes": Scope.WORK, "how": "by the person", "until": None}
    permission_id = circle.invite(
        mair, person_id=mair.person_id, organisation_id=team.organisation_id, **asked
    )
    assert shared_with_me(team.coach) == [mair.person_id]
    stranger = replace(team.coach, account_id=new_id(), organisation_id=new_id())
    assert shared_with_me(stranger) == []
    circle.withdraw(mair, permission_id=permission_id)
    assert shared_with_me(team.coach) == []


def test_a_paper_alone_is_no_open_record() -> None:
    """Neither on the list, nor by its address."""
    team, mair = a_team(), a_person()
    asked = {"purpose": "p", "scopes": Scope.DOCUMENTS, "how": "by the person", "until": None}
    circle.invite(mair, person_id=mair.person_id, organisation_id=team.organisation_id, **asked)
    assert shared_with_me(team.coach) == []
    with pytest.raises(NotFound):
        shared_view(team.coach, mair.person_id)


def test_who_employs_people_at_a_hospital_does_not_read_what_somebody_let_its_clinic_in_for() -> None:
    mair = a_person()
    assert mair.person_id
    hospital = a_team("hospital", front_door=False, role=Role.CLINICIAN)
    boss = somebody_at(hospital.organisation_id, Role.EMPLOYER, "boss@hospital.example")
    told = {"person_id": mair.person_id, "organisation_id": hospital.organisation_id, "how": "by the person"}
    circle.let_in(mair, scopes=Scope.CONTACT | Scope.HEALTH, purpose="to treat my low mood", **told)
    assert circle_of(boss, mair.person_id) == [] == shared_with_me(boss)
    circle.let_in(mair, scopes=Scope.WORK, purpose="to agree my hours", **told)
    assert [row.purpose for row in circle_of(boss, mair.person_id)] == ["to agree my hours"]
    assert shared_with_me(boss) == [mair.person_id]
    assert len(circle_of(hospital.coach, mair.person_id)) == 2
