"""A front door, and a practice with clinicians."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from cydwaith.kernel import ids
from cydwaith.kernel.actor import Actor, Role
from cydwaith.person.clinic.commands import Asked
from cydwaith.person.clinic.rules.asking import Choice
from tests.support.worlds import Team, a_team, somebody_at

Asking = Callable[..., Asked]


@pytest.fixture
def door(db: None) -> Team:
    return a_team()


@pytest.fixture
def practice(door: Team) -> Team:
    return a_team("surgery", front_door=False, role=Role.CLINICIAN)


@pytest.fixture
def doctor(practice: Team) -> Actor:
    return practice.coach


@pytest.fixture
def nurse(practice: Team) -> Actor:
    return somebody_at(practice.organisation_id, Role.CLINICIAN, "nurse@surgery.example")


@pytest.fixture
def elsewhere(door: Team) -> Actor:
    return a_team("other-surgery", front_door=False, role=Role.CLINICIAN).coach


@pytest.fixture
def asking() -> Asking:
    """Answers of one screen: not now, unless the test says otherwise."""

    def build(**said: Any) -> Asked:
        plain = Asked(
            send_key=ids.new_id(), status="off-sick", choice=Choice.NOT_NOW, reference="K-17", line="My back"
        )
        return replace(plain, **said)

    return build


@pytest.fixture
def referring(asking: Asking) -> Asking:
    """The same, with what a referral needs."""

    def build(**said: Any) -> Asked:
        whole = {"choice": Choice.REFER, "name": "Mair Example", "phone": "01632 960001", "they_agree": True}
        return asking(**(whole | said))

    return build
