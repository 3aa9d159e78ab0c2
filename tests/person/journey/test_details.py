"""Contact details are kept right, and a page of one's own is offered, by those who may."""

import pytest
from django.core import mail

from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle import queries
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.messages.jobs import deliver_waiting
from cydwaith.kernel.errors import Invalid, Refused
from cydwaith.person.journey import commands
from tests.support.browsing import signed_in
from tests.support.worlds import OPERATOR, a_person, a_team, lets_in

pytestmark = pytest.mark.django_db

FILLED = {"name": "Mair Example", "contact_by": ["phone"], "phone": "01632 960009", "language": "en"}


def test_the_person_changes_how_to_be_reached() -> None:
    mair = a_person("Mair Example")
    client = signed_in(mair)
    page = client.post("/my/details/", {**FILLED, "safe_to_leave_message": "no"})
    assert page.status_code == 302
    card = queries.person_card(mair, mair.person_id)
    assert (card.phone, card.contact_by, card.safe_to_leave_message) == ("01632 960009", ("phone",), False)


def test_what_is_wrong_is_said_and_what_was_typed_is_kept() -> None:
    mair = a_person("Mair Example")
    client = signed_in(mair)
    page = client.post("/my/details/", {**FILLED, "phone": "", "known_as": "Mari"}).content.decode()
    assert "Enter a phone number, or choose another way to be in touch." in page and "Mari" in page
    assert queries.person_card(mair, mair.person_id).known_as == ""


def test_only_contact_details_can_be_changed_as_details() -> None:
    mair = a_person()
    with pytest.raises(Invalid, match="account_id"):
        circle.change_details(mair, person_id=mair.person_id, account_id=None)


def test_a_coach_who_is_let_in_offers_somebody_their_own_page() -> None:
    team = a_team()
    person_id = circle.register_person(OPERATOR, name="Dai")
    circle.let_in(
        OPERATOR,
        person_id=person_id,
        purpose="p",
        scopes=Scope.CONTACT | Scope.REFERRALS,
        how="with the person",
        organisation_id=team.organisation_id,
    )
    assert commands.offer_own_page(team.coach, person_id=person_id, email="dai@person.example")
    assert queries.person_card(team.coach, person_id).has_own_page
    deliver_waiting.func()
    assert mail.outbox[0].to == ["dai@person.example"]


def test_an_address_that_has_a_page_is_not_handed_somebody_elses_record() -> None:
    team, mair = a_team(), a_person("Mair", "mair@person.example")
    dai = circle.register_person(OPERATOR, name="Dai")
    circle.let_in(
        OPERATOR,
        person_id=dai,
        purpose="p",
        scopes=Scope.CONTACT | Scope.REFERRALS,
        how="with the person",
        organisation_id=team.organisation_id,
    )
    assert not commands.offer_own_page(team.coach, person_id=dai, email="mair@person.example")
    assert not queries.person_card(team.coach, dai).has_own_page
    assert queries.may(mair, mair.person_id, Scope.CONTACT)


def test_a_coach_who_is_not_let_in_offers_nothing() -> None:
    team, mair = a_team(), a_person()
    lets_in(mair, team, Scope.PLAN)
    with pytest.raises(Refused):
        commands.offer_own_page(team.coach, person_id=mair.person_id, email="x@y.example")
