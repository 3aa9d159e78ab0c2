"""What anybody suggests: kept once, looked at by a steward, answered."""

from __future__ import annotations

import json
from uuid import UUID, uuid4

import pytest
from django.test import Client

from cydwaith.commons.messages.models import Message
from cydwaith.commons.people import links
from cydwaith.commons.people.models import Account
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, Strength, anonymous
from cydwaith.kernel.errors import Conflict, Invalid, NotFound, Refused
from cydwaith.place.directory.models import Service
from cydwaith.place.directory.queries import service_card
from cydwaith.place.keeping import commands, queries
from cydwaith.place.keeping.commands import Suggested
from cydwaith.place.keeping.models import Proposal
from cydwaith.place.keeping.queries.proposals import OUTCOME
from cydwaith.place.keeping.rules.entry import Point
from cydwaith.place.keeping.views import suggesting, walking
from cydwaith.web.throttle import Throttle
from tests.support.browsing import signed_in
from tests.support.worlds import OPERATOR, a_person, a_team

from .conftest import Choir

pytestmark = pytest.mark.django_db

BENCH = {
    "name": "Bench under the oak",
    "where": "By the river",
    "description": "People stop here and talk.",
    "when": "Sundays, 2pm to 4pm",
    "phone": "01632 960555",
}


@pytest.fixture(autouse=True)
def _fresh_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggesting, "LIMIT", Throttle(burst=20, per_second=0.01))
    monkeypatch.setattr(walking, "LIMIT", Throttle(burst=60, per_second=0.01))


def rows() -> list[Proposal]:
    return list(Proposal.objects.as_seen_by(OPERATOR).order_by("made_at"))


def a_bench(**more: object) -> Proposal:
    told = {"texts": BENCH, "kind": "place", "point": Point(52.3, -3.6), **more}
    commands.suggest(anonymous(), suggested=Suggested(**told))  # type: ignore[arg-type]
    return rows()[-1]


def test_something_new_is_nowhere_until_a_steward_puts_it_in(steward: Actor) -> None:
    found = a_bench()
    assert not Service.objects.exists()
    service_id = commands.accept(steward, proposal_id=found.id)
    assert service_id
    card = service_card(anonymous(), service_id)
    assert (card.name, card.kind, card.when, card.phone) == (
        "Bench under the oak",
        "place",
        ("Sundays, 2pm to 4pm",),
        "01632 960555",
    )
    row = Service.objects.get(id=service_id)
    at = row.places.get().location
    assert (at.latitude, at.longitude) == (52.3, -3.6)
    assert (row.source.name, row.last_assured) == ("local", clock.today())


@pytest.mark.parametrize("kind", ["group", "place", "event", "skill", "volunteering", "service", "online"])
def test_every_kind_of_asset_is_kept_as_what_it_is(steward: Actor, kind: str) -> None:
    service_id = commands.accept(steward, proposal_id=a_bench(kind=kind).id)
    assert Service.objects.get(id=service_id).kind == kind


def test_a_correction_shows_what_was_and_what_would_be(choir: Choir, steward: Actor) -> None:
    said = queries.entry(anonymous(), choir.id).texts | {"phone": "01632 960777"}
    suggested = Suggested(service_id=choir.id, texts=said, words="They have a new number.")
    commands.suggest(anonymous(), suggested=suggested)
    page = queries.proposal(steward, rows()[0].id)
    assert [(one.field, one.before, one.after) for one in page.differences] == [
        ("phone", "01632 960100", "01632 960777")
    ]
    assert page.words == "They have a new number."
    commands.accept(steward, proposal_id=rows()[0].id)
    assert service_card(anonymous(), choir.id).phone == "01632 960777"
    assert choir.row.last_assured is None, "a correction by somebody does not assure the rest"


def test_what_is_told_in_welsh_is_the_welsh_of_the_entry(steward: Actor) -> None:
    told = {"name": "Mainc y dderwen", "where": "Glan yr afon", "description": "Lle i siarad."}
    suggested = Suggested(texts=told, kind="place")
    commands.suggest(anonymous("cy"), suggested=suggested)
    service_id = commands.accept(steward, proposal_id=rows()[0].id)
    row = Service.objects.get(id=service_id)
    assert (row.name, row.name_cy, row.description_cy) == (
        "Mainc y dderwen",
        "Mainc y dderwen",
        "Lle i siarad.",
    )


def test_nothing_unlike_is_offered_as_the_same(choir: Choir, steward: Actor) -> None:
    assert queries.proposal(steward, a_bench().id).alike == ()


def test_a_suggestion_that_says_nothing_is_sent_back(choir: Choir) -> None:
    same = queries.entry(anonymous(), choir.id).texts
    with pytest.raises(Invalid):
        commands.suggest(anonymous(), suggested=Suggested(service_id=choir.id, texts=same))


def test_what_is_there_already_learns_what_it_lacked_and_keeps_the_rest(choir: Choir, steward: Actor) -> None:
    told = {"name": "The choir", "where": "Salem", "description": "Loud.", "url": "https://cor.example"}
    found = a_bench(texts=told, kind="group", point=None)
    assert choir.id in [one.id for one in queries.proposal(steward, found.id).alike]
    commands.merge(steward, proposal_id=found.id, service_id=choir.id)
    assert (choir.row.url, choir.row.description) == ("https://cor.example", "A choir for everybody.")
    assert Service.objects.count() == 1 and rows()[0].became_id == choir.id
    with pytest.raises(Conflict):
        commands.merge(steward, proposal_id=found.id, service_id=choir.id)


def test_whoever_left_an_address_hears_and_the_address_is_forgotten(steward: Actor) -> None:
    found = a_bench(reply_to="mair@example.org")
    commands.refuse(steward, proposal_id=found.id, reason="The bench was taken away.")
    letter = Message.objects.as_seen_by(OPERATOR).get()
    assert (letter.to_email, letter.kind) == ("mair@example.org", "suggestion_decided")
    assert rows()[0].reply_to == ""
    page = Client().get(letter.link_path).content.decode()
    assert "The bench was taken away." in page and "mair@" not in page


def test_a_link_to_an_outcome_opens_that_one_only(client: Client) -> None:
    found = a_bench()
    assert client.get(f"/suggested/{links.make(OUTCOME, found.id, 1)}/").status_code == 200
    assert client.get(f"/suggested/{links.make('assure', found.id, 1)}/").status_code == 404
    assert client.get(f"/suggested/{links.make(OUTCOME, found.id, -1)}/").status_code == 410
    with pytest.raises(NotFound):
        queries.outcome(anonymous())


def test_only_stewards_with_a_second_factor_see_and_decide(steward: Actor) -> None:
    found = a_bench()
    with_one_code = Actor(
        account_id=steward.account_id, roles=frozenset({Role.STEWARD}), strength=Strength.CODE
    )
    for somebody in (
        anonymous(),
        with_one_code,
        Actor(roles=frozenset({Role.COACH}), strength=Strength.SECOND_FACTOR),
    ):
        assert queries.waiting(somebody) == []
        with pytest.raises(NotFound):
            queries.proposal(somebody, found.id)
        with pytest.raises(Refused):
            commands.accept(somebody, proposal_id=found.id)


# The pages.


def test_somebody_says_on_a_page_what_is_wrong(client: Client, choir: Choir) -> None:
    path = f"/support/{choir.id}/wrong/"
    shown = client.get(path).context["form"]
    fields = {name: shown[name].value() for name in shown.fields if shown[name].value() is not None}
    answer = client.post(path, fields | {"words": "It moved."})
    assert answer.status_code == 302 and answer["Location"] == "/tell-us/thanks/"
    assert (rows()[0].words, rows()[0].values) == ("It moved.", {})


def test_a_program_that_fills_in_every_field_is_thanked_and_not_heard(client: Client) -> None:
    told = {"name": "Buy now", "kind": "group", "where": "Here", "again": "https://spam.example"}
    assert client.post("/tell-us/", told).status_code == 302
    assert rows() == []


def test_too_much_at_once_is_asked_to_wait_and_nothing_typed_is_lost(client: Client) -> None:
    told = {"name": "A bench", "kind": "place", "where": "Here"}
    answers = [client.post("/tell-us/", told) for _ in range(21)]
    assert [answer.status_code for answer in answers[:20]] == [302] * 20
    page = answers[-1].content.decode()
    assert "Wait a minute" in page and 'value="A bench"' in page


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"kind": "place", "where": "Here"}, "What is it called?"),
        ({"name": "A bench", "where": "Here"}, "What is it?"),
        ({"name": "A bench", "kind": "place"}, "Say where it is"),
        ({"name": "A bench", "kind": "castle", "where": "Here"}, "castle"),
        ({"name": "A bench", "kind": "place", "where": "Here", "reply_to": "me"}, "e-mail"),
    ],
)
def test_what_is_missing_is_said(client: Client, told: dict[str, str], sentence: str) -> None:
    answer = client.post("/tell-us/", told)
    assert answer.status_code == 200 and "There is a problem" in answer.content.decode()
    assert sentence in answer.content.decode()


# What a walk brings.


def send(client: Client, *items: object, language: str = "") -> object:
    body = json.dumps({"items": items})
    answer = client.post(f"{language}/walk/send/", body, content_type="application/json")
    return answer.json() if answer.status_code == 200 else answer.status_code


def thing(name: str, client_id: UUID | str | None = None, **more: str) -> dict[str, object]:
    return {"id": str(client_id or uuid4()), "name": name, "kind": "place", "where": "Here", **more}


def test_the_same_thing_sent_again_lands_once(client: Client) -> None:
    one, two = thing("One"), thing("Two")
    ids = [one["id"], two["id"]]
    assert send(client, one, two) == {"landed": ids, "refused": []}
    assert send(client, two, one) == {"landed": ids[::-1], "refused": []}
    assert sorted(row.values["name"] for row in rows()) == ["One", "Two"]


def test_a_bad_one_holds_up_nobody(client: Client) -> None:
    bad, good = thing("Bad", where=""), thing("Good")
    answer = send(client, bad, good)
    assert answer == {
        "landed": [good["id"]],
        "refused": [{"id": bad["id"], "sentence": "Say where it is: the name of the place, or a postcode."}],
    }


@pytest.mark.parametrize("client_id", ["", "x", None, 7, [], {}])
def test_a_thing_without_an_id_is_refused(client: Client, client_id: object) -> None:
    answer = send(client, {**thing("No id"), "id": client_id})
    assert isinstance(answer, dict) and answer["landed"] == [] and len(answer["refused"]) == 1


@pytest.mark.parametrize(
    "body",
    ["", "[]", "{}", '{"items": 3}', '{"items": [3]}', '{"items": null}', "[" * 150_000, "x" * 200_001],
)
def test_what_is_no_list_of_things_is_refused_politely(client: Client, body: str) -> None:
    assert client.post("/walk/send/", body, content_type="application/json").status_code == 400


def test_odd_values_never_break_it(client: Client) -> None:
    odd = {**thing("Odd"), "latitude": "north", "name": ["a"], "kind": {"a": 1}, "extra": 1}
    huge = {**thing("Huge"), "name": "x" * 5000}
    far = {**thing("Far"), "latitude": "9000", "longitude": "1e400"}
    null = {**thing("Null\x00byte")}
    half = thing("Half \ud800 a character")
    answer = send(client, odd, huge, far, null)
    assert isinstance(answer, dict) and answer["landed"] == [] and len(answer["refused"]) == 4
    assert send(client, half) == {"landed": [half["id"]], "refused": []}


def test_too_many_at_once_are_asked_to_wait(client: Client) -> None:
    assert send(client, *(thing(str(number)) for number in range(51))) == 400
    answers = [send(client) for _ in range(61)]
    assert answers[-2:] == [{"landed": [], "refused": []}, 429]


def test_what_a_walk_brings_comes_from_nobody_even_when_somebody_is_signed_in(
    client: Client,
) -> None:
    from cydwaith.commons.audit.models import Event
    from cydwaith.commons.guard.models import approved_rows

    client.force_login(Account.objects.get(id=a_person().account_id))
    send(client, thing("One"))
    assert approved_rows(Event).filter(verb="suggestion_made").get().account_id is None


def test_the_worker_and_the_manifest_are_what_a_phone_expects(client: Client) -> None:
    worker, manifest = client.get("/cy/walk/worker.js"), client.get("/cy/walk/app.webmanifest")
    assert worker["Content-Type"].startswith("text/javascript")
    assert manifest["Content-Type"] == "application/manifest+json"
    assert manifest.json()["scope"] == "/cy/walk/"


def test_a_press_that_says_neither_yes_nor_no_decides_nothing() -> None:
    found = a_bench()
    team = a_team("stewards", role=Role.STEWARD).coach
    assert signed_in(team).post(f"/keeping/proposals/{found.id}/").status_code == 200
    assert [row.outcome for row in rows()] == ["waiting"]
    assert not Service.objects.exists()
