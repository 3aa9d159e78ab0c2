"""A nurse says once what she can do: papers come of it, each as its reader sees it, in both languages."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from icalendar import Calendar

from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story

NURSE = "priya-nandakumar@cwmteg.example"
DOCTOR = "anwen@cwmteg.example"
HOSPITAL = "sioned@cwmteg.example"
HEALTH = "Long COVID since the spring"
LANGUAGES = pytest.mark.parametrize("language", ["en", "cy"], ids=["English", "Welsh"])


def her_work(nurse: Reader) -> str:
    """The way to her work pages, without the language."""
    nurse.visit("/my/work/")
    return re.sub("^/cy", "", nurse.visitor.path)


def paper(reader: Reader) -> str:
    """The paper on the page, and nothing around it."""
    return reader.page.locator("article.work-paper").inner_text()


def fetched(reader: Reader, link: str) -> bytes:
    """What a link of the page gives when it is saved."""
    href = reader.page.get_by_role("link", name=reader.words(link), exact=True).get_attribute("href")
    assert href
    answer = reader.page.context.request.get(urljoin(reader.page.url, href))
    assert answer.ok
    return answer.body()


@LANGUAGES
def test_a_nurse_answers_on_a_phone_and_looks_at_her_papers(arrive: Arrive, language: str) -> None:
    nurse = Reader(arrive(phone=True), language).sign_in(NURSE)
    work = her_work(nurse)
    nurse.follow("What I can do now").press("Go through the questions")
    nurse.press("Keep and go on")
    hours, in_a_week = {"en": ("5", "15"), "cy": ("5.5", "16.5")}[language]
    nurse.fill("Hours a day that I can work now", hours).press("Keep and go on")
    nurse.press("Keep and stop for now").sees("Changed since you kept it")
    nurse.press("Keep this version").choose("It was time to look at it again").press("Keep it")
    nurse.visit(f"{work}papers/plan/")
    assert in_a_week in paper(nurse), "three such days, in the paper without typing it again"
    assert HEALTH not in paper(nurse)
    nurse.visit(f"{work}papers/plan/?layout=easy&own=on&reader=employer")
    assert HEALTH in paper(nurse), "she ticked it"
    assert fetched(nurse, "As a PDF").startswith(b"%PDF-")
    days = Calendar.from_ical(fetched(nurse, "Dates for my calendar").decode()).walk("VEVENT")
    assert len(days) == 29
    assert not any("COVID" in str(day["SUMMARY"]) for day in days)
    nurse.page.emulate_media(media="print")
    assert not nurse.page.locator("form.work-look").is_visible(), "only the paper is printed"
    assert nurse.page.locator("article.work-paper").is_visible()


@LANGUAGES
def test_what_she_previews_is_what_the_hospital_reads_until_she_stops_it(
    arrive: Arrive, language: str
) -> None:
    nurse = Reader(arrive(), language).sign_in(NURSE)
    work = her_work(nurse)
    nurse.visit(f"{work}papers/passport/?reader=employer&language={language}")
    seen = paper(nurse)
    nurse.press("Give it to somebody")
    nurse.pick("An organisation", "Ysbyty" if language == "cy" else "Cwm Teg Hospital")
    nurse.fill("What is it for?", f"Passport {language}").choose("Three months").press("Yes, give it")
    hospital = Reader(arrive(), language).sign_in(HOSPITAL)
    hospital.visit("/my/papers/")
    title = nurse.words("My adjustments passport")
    hospital.through(hospital.page.get_by_role("link", name=re.compile(title)).first)
    assert paper(hospital) == seen and HEALTH not in seen
    assert "COVID" not in hospital.page.locator("main").inner_text()
    there = re.sub("^/cy", "", hospital.visitor.path)
    nurse.visit(f"{work}given/")
    nurse.through(nurse.page.locator(".work-given").first.get_by_role("button"))
    hospital.is_turned_away(there)


def test_a_doctor_signs_in_her_own_name_and_the_nurse_reads_it(arrive: Arrive) -> None:
    nurse = Reader(arrive()).sign_in(NURSE)
    work = her_work(nurse)
    nurse.visit(f"{work}papers/report/").press("Give it to somebody")
    nurse.fill("Or one person, by e-mail address", DOCTOR).fill("What is it for?", "Your advice")
    nurse.choose("One month").press("Yes, give it")
    doctor = Reader(arrive()).sign_in(DOCTOR)
    doctor.visit("/my/papers/").follow("Priya Nandakumar: Health and work report: a draft for a professional")
    doctor.press("Complete and sign")
    doctor.fill("Your profession", "GP").fill("Your registration number", "1234567")
    doctor.fill("Your service, and how to reach it", "The surgery")
    for question in ("When did you talk?", "It holds from", "It holds until"):
        for part, value in (("Day", "1"), ("Month", "2"), ("Year", "2027")):
            doctor.fill(part, value, of=question)
    doctor.choose("Work is possible now, with the changes named here.").press("Sign it")
    doctor.sees("Nothing in it has changed since it was signed.")
    nurse.visit(f"{work}papers/").follow("Signed by Dr Anwen Tomlinson-Rees")
    nurse.reads("1234567", "This is not a fit note.")
