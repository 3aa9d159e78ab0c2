"""Anybody reads what support is for; a steward puts in what people really say."""

from __future__ import annotations

import pytest

from cydwaith.demo.signing import sign_ins
from tests.stories.conftest import Arrive

pytestmark = pytest.mark.story
STEWARD = next(one for one in sign_ins() if one.role == "steward")


def test_anybody_reads_the_list_in_both_languages(arrive: Arrive) -> None:
    somebody = arrive(phone=True)
    somebody.visit("/needs/").sees("Debt and bills I cannot pay")
    somebody.visit("/cy/needs/").sees("Dyled a biliau na allaf eu talu").sees("Iechyd a sut rwy'n teimlo")


def test_a_steward_adds_a_phrase_and_it_is_recognised(arrive: Arrive) -> None:
    steward = arrive().sign_in(STEWARD.email)
    steward.visit("/needs/keep/").follow("Debt and bills I cannot pay")
    said = steward.page.get_by_label("What people say, in English", exact=True)
    said.fill(said.input_value() + "\nthe tallyman is at the door")
    steward.press("Save in the draft").sees("the tallyman is at the door")
    steward.press("Publish a new version").sees("There is a problem")
    steward.fill("What is new, and why?", "Heard at the food bank").press("Publish a new version")
    steward.sees("Version 1 is in use now.").sees("Heard at the food bank").sees(STEWARD.name)
    steward.follow("What it changed (Version 1)").sees("the tallyman is at the door")
    steward.visit("/needs/keep/try/").fill("What might somebody say?", "tallyman at the door")
    steward.press("Try").sees("Debt and bills I cannot pay")


def test_the_keepers_pages_stand_in_welsh(arrive: Arrive) -> None:
    steward = arrive().come_back(STEWARD.email)
    for path in ("", "try/", "draft/", "versions/", "need/sleep/"):
        steward.visit(f"/cy/needs/keep/{path}")
    steward.visit("/cy/needs/keep/").sees("Y rhestr anghenion")
