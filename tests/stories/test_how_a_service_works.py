"""How a service works: a manager reads what the record counts, a steward rates it, and neither score hides the other."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story

MANAGER, STEWARD, COACH = "catrin@cwmteg.example", "elin@cwmteg.example", "gareth@cwmteg.example"
TEAM = {"en": "Cwm Teg Work and Health", "cy": "Gwaith ac Iechyd Cwm Teg"}
UNIT = {"en": "A unit that works together", "cy": "Uned sy'n cydweithio"}


def card(reader: Reader, words: str) -> Reader:
    return reader.through(reader.page.locator("main a", has_text=words).first)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_manager_reads_the_evidence_and_a_steward_rates_what_they_saw(
    arrive: Arrive, language: str
) -> None:
    """Given a team with half a year of record; when a steward rates an item; then three scores stand apart."""
    manager = card(
        Reader(arrive(phone=True), language).sign_in(MANAGER).go_to("How our services work"), TEAM[language]
    )
    manager.sees("From the record").sees("Rated by the team").sees("Rated independently").sees("Each item")
    manager.reads("(n = ")
    here = manager.visitor.path.removeprefix("/cy")

    steward = Reader(arrive(), language).sign_in(STEWARD).visit(here)
    card(steward, UNIT[language]).press("Save").sees("There is a problem")
    steward.choose("4").fill("What did you see or hear?", "Sat in on two group supervisions").press("Save")
    steward.sees("Saved.")
    card(manager.visit(here), UNIT[language]).reads("Sat in on two group supervisions")


def test_a_specialist_says_how_a_week_went_and_is_told_what_cannot_be(arrive: Arrive) -> None:
    coach = Reader(arrive(phone=True)).sign_in(COACH)
    coach.visit("/fidelity/")
    card(coach, "What only we can say of our work").press("Say how a week went")
    for part, value in (("Day", "2"), ("Month", "11"), ("Year", "2026")):
        coach.fill(part, value)
    coach.fill("Hours that you worked", "30").fill("Of those, hours out of the office", "31").press("Save")
    coach.sees("The hours out of the office cannot be more than all hours.")
    coach.fill("Of those, hours out of the office", "21").press("Save").sees("Saved.")
