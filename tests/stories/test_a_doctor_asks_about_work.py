"""A doctor asks about work between two patients: by keyboard, in a minute, and hears what came of it."""

from __future__ import annotations

import pytest

from cydwaith.person.clinic.codes import status_words
from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story

DOCTOR, COACH = "anwen@cwmteg.example", "nia@cwmteg.example"
PROGRAMME = {"en": "Good Work", "cy": "Gwaith Da"}
MOST_KEYS, FEWEST = 15, 6


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_question_is_asked_by_keyboard_alone_and_its_answer_comes_back(
    arrive: Arrive, language: str
) -> None:
    """Given a patient with bad knees; when the doctor asks and refers; then both know where it stands."""
    doctor = Reader(arrive(), language).sign_in(DOCTOR).visit("/clinic/ask/")
    keys = Keys(doctor)
    keys.types(f"PT 9{language}")
    keys.until("status").press("ArrowDown").press("ArrowDown")
    keys.until("line").types("To work again, on the ground")
    keys.until("choice").press("Space")
    keys.until("name").types(f"Ieuan Brynmor {language}")
    keys.until("phone").types("01632 960555")
    keys.until("they_agree").press("Space")
    with doctor.page.expect_navigation():
        keys.until(None).press("Enter")
    assert keys.pressed <= MOST_KEYS
    doctor.visitor.check()
    doctor.reads("To work again, on the ground").reads(status_words("off-sick", language))
    here = doctor.visitor.path

    coach = Reader(arrive(), language).sign_in(COACH).go_to("Front door")
    coach.through(coach.page.locator("main a", has_text=f"Ieuan Brynmor {language}").first)
    coach.reads("To work again, on the ground").press("Say yes").pick("Programme", PROGRAMME[language])
    coach.pick("Coach", "Nia").press("Say yes").sees("They said yes")

    doctor.visit(here.removeprefix("/cy")).sees(
        "Their referral: %(news)s", news=doctor.words("They said yes")
    )
    doctor.go_to("My referrals").reads("To work again, on the ground").sees("They said yes")


def test_a_number_of_the_health_service_is_not_taken_and_nothing_typed_is_lost(arrive: Arrive) -> None:
    doctor = Reader(arrive(phone=True)).sign_in(DOCTOR).visit("/clinic/ask/")
    doctor.fill("Your reference for them", "943 476 5919").choose("In work, and finding it hard")
    doctor.fill("In a line, what matters to them?", "To keep the job").choose("Not now").press("Send")
    doctor.sees("There is a problem").reads("This is an NHS number")
    assert doctor.page.get_by_label("In a line, what matters to them?").input_value() == "To keep the job"
    doctor.fill("Your reference for them", "PT 300").press("Send").sees("Written down.")


LINES = """labels => labels.map(label => {
  const words = document.createRange();
  words.selectNodeContents(label);
  return words.getClientRects().length;
})"""


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_choice_in_a_row_breaks_no_word_in_two(arrive: Arrive, language: str) -> None:
    doctor = Reader(arrive(), language).sign_in(DOCTOR).visit("/clinic/ask/")
    lines = doctor.page.locator(".govuk-radios--inline label").evaluate_all(LINES)
    assert len(lines) > 2 and set(lines) == {1}


def test_not_now_takes_six_keys_besides_the_reference(arrive: Arrive) -> None:
    doctor = Reader(arrive()).sign_in(DOCTOR).visit("/clinic/ask/")
    keys = Keys(doctor)
    keys.types("PT 901").until("status").press("ArrowDown").until("choice").press("ArrowDown")
    with doctor.page.expect_navigation():
        keys.press("Enter")
    doctor.sees("Written down.").reads("PT 901", "Not now")
    assert keys.pressed == FEWEST


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_lesson_takes_five_minutes_and_its_record_is_the_doctors_own(arrive: Arrive, language: str) -> None:
    doctor = Reader(arrive(phone=True), language).sign_in(DOCTOR).visit("/clinic/asked/")
    doctor.follow("Five-minute lessons").through(doctor.page.locator("main .web-card a").first)
    doctor.press("See what we think").sees("There is a problem")
    for case in ("roofer", "shop", "carer"):
        doctor.page.locator(f"input[name={case}]").first.check()
    doctor.press("See what we think").sees("My record of learning").sees("To take away")
    doctor.visit("/clinic/practice/").sees("How often we ask about work")


class Keys:
    """Somebody without a mouse, whose presses are counted; letters are not."""

    def __init__(self, reader: Reader) -> None:
        self.page, self.pressed = reader.page, 0

    def press(self, key: str) -> Keys:
        self.page.keyboard.press(key)
        self.pressed += 1
        return self

    def types(self, text: str) -> Keys:
        self.page.keyboard.type(text)
        return self

    def until(self, field: str | None) -> Keys:
        """Go on with the tab key to this field; without one, to the button that sends."""
        for _ in range(MOST_KEYS):
            self.press("Tab")
            if self.page.evaluate("document.activeElement.name") == field if field else self._on_button():
                return self
        raise AssertionError(f"the keyboard does not reach {field}")

    def _on_button(self) -> bool:
        return bool(self.page.evaluate("document.activeElement.matches('main form button')"))
