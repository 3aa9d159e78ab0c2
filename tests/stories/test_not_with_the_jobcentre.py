"""A nurse shares with the hospital where she works; the jobcentre sees what she opens to it, while she does."""

from __future__ import annotations

import re

import pytest

from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story

NURSE, NAME, FULL_NAME = "priya-nandakumar@cwmteg.example", "Priya", "Priya Nandakumar"
ABOUT_ME = "About me: what matters to me, my strengths, how to talk with me"
HOSPITAL = "sioned@cwmteg.example"
JOBCENTRE = "delyth@cwmteg.example"
NAMES = {
    "en": ("Cwm Teg Hospital", "Tegbridge Jobcentre"),
    "cy": ("Ysbyty Cwm Teg", "Canolfan Waith Pont-y-teg"),
}


def without_language(reader: Reader) -> str:
    """Where the reader is, in English."""
    return re.sub("^/cy", "", reader.visitor.path)


def paper(reader: Reader) -> str:
    """The paper on the page, and nothing around it."""
    return reader.page.locator("article.work-paper").inner_text()


def previewed(nurse: Reader, address: str, reader: str, language: str) -> str:
    """The paper as she looks at it through a reader's eyes."""
    nurse.visit(f"{address}?reader={reader}&language={language}")
    return paper(nurse)


def gives(nurse: Reader, organisation: str, purpose: str) -> None:
    """Give the paper on the page to an organisation."""
    nurse.press("Give it to somebody").pick("An organisation", organisation)
    nurse.fill("What is it for?", purpose).choose("Three months").press("Yes, give it")


def read_first(reader: Reader) -> str:
    """What the newest of the papers from her says."""
    reader.visit("/my/papers/")
    reader.through(reader.page.get_by_role("link", name=re.compile(NAME)).first)
    return paper(reader)


def finds_nothing(work_coach: Reader, *addresses: str) -> None:
    """No list names her, no search finds her, no address opens."""
    for page in ("/my/page/", "/my/papers/", "/my-referrals/", "/opportunities/mine/"):
        work_coach.visit(page).does_not_read(NAME)
    work_coach.visit("/support/").fill("What are you looking for?", FULL_NAME).press("Search")
    assert work_coach.page.get_by_role("link", name=re.compile(NAME)).count() == 0
    for address in addresses:
        work_coach.is_turned_away(address)


@pytest.mark.parametrize("language", ["en", "cy"], ids=["English", "Welsh"])
def test_she_shares_with_the_employer_and_not_with_the_jobcentre(arrive: Arrive, language: str) -> None:
    """Given a paper for the hospital; when she lets the jobcentre in for one thing; then that alone opens."""
    hospital_name, jobcentre_name = NAMES[language]
    nurse = Reader(arrive(phone=True), language).sign_in(NURSE)
    work = without_language(nurse.visit("/my/work/"))
    person = work.removesuffix("work/")

    plan = previewed(nurse, f"{work}papers/plan/", "employer", language)
    gives(nurse, hospital_name, "My way back")
    hospital = Reader(arrive(), language).sign_in(HOSPITAL)
    assert read_first(hospital) == plan
    closed = (person, work, *(person + page for page in ("shared/", "plan/", "about-me/", "jobs/")))
    closed += (f"{work}papers/plan/", without_language(hospital))

    work_coach = Reader(arrive(), language).sign_in(JOBCENTRE)
    finds_nothing(work_coach, *closed)

    statement = previewed(nurse, f"{work}papers/statement/", "jobcentre", language)
    gives(nurse, jobcentre_name, "What I can do")
    assert read_first(work_coach) == statement != plan
    opened = without_language(work_coach)
    for address in closed:
        work_coach.is_turned_away(address)

    nurse.visit("/my/circle/let-in/").pick("An organisation", jobcentre_name)
    nurse.fill("What is it for?", "My appointment").choose(ABOUT_ME).choose("One month")
    nurse.press("Look at what they will see").reads(jobcentre_name)
    told = nurse.page.locator(".govuk-summary-list__value").first.inner_text().splitlines()[0]
    nurse.press("Yes, let them in")
    work_coach.go_to("Shared with you").follow("Somebody").reads(told)
    for address in closed:
        if not address.endswith(("/shared/", "/about-me/")):
            work_coach.is_turned_away(address)

    nurse.visit("/my/circle/")
    nurse.through(nurse.page.get_by_role("button", name=re.compile(jobcentre_name)).first)
    nurse.visit(f"{work}given/")
    nurse.through(nurse.page.locator(".work-given").filter(has_text=jobcentre_name).get_by_role("button"))
    finds_nothing(work_coach, opened, *closed)
    hospital.visit(closed[-1])
