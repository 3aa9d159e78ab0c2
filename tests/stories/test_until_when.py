"""A programme that ends, and a clinical team that changes: both are said with a day, and stay on the record."""

from __future__ import annotations

import pytest

from cydwaith.kernel import clock
from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story

STEWARD = "elin@cwmteg.example"
PROGRAMME = "/programmes/of/gwaith-da/"
DAY = {"en": "31 March 2099", "cy": "31 Mawrth 2099"}
COACHES = {"en": ("nia@cwmteg.example", "Nia Prydderch"), "cy": ("gareth@cwmteg.example", "Gareth Osei")}
PEOPLE = {"en": "Emyr", "cy": "Amina"}
TEAMS = {
    "en": ("Teg Surgery", "Upper Teg community team"),
    "cy": ("Meddygfa Teg", "Tîm cymunedol Blaenau Teg"),
}
LAST = "Last day on which somebody can start"


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_steward_says_a_last_day_after_reading_what_follows_and_takes_it_away(
    arrive: Arrive, language: str
) -> None:
    """Given a programme that goes on; when its last day is said; then whoever asks for support reads it."""
    steward = Reader(arrive(phone=True), language).sign_in(STEWARD)
    steward.visit(PROGRAMME).follow("Its last day").sees("No end is set.")
    steward.press("See what follows").sees("There is a problem")
    for part, value in (("Day", "31"), ("Month", "3"), ("Year", "2099")):
        steward.fill(part, value, of=LAST)
    steward.fill("Why?", "Arian tan 31 Mawrth").press("See what follows")
    steward.sees("Their jobs go on counting by the rules of the version that they began with.")
    steward.press("Change the day").sees("Leave it empty where no end is set.").press("See what follows")
    steward.press("Save").sees("It is written down.").reads(DAY[language])
    steward.follow("Versions and what changed").reads("Arian tan 31 Mawrth")
    try:
        Reader(arrive(), language).visit("/start/").reads(DAY[language])
    finally:
        steward.visit(f"{PROGRAMME}last-day/")
        for part in ("Day", "Month", "Year"):
            steward.fill(part, "", of=LAST)
        steward.fill("Why?", "Mae'n parhau").press("See what follows")
        steward.sees("It goes on: people can start without an end.").press("Save").sees("It is written down.")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_coach_says_a_clinical_team_from_a_day_on(arrive: Arrive, language: str) -> None:
    """Given somebody beside one team; when another is chosen; then the days of the first stay written down."""
    (email, name), (before, after) = COACHES[language], TEAMS[language]
    coach = Reader(arrive(phone=True), language).sign_in(email).visit("/people/?all")
    coach.through(coach.page.locator("main").get_by_role("link", name=PEOPLE[language]).first)
    coach.visit(f"{coach.visitor.path.removeprefix('/cy')}programmes/")
    coach.through(coach.page.locator("main a[href$='/team/']").first).reads(before)
    coach.choose(after).fill("Year", "2099", of="Since when?")
    coach.press("Save").sees("That day is still to come. Choose today or an earlier day.")
    coach.fill("Year", str(clock.today().year), of="Since when?")
    coach.press("Save").sees("It is written down.").reads(after, before)
    coach.through(coach.page.locator("main a[href$='/team/']").first)
    coach.sees("What was written down").reads(after, before, name)
