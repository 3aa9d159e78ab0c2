"""A resident on a phone and a commissioner at a desk look at what a place has and lacks."""

from __future__ import annotations

import json

import pytest

from tests.stories.conftest import Arrive

pytestmark = pytest.mark.story

HOOD, COUNCIL = "/places/X01000012/", "/places/X06000001/"


def test_a_resident_looks_at_their_neighbourhood_on_a_phone(arrive: Arrive) -> None:
    resident = (
        arrive(phone=True).visit("/places/").fill("Find a place", "Cwm Teg Council").press("Show this place")
    )
    resident.sees("Cwm Teg Council").follow("Blaen-teg")
    assert resident.path == HOOD
    resident.sees("rounded to a multiple of 5 so that nobody can be picked out").sees("not collected yet")
    resident.follow("Gaps by need and by month").sees("What Blaen-teg lacks").sees("Nobody's name")


def test_the_same_in_welsh(arrive: Arrive) -> None:
    resident = arrive(phone=True).visit(f"/cy{HOOD}").sees("Cymdogaeth").sees("talgrynnu")
    resident.follow("Bylchau yn ôl angen ac yn ôl mis").sees("Yr hyn sydd ar goll")


def test_a_commissioner_walks_the_map_by_keyboard_and_takes_the_figures(arrive: Arrive) -> None:
    desk = arrive().visit(COUNCIL)
    area = desk.page.locator("svg a").first
    area.focus()
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    desk.check()
    assert desk.path.startswith("/places/X01")
    desk.visit(COUNCIL)
    told = desk.page.request.get(f"{desk.address}{COUNCIL}figures.json")
    figures = json.loads(told.text())["figures"]
    assert told.headers["access-control-allow-origin"] == "*"
    for one in figures:
        if one["part"] in ("flow", "gaps"):
            assert one["value"] % 5 == 0


def test_on_paper_the_page_keeps_its_map_and_its_figures(arrive: Arrive) -> None:
    desk = arrive().visit(COUNCIL)
    desk.page.emulate_media(media="print")
    assert desk.page.locator("svg.web-map").is_visible()
    assert desk.page.get_by_text("What people looked for and did not find").first.is_visible()
    assert not desk.page.locator(".web-footer").is_visible()
