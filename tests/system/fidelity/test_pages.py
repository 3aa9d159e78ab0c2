"""The pages: who opens which, and what becomes of what is typed there."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from cydwaith.kernel.actor import Role
from cydwaith.system.fidelity.models import (
    BenefitsTalk,
    JobcentreTalk,
    Rated,
    Staffing,
    Statement,
    WeekOfWork,
)
from cydwaith.system.fidelity.scales import scales
from cydwaith.system.fidelity.words import ADVICE
from cydwaith.web.fields import PARTS
from tests.support.browsing import Browser
from tests.support.worlds import OPERATOR, somebody_at
from tests.system.fidelity.conftest import TODAY, Valley

pytestmark = pytest.mark.django_db
IPS = "ips-25"
STATEMENT = {
    "name": "Our promise",
    "name_cy": "Ein haddewid",
    "key": "our-promise",
    "version": "2026-1",
    "parts": "We listen first | Gwrandawn gyntaf\nWe write back | Ysgrifennwn yn ôl",
    "bands": "2 | Starting | Dechrau\n8 | Good | Da",
}


def on(name: str, day: date) -> dict[str, Any]:
    """A day, as its three boxes send it."""
    return {f"{name}_{part}": getattr(day, part) for part in PARTS}


def team_page(valley: Valley, name: str) -> str:
    return reverse(f"fidelity:{name}", args=[valley.team_id])


def rating(valley: Valley, key: str = "2") -> str:
    return reverse("fidelity:item", args=[valley.team_id, IPS, key])


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_what_the_team_says_of_its_staff_is_kept_and_shown(valley: Valley, browser: Browser) -> None:
    client = browser(valley.manager)
    said = {"specialists": "2.5", "reviewed": "weekly"} | on("valid_from", TODAY)
    assert client.post(team_page(valley, "staffing"), said).status_code == 302
    assert Staffing.objects.get().specialists == 2.5
    assert "2.5" in text(client.get(team_page(valley, "team")))


@pytest.mark.parametrize("specialists", ["", "0", "-1", "201", "NaN", "Infinity", "two", "1e9"])
def test_staff_that_cannot_be_are_refused_and_what_was_typed_stays(
    valley: Valley, browser: Browser, specialists: str
) -> None:
    said = {"specialists": specialists, "reviewed": "weekly"} | on("valid_from", TODAY)
    answer = browser(valley.manager).post(team_page(valley, "staffing"), said)
    assert answer.status_code == 200 and "There is a problem" in text(answer)
    assert not Staffing.objects.exists()
    assert f'value="{specialists}"' in text(answer) or not specialists


@pytest.mark.parametrize("year", [1900, 2100, 99999])
def test_a_talk_with_the_jobcentre_was_today_or_not_long_ago(
    valley: Valley, browser: Browser, year: int
) -> None:
    client, page = browser(valley.coach), team_page(valley, "jobcentre")
    wrong = client.post(page, {"on_day": 1, "on_month": 5, "on_year": year, "meeting": "on"})
    assert wrong.status_code == 200 and not JobcentreTalk.objects.exists()
    assert client.post(page, on("on", TODAY) | {"meeting": "on"}).status_code == 302
    assert JobcentreTalk.objects.get().meeting


def test_more_hours_outside_than_in_all_are_refused_beside_their_box(
    valley: Valley, browser: Browser
) -> None:
    client, page = browser(valley.coach), team_page(valley, "week")
    answer = client.post(page, on("week", TODAY) | {"hours": "30", "hours_out": "31"})
    assert "cannot be more than all hours" in text(answer)
    client.post(page, on("week", TODAY) | {"hours": "30", "hours_out": "20"})
    client.post(page, on("week", TODAY) | {"hours": "30", "hours_out": "21"})
    (row,) = WeekOfWork.objects.as_seen_by(OPERATOR)
    assert row.hours_out == 21, "said again it is put right"


def test_help_with_benefits_is_noted_by_who_walks_with_the_person(valley: Valley, browser: Browser) -> None:
    page = reverse("fidelity:benefits", args=[valley.people[0].person_id])
    client = browser(valley.coach)
    assert "There is a problem" in text(client.post(page, on("on", TODAY) | {"advice": "astrology"}))
    assert client.post(page, on("on", TODAY) | {"advice": next(iter(ADVICE))}).status_code == 302
    assert BenefitsTalk.objects.as_seen_by(OPERATOR).count() == 1
    stranger = somebody_at(valley.reviewer.organisation_id or uuid4(), Role.LINK_WORKER, "new@far.example")
    assert browser(stranger).get(page).status_code in (403, 404)


def test_a_score_needs_what_was_seen_and_a_number_of_the_scale(valley: Valley, browser: Browser) -> None:
    client = browser(valley.manager)
    for wrong in ({"score": "4", "evidence": " "}, {"score": "6", "evidence": "Sat in"}, {}):
        assert "There is a problem" in text(client.post(rating(valley), wrong))
    assert not Rated.objects.exists()
    assert client.post(rating(valley), {"score": "4", "evidence": "Sat in"}).status_code == 302
    assert Rated.objects.get().kind == "self"


def test_a_manager_from_elsewhere_rates_independently(valley: Valley, browser: Browser) -> None:
    browser(valley.reviewer).post(rating(valley), {"score": "3", "evidence": "Read ten files"})
    assert Rated.objects.get().kind == "independent"


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_item_a_scale_or_a_team_that_is_not_there_is_not_found(
    valley: Valley, browser: Browser, method: str
) -> None:
    client, said = browser(valley.reviewer), {"score": "3", "evidence": "Read ten files"}
    for path in (
        rating(valley, "26"),
        rating(valley, "no item"),
        reverse("fidelity:item", args=[valley.team_id, "no-scale", "1"]),
        reverse("fidelity:item", args=[uuid4(), IPS, "1"]),
    ):
        assert getattr(client, method)(path, said).status_code == 404, path
    assert not Rated.objects.exists()


def test_a_steward_makes_a_statement_that_teams_are_rated_by(valley: Valley, browser: Browser) -> None:
    client = browser(valley.steward)
    assert client.post(reverse("fidelity:statement"), STATEMENT).status_code == 302
    page = reverse("fidelity:standing", args=[valley.team_id, "our-promise"])
    assert "We listen first" in text(client.get(page))
    assert "Gwrandawn gyntaf" in text(client.get(f"/cy{page}"))
    again = client.post(reverse("fidelity:statement"), STATEMENT)
    assert "This version is here already" in text(again) and Statement.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"parts": "Only English"},
        {"parts": "One | Un | Too many"},
        {"bands": "low | Low | Isel"},
        {"bands": "5 | Low"},
        {"bands": "8 | Good | Da\n2 | Starting | Dechrau"},
        {"bands": f"{10**30} | Good | Da"},
        {"key": "Not a slug"},
        {"key": IPS},
        {"name": ""},
    ],
    ids=str,
)
def test_a_statement_that_does_not_hold_is_refused_with_what_was_typed(
    valley: Valley, browser: Browser, wrong: dict[str, str]
) -> None:
    known = len(scales())
    answer = browser(valley.steward).post(reverse("fidelity:statement"), STATEMENT | wrong)
    assert answer.status_code == 200 and "There is a problem" in text(answer)
    assert "Gwrandawn gyntaf" in text(answer) or "parts" in wrong
    assert len(scales()) == known and not Statement.objects.exists()


def test_nobody_else_states_or_tells_for_the_team(valley: Valley, browser: Browser) -> None:
    assert browser(valley.manager).post(reverse("fidelity:statement"), STATEMENT).status_code in (403, 404)
    said = {"specialists": "9", "reviewed": "weekly"} | on("valid_from", TODAY)
    for name in ("staffing", "jobcentre", "week"):
        client, page = browser(valley.reviewer), team_page(valley, name)
        assert {client.get(page).status_code, client.post(page, said).status_code} <= {403, 404}, name
    assert browser(valley.people[0]).get(reverse("fidelity:teams")).status_code in (302, 403, 404)
    assert not Statement.objects.exists() and not Staffing.objects.exists()
