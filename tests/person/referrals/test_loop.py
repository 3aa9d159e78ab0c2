"""Asking a service, its answer by link, and the person's last word."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cydwaith.commons.audit.models import Event
from cydwaith.commons.circle import queries as circle
from cydwaith.commons.circle.commands import withdraw
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.messages.models import Message
from cydwaith.commons.people import links
from cydwaith.kernel import clock, ids
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Invalid, Refused
from cydwaith.person.referrals import commands, letters, queries
from cydwaith.person.referrals.commands import Asked
from cydwaith.person.referrals.models import Referral
from cydwaith.person.referrals.rules import Happened, Helped, Loop, Reason, Status
from tests.person.referrals.conftest import World, accepts, asks
from tests.support.browsing import signed_in
from tests.support.worlds import OPERATOR, a_person, a_team, somebody_at


class Asking:
    """A person with a coach, for whom a service has been asked."""

    def __init__(self, world: World, scopes: Scope = Scope.CONTACT) -> None:
        self.world = world
        self.mair = a_person("Mair Example", email="mair@home.example", phone="01632 960009")
        assert self.mair.person_id
        self.person_id = self.mair.person_id
        self.support = asks(self.mair)
        accepts(world, self.support)
        self.id = commands.draft_referral(
            world.coach,
            person_id=self.person_id,
            service=world.shed,
            matters="To mend things.",
            scopes=scopes,
        )

    def send(self) -> date:
        return commands.send_referral(
            self.world.coach, referral_id=self.id, they_agree=True, how="said yes by phone"
        )

    @property
    def link(self) -> str:
        return str(self.messages("service-asked").last().link_path)

    def messages(self, kind: str) -> Any:
        return Message.objects.as_seen_by(OPERATOR).filter(kind=kind).order_by("created")

    @property
    def row(self) -> Referral:
        found: Referral = Referral.objects.as_seen_by(OPERATOR).get(id=self.id)
        return found

    def answers(self, to: Status, **more: str) -> Any:
        return Client().post(self.link, {"to": to, **more})


@pytest.fixture
def asking(world: World) -> Asking:
    return Asking(world)


def text(response: Any) -> str:
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


def test_nothing_is_sent_or_shared_before_the_yes(asking: Asking) -> None:
    with pytest.raises(Invalid):
        commands.send_referral(asking.world.coach, referral_id=asking.id, they_agree=False, how="x")
    with pytest.raises(Invalid):
        commands.send_referral(asking.world.coach, referral_id=asking.id, they_agree=True)
    assert not asking.messages("service-asked").exists()
    assert asking.row.permission_id is None


def test_the_preview_shows_what_they_will_see(asking: Asking) -> None:
    page = text(signed_in(asking.world.coach).get(f"/referrals/{asking.id}/preview/"))
    assert "To mend things." in page and "01632 960009" in page


def test_the_service_is_asked_for_an_answer_by_the_programmes_day(asking: Asking) -> None:
    assert asking.send() == date(2026, 11, 26)
    (message,) = asking.messages("service-asked")
    assert message.to_email == "shed@shed.example"
    assert "Mair" not in message.link_path


def test_who_employs_people_at_a_hospital_does_not_hear_who_asks_for_its_clinic(asking: Asking) -> None:
    clinic = a_team("clinic", front_door=False, role=Role.CLINICIAN)
    somebody_at(clinic.organisation_id, Role.EMPLOYER, "people@clinic.example")
    row = asking.row
    row.organisation_id = clinic.organisation_id
    letters.tell_service(OPERATOR, row)
    (message,) = asking.messages("service-asked")
    assert message.to_email != "people@clinic.example"


def test_a_person_asks_for_themselves(asking: Asking) -> None:
    client = signed_in(asking.mair)
    draft = commands.draft_referral(
        asking.mair, person_id=asking.person_id, service=asking.world.shed, matters="Company."
    )
    assert client.post(f"/referrals/{draft}/preview/", {}).status_code == 200
    client.post(f"/referrals/{draft}/preview/", {"they_agree": "on"})
    found = Referral.objects.as_seen_by(OPERATOR).get(id=draft)
    assert (found.status, found.agreed_how) == (Status.REQUESTED, "themselves")


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_link_shows_what_was_shared_and_nothing_else(asking: Asking, prefix: str) -> None:
    asking.send()
    page = Client().get(prefix + asking.link)
    body = text(page)
    assert "To mend things." in body and "01632 960009" in body
    assert "To sleep" not in body and "Support from" not in body
    assert page["Cache-Control"] == "no-store" and b'content="noindex"' in page.content


def test_a_service_says_yes_starts_and_finishes(asking: Asking) -> None:
    asking.send()
    assert asking.answers(Status.ACCEPTED, words="Come on Tuesday.")["Location"] == "/answer/thank-you/"
    asking.answers(Status.IN_PROGRESS)
    asking.answers(Status.COMPLETED, words="He mended the mower.")
    assert asking.row.status == Status.COMPLETED
    said = [line.words for line in queries.timeline(asking.mair, asking.person_id)]
    assert "You" in [line.by for line in queries.timeline(asking.mair, asking.person_id)]
    assert "Come on Tuesday." in said and "He mended the mower." in said
    assert Client().get("/answer/thank-you/").status_code == 200


def test_a_no_needs_a_reason(asking: Asking) -> None:
    asking.send()
    page = asking.answers(Status.REJECTED)
    assert page.status_code == 200 and "Choose a reason." in text(page)
    asking.answers(Status.REJECTED, reason=Reason.FULL)
    assert asking.row.status == Status.REJECTED


def test_the_link_says_only_what_the_table_allows(asking: Asking) -> None:
    asking.send()
    for wrong in (Status.COMPLETED, Status.CANCELLED, Status.REQUESTED, "nonsense"):
        assert asking.answers(wrong).status_code == 200  # type: ignore[arg-type]
    assert asking.row.status == Status.REQUESTED


def test_every_use_of_the_link_is_in_the_record(asking: Asking) -> None:
    asking.send()
    Client().get(asking.link)
    seen = approved_rows(Event).filter(person_id=asking.person_id, verb="referral_opened_by_service")
    assert [event.purpose for event in seen] == ["an answer by signed link"]


def test_a_permission_taken_back_closes_the_link_at_once(asking: Asking) -> None:
    asking.send()
    assert Client().get(asking.link).status_code == 200
    assert asking.row.permission_id
    withdraw(asking.mair, permission_id=asking.row.permission_id)
    page = Client().get(asking.link)
    assert page.status_code == 404 and "no longer opens anything" in text(page)
    assert asking.answers(Status.ACCEPTED).status_code == 404
    assert asking.row.status == Status.REQUESTED


def test_the_link_ends_with_the_referral(asking: Asking) -> None:
    asking.send()
    commands.take_back(asking.mair, referral_id=asking.id, reason=Reason.DECLINED)
    assert Client().get(asking.link).status_code == 404
    assert not any(
        row.active for row in circle.circle_of(asking.mair, asking.person_id) if row.recipient == "The Shed"
    )


def test_an_old_link_gets_a_kind_page(asking: Asking) -> None:
    asking.send()
    with clock.at(clock.now() + timedelta(days=91)):
        page = Client().get(asking.link)
    assert page.status_code == 410 and "has run out" in text(page)
    assert "Mair" not in text(page) and page["X-Robots-Tag"] == "noindex, nofollow"


def test_a_forged_link_opens_nothing(asking: Asking) -> None:
    asking.send()
    token = asking.link.strip("/").rpartition("/")[2]
    other_kind = links.make("closing", asking.id, 5)
    for wrong in (token[:-2] + "xx", other_kind, "x", token + ":x", links.make("answer", ids.new_id(), 5)):
        assert Client().get(f"/answer/{wrong}/").status_code == 404
    assert Client().get(f"/say/{token}/").status_code == 404


def test_somebody_who_guesses_is_slowed_down(asking: Asking) -> None:
    client = Client()
    answers = [client.get("/answer/guess/").status_code for _ in range(61)]
    assert answers[:60] == [404] * 60 and answers[60] == 429


def test_a_service_that_signs_in_answers_there(world: World) -> None:
    club = a_team("club", front_door=False, role=Role.CHARITY)
    asking = Asking(world)
    asking.id = commands.draft_referral(
        world.coach,
        person_id=asking.person_id,
        service=Asked(str(ids.new_id()), "The Club", "club@club.example", club.organisation_id),
        matters="To sing.",
    )
    assert queries.asked_of_us(club.coach) == []
    asking.send()
    client = signed_in(club.coach)
    assert "The Club" in text(client.get("/my-referrals/"))
    path = f"/my-referrals/asked-of-us/{asking.id}/"
    assert "To sing." in text(client.get(path)) and "To sleep" not in text(client.get(path))
    client.post(path, {"to": Status.ACCEPTED})
    assert asking.row.status == Status.ACCEPTED
    assert client.get(f"/my-referrals/asked-of-us/{asking.support.referral_id}/").status_code == 404


def test_a_coach_writes_down_what_the_service_said_by_phone(asking: Asking) -> None:
    asking.send()
    client = signed_in(asking.world.coach)
    client.post(f"/referrals/{asking.id}/their-answer/", {"to": Status.ACCEPTED, "words": "Rang: yes."})
    assert asking.row.status == Status.ACCEPTED


def test_only_the_person_closes(asking: Asking) -> None:
    asking.send()
    asking.answers(Status.ACCEPTED)
    asking.answers(Status.COMPLETED)
    (row,) = [r for r in queries.referrals_now(asking.mair, asking.person_id).rows if r.id == asking.id]
    assert row.loop is Loop.WITH_PERSON
    client = signed_in(asking.mair)
    path = f"/referrals/{asking.id}/how-it-went/"
    assert client.post(path, {"happened": "yes"}).status_code == 200
    client.post(path, {"happened": "yes", "helped": "a-lot", "words": "I mended the mower."})
    found = asking.row
    assert (found.happened, found.helped, found.confirmed_how) == ("yes", "a-lot", "themselves")
    assert asking.id not in [r.id for r in queries.referrals_now(asking.mair, asking.person_id).rows]


def test_the_last_word_comes_by_link_too_and_is_said_once(asking: Asking) -> None:
    asking.send()
    asking.answers(Status.ACCEPTED)
    asking.answers(Status.FAILED, reason=Reason.NO_CONTACT)
    path = asking.messages("your-word").last().link_path
    page = Client().get(path)
    assert page.status_code == 200 and "Mair" not in text(page)
    assert Client().post(path, {"happened": "no"})["Location"] == "/say/thank-you/"
    assert asking.row.confirmed_how == "by link"
    assert "cannot be closed now" in text(Client().post(path, {"happened": "yes", "helped": "a-lot"}))
    assert asking.row.happened == "no"


def test_together_with_the_coach_is_recorded_as_such(asking: Asking) -> None:
    asking.send()
    asking.answers(Status.ACCEPTED)
    commands.confirm(
        asking.world.coach, referral_id=asking.id, happened=Happened.PARTLY, helped=Helped.TOO_SOON
    )
    assert asking.row.confirmed_how == "together"


def test_nobody_else_has_the_last_word(asking: Asking) -> None:
    asking.send()
    asking.answers(Status.ACCEPTED)
    for other in (asking.world.gp, asking.world.manager, a_person("Dai")):
        with pytest.raises(Refused):
            commands.confirm(other, referral_id=asking.id, happened=Happened.YES, helped=Helped.A_LOT)


def test_a_closed_referral_stays_as_it_is(asking: Asking) -> None:
    asking.send()
    asking.answers(Status.ACCEPTED)
    commands.confirm(asking.mair, referral_id=asking.id, happened=Happened.YES, helped=Helped.A_LITTLE)
    with pytest.raises(Invalid):
        commands.answer(asking.world.coach, referral_id=asking.id, to=Status.COMPLETED)


def test_a_stranger_sees_nothing(asking: Asking) -> None:
    asking.send()
    for stranger in (a_person("Dai"), asking.world.gp):
        client = signed_in(stranger)
        for page in ("", "preview/", "how-it-went/", "take-back/", "their-answer/"):
            assert client.get(f"/referrals/{asking.id}/{page}", follow=True).status_code == 404
        assert queries.all_referrals(stranger, asking.person_id) == []


@pytest.mark.parametrize("page", ["", "how-it-went/", "take-back/"])
def test_the_persons_pages_open_in_both_languages(asking: Asking, page: str) -> None:
    asking.send()
    client = signed_in(asking.mair)
    for prefix in ("", "/cy"):
        assert client.get(f"{prefix}/referrals/{asking.id}/{page}").status_code == 200
        assert client.get(f"{prefix}/people/{asking.person_id}/referrals/").status_code == 200


def permits(asking: Asking) -> dict[str, Actor]:
    return {
        "person": asking.mair,
        "coach": asking.world.coach,
        "gp": asking.world.gp,
        "manager": asking.world.manager,
    }


MATRIX = {"person": {"requester"}, "coach": {"requester", "responder"}, "gp": set(), "manager": set()}


@pytest.mark.parametrize("who", MATRIX)
def test_who_stands_on_which_side_of_an_onward_referral(asking: Asking, who: str) -> None:
    from cydwaith.person.referrals.policy import sides

    asking.send()
    assert {str(side) for side in sides(permits(asking)[who], asking.id)} == MATRIX[who]
