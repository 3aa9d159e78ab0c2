"""The pages of coaches and people, in both languages; finding a service and asking it."""

from uuid import UUID

import pytest
from bs4 import BeautifulSoup

from cydwaith.kernel.actor import Role
from cydwaith.person.referrals import commands, queries
from cydwaith.person.referrals.models import Referral
from cydwaith.person.referrals.rules import Status
from cydwaith.place.directory.models import Organisation, Service, Source
from tests.person.referrals.conftest import World, asks
from tests.person.referrals.test_loop import Asking, text
from tests.support.browsing import signed_in
from tests.support.worlds import OPERATOR, a_person, a_team


def a_service(run_by: str = "The Shed") -> UUID:
    source = Source.objects.create(name=run_by)
    runs = Organisation.objects.create(source=source, external_id="o", name=run_by)
    service = Service.objects.create(
        source=source, external_id="s", name="Mending", referral_email="mend@shed.example", organisation=runs
    )
    return UUID(str(service.id))


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_every_page_of_the_team_opens(world: World, prefix: str) -> None:
    sent = asks()
    client = signed_in(world.coach)
    for page in ("", "accept/", "decline/", "elsewhere/", "coach/", "close/"):
        answer = client.get(f"{prefix}/referrals/{sent.referral_id}/{page}")
        assert answer.status_code == 200, page
        assert len(BeautifulSoup(answer.content, "html.parser").select("h1")) == 1, page
    for page in ("/triage/", "/my-referrals/", "/refer/"):
        assert client.get(prefix + page).status_code == 200, page


def test_the_team_reads_how_to_be_in_touch(world: World) -> None:
    sent = asks(safe_to_leave_message=False, contact_times="mornings")
    page = text(signed_in(world.coach).get(f"/referrals/{sent.referral_id}/"))
    assert "mair@home.example" in page and "mornings" in page and "Safe to leave a message? No" in page


def test_a_service_is_found_asked_and_waits_for_its_answer(world: World) -> None:
    asking = Asking(world)
    service_id = a_service()
    client = signed_in(world.coach)
    path = f"/people/{asking.person_id}/ask/{service_id}/"
    assert client.get(path).status_code == 200
    preview = client.post(path, {"matters": "To mend a chair.", "scopes": []})["Location"]
    assert client.post(preview, {"they_agree": "on"}).status_code == 200
    page = client.post(preview, {"they_agree": "on", "how": "said yes by phone"}, follow=True)
    assert "Waiting for an answer" in text(page) and "Thursday" not in text(page)
    (row,) = Referral.objects.as_seen_by(OPERATOR).filter(service_id=str(service_id))
    assert (row.status, row.agreed_how, row.service_email) == (
        Status.REQUESTED,
        "said yes by phone",
        "mend@shed.example",
    )
    assert client.get(preview)["Location"] == f"/referrals/{row.id}/"


def test_writing_the_same_again_changes_the_draft_that_is_there(world: World) -> None:
    asking = Asking(world)
    again = commands.draft_referral(
        world.coach, person_id=asking.person_id, service=world.shed, matters="To mend a clock."
    )
    assert again == asking.id
    assert asking.row.matters == "To mend a clock."


def test_a_service_whose_organisation_signs_in_is_asked_there(world: World) -> None:
    club = a_team("club", front_door=False, role=Role.CHARITY)
    found = queries.service_to_ask(world.coach, a_service("The club"))
    assert found.organisation_id == club.organisation_id
    assert queries.service_to_ask(world.coach, a_service("Nobody here")).organisation_id is None


def test_a_stranger_cannot_ask_for_somebody(world: World) -> None:
    asking = Asking(world)
    path = f"/people/{asking.person_id}/ask/{a_service()}/"
    for stranger in (world.gp, a_person("Dai")):
        client = signed_in(stranger)
        assert client.get(path).status_code == 404
        assert client.post(path, {"matters": "x"}).status_code == 404


def test_a_mistake_is_taken_back_as_a_mistake(world: World) -> None:
    asking = Asking(world)
    asking.send()
    signed_in(asking.mair).post(f"/referrals/{asking.id}/take-back/", {"reason": "mistake", "words": ""})
    assert asking.row.status == Status.ENTERED_IN_ERROR


def test_what_somebody_typed_about_themselves_as_an_asker_is_dropped_for_their_own_request(
    world: World,
) -> None:
    from cydwaith.kernel import ids
    from cydwaith.kernel.actor import anonymous
    from cydwaith.person.referrals.flow import request_from

    answers = {"referred_by": "self", "requester_name": "Bo", "requester_email": "bo@mill.example"}
    made = request_from(anonymous(), answers, ids.new_id())
    assert (made.requester_name, made.requester_email) == ("", "")
