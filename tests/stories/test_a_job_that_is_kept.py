"""A roofer with bad knees finds other work and keeps it; what it counts for is said week by week."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story

ROOFER, BAKER = "dilwyn-marsden@cwmteg.example", "rhys@cwmteg.example"
COACH, STEWARD = "gareth@cwmteg.example", "elin@cwmteg.example"
LANGUAGES = pytest.mark.parametrize("language", ["en", "cy"], ids=["English", "Welsh"])
PAYSLIP = {"name": "slip.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 one line of pay"}


def on(reader: Reader, question: str, day: date) -> None:
    """A date in its three parts."""
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        reader.fill(part, str(value), of=question)


@LANGUAGES
def test_the_roofer_sees_on_a_phone_why_thirteen_of_sixteen_weeks_count(
    arrive: Arrive, language: str
) -> None:
    roofer = Reader(arrive(phone=True), language).sign_in(ROOFER)
    roofer.visit("/my/page/").follow("My jobs").reads("Dyffryn Builders' Yard")
    roofer.follow("What the work counts for").sees("Met")
    name = {"en": "Job kept: 7 hours, 13 weeks in 16", "cy": "Cadw swydd: 7 awr, 13 wythnos mewn 16"}[
        language
    ]
    roofer.follow(name).reads("1–3, 5–6, 8–11, 13–16", "gwaith-da", "IPS in Primary Care")
    marks = roofer.page.locator("svg .jobs-week--counted")
    rows = roofer.page.locator("table tbody tr")
    refused, running = (rows.filter(has_text=roofer.words(said)) for said in ("No:", "Not yet:"))
    assert running.count() <= 1, "only the week of today goes on"
    assert marks.count() == rows.count() - refused.count() - running.count() >= 13
    assert roofer.page.locator("svg .jobs-week__stroke").count() == 3
    roofer.page.emulate_media(media="print")
    assert rows.first.is_visible(), "an auditor reads it on paper"


@LANGUAGES
def test_a_job_is_written_down_and_its_hours_are_confirmed_by_a_link(arrive: Arrive, language: str) -> None:
    baker = Reader(arrive(), language).sign_in(BAKER)
    day = date.today() - timedelta(days=14)
    title, boss = {"en": ("Evening baker", "boss@mill.example"), "cy": ("Pobydd nos", "bos@melin.example")}[
        language
    ]
    baker.visit("/my/jobs/").press("Write down a job").press("Save").sees("Say what the job is.")
    baker.fill("What is the job?", title).fill("Who is it for?", "The old mill").choose("Employed")
    on(baker, "First day", day)
    baker.fill("How many hours in an ordinary week?", "12").fill("Pay, before tax, in pounds", "13.50")
    baker.press("Save").sees("The job is written down.").follow(f"{title}, The old mill")
    baker.follow("Add a payslip or another paper").choose("A payslip")
    baker.page.locator("input[type=file]").set_input_files(files=[PAYSLIP])  # type: ignore[list-item]
    on(baker, "From which day?", day)
    on(baker, "To which day?", day + timedelta(days=7))
    baker.press("Save").sees("It is written down.")
    baker.follow("Ask the employer to confirm").fill("The employer's e-mail address", boss)
    on(baker, "From which day?", day)
    on(baker, "To which day?", day + timedelta(days=7))
    baker.choose("I want this employer to be asked").press("Send the question")
    link = baker.letter(boss, "Please confirm some hours of work")
    employer = Reader(arrive(phone=True, script=False), language).visit(link)
    employer.reads("Rhys Calloway", title, "12").does_not_read("Gwaith Da", "Good Work", "Nia Prydderch")
    employer.choose("Yes").fill("Your name", "Beti Melin").press("Send").sees("Your answer has arrived.")
    employer.visit(link).does_not_read("Rhys Calloway", title)
    baker.page.reload()
    baker.reads("Beti Melin")


def test_a_coach_sees_what_is_due_and_notes_a_contact(arrive: Arrive) -> None:
    coach = Reader(arrive()).sign_in(COACH)
    coach.visit("/people/").follow("Work: what is due").sees("Late")
    coach.follow("After the job ended").press("Save").sees("Say whether you were in touch.")
    coach.choose("Yes", of="Were you in touch?").fill(
        "What they said about the job, in their words", "Nights were not for me."
    )
    coach.press("Save").reads("Nights were not for me.")
    coach.visit("/people/work/")
    assert not coach.page.get_by_text("After the job ended").count()


@LANGUAGES
def test_a_steward_changes_an_outcome_rule_and_reads_it_in_one_sentence(
    arrive: Arrive, language: str
) -> None:
    steward = Reader(arrive(), language).sign_in(STEWARD)
    weeks = {"en": "12", "cy": "11"}[language]
    steward.visit("/programmes/of/gwaith-da/").press("Make the next version").follow("Outcome rules")
    steward.follow("Change or remove").fill("How many weeks must count?", weeks)
    steward.press("See it in one sentence").reads(f"in {weeks} weeks out of any 16", f"mewn {weeks} wythnos")
    steward.press("Save").sees("Kept in the draft. Nothing changes for people until it is put in force.")
    steward.visit("/programmes/of/gwaith-da/next/").sees("What changes")
    on(steward, "From which day does it hold?", date.today() + timedelta(days=int(weeks)))
    steward.fill("What is new, and why?", "Agreed by the partners").press("Put it in force")
    if language == "en":
        steward.reads("Agreed by the partners", "in 12 weeks out of any 16")
