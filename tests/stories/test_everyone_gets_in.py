"""Everyone gets in: each role signs in, in both languages, on a phone and without script."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.stories.conftest import Arrive
from tests.support.visitor import Visitor

pytestmark = pytest.mark.story


def sign_ins(place: Path) -> dict[str, str]:
    """One address for each role of the demonstration."""
    return {one["role"]: one["email"] for one in json.loads((place / "demo.json").read_text())}


@pytest.mark.parametrize("welsh", [False, True], ids=["English", "Welsh"])
@pytest.mark.parametrize(
    "role", ["person", "coach", "link_worker", "clinician", "charity", "manager", "steward", "employer"]
)
def test_each_role_signs_in(visitor: Visitor, place: Path, role: str, welsh: bool) -> None:
    visitor.sign_in(sign_ins(place)[role], cy=welsh)
    assert "sign-in" not in visitor.path


def test_the_front_page_needs_no_script(arrive: Arrive) -> None:
    arrive(script=False).visit("/").visit("/cy/")


def test_somebody_signs_in_on_a_phone_without_script(arrive: Arrive, place: Path) -> None:
    someone = arrive(phone=True, script=False)
    someone.sign_in(sign_ins(place)["person"])
    assert "sign-in" not in someone.path
