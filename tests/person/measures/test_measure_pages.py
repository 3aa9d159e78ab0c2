"""The pages: answering on a phone by link, together, how things are, change over a caseload."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from cydwaith.commons.circle.commands import withdraw
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.messages.models import Message
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.methods.measures import NOT_APPLICABLE
from cydwaith.person.measures import commands, queries
from cydwaith.person.measures.models import Reading
from cydwaith.person.measures.rules import How
from tests.support.browsing import Browser

from .conftest import LATER, ONS4, START, World


def read(answer: Any, status: int = 200) -> BeautifulSoup:
    assert answer.status_code == status, answer.content[:800]
    soup = BeautifulSoup(answer.content, "html.parser")
    assert len(soup.find_all("h1")) == 1
    return soup


def text(soup: BeautifulSoup) -> str:
    main = soup.find("main")
    assert main
    return re.sub(r"\s+", " ", main.get_text(" "))


def asked_by_link(world: World, *keys: str) -> str:
    """The path that the message points to."""
    commands.ask(world.coach, person_id=world.person_id, instruments=keys, how=How.LINK)
    message = approved_rows(Message).latest("created")
    return str(message.link_path)


def checked(soup: BeautifulSoup) -> list[tuple[str, str]]:
    return [(one["name"], one["value"]) for one in soup.select("main input[checked]")]


def test_a_person_answers_on_a_phone_without_an_account(world: World) -> None:
    path, phone = asked_by_link(world, "ons4", "goals", "three_cs"), Client()
    start = read(phone.get(path))
    assert "Leave out any question" in text(start)
    assert "Sing in the choir" not in start.decode()
    first = start.select_one("main a.govuk-button")["href"]
    page = read(phone.get(first))
    assert "Page 1 of 3" in text(page)
    assert "how satisfied are you with your life nowadays?" in text(page)
    assert len(page.select("main input[type=radio]")) == 44
    page = read(phone.post(first, {"satisfied": "3", "anxious": "8"}, follow=True))
    assert "Page 2 of 3" in text(page) and "Sing in the choir" in text(page)
    page = read(phone.post(path + "2/", {}, follow=True))
    assert "have not been tested as a measure" in text(page)
    page = read(phone.post(path + "3/", {"control": "5"}, follow=True))
    assert "Thank you" in text(page)
    assert "3 out of 10: low" in text(page) and "8 out of 10: high" in text(page)
    kept = {row.instrument: row.answers for row in approved_rows(Reading)}
    assert kept == {"ons4": {"satisfied": 3, "anxious": 8}, "three_cs": {"control": 5}}


def test_a_wrong_answer_is_refused_clearly_and_nothing_is_lost(world: World) -> None:
    path = asked_by_link(world, "ons4")
    answer = Client().post(path + "1/", {"satisfied": "99", "happy": "7"})
    page = read(answer)
    summary = page.select_one(".govuk-error-summary a")
    assert summary.get_text() == "Choose one of the answers, from 0 to 10."
    assert page.select_one(summary["href"])["name"] == "satisfied"
    assert checked(page) == [("happy", "7")]
    assert not approved_rows(Reading).exists()
    welsh = read(Client().post("/cy" + path + "1/", {"satisfied": "99", "happy": "7"}))
    assert "Yn gyffredinol, pa mor hapus" in text(welsh)


def test_stopping_keeps_the_answers_and_the_link_goes_on_where_it_was(world: World) -> None:
    path, phone = asked_by_link(world, "ons4", "work_ability"), Client()
    page = read(phone.post(path + "1/", {"happy": "6", "stop": "yes"}, follow=True))
    assert "You can go on until 16 March 2026" in text(page)
    assert checked(read(phone.get(path + "1/"))) == [("happy", "6")]
    read(phone.post(path + "2/", {"now": "5"}, follow=True))
    done = read(phone.get(path, follow=True))
    assert "Your answers are saved" in text(done)


def test_a_link_that_has_run_out_says_so_kindly(world: World) -> None:
    path = asked_by_link(world, "ons4")
    with clock.at(START + timedelta(days=15)):
        for end in ("", "1/", "thanks/"):
            page = read(Client().get(path + end), 410)
            assert "You have done nothing wrong" in text(page)
            assert "Ask the person who supports you for a new one" in text(page)
    assert Client().get("/questions/not-a-link/").status_code == 404
    assert Client().get(path + "9/").status_code == 404


def test_the_results_behind_a_link_close_after_a_day(world: World) -> None:
    path, phone = asked_by_link(world, "ons4"), Client()
    phone.post(path + "1/", {"happy": "6"})
    assert "6 out of 10" in text(read(phone.get(path + "thanks/")))
    with clock.at(START + timedelta(days=2)):
        assert "6 out of 10" not in text(read(phone.get(path + "thanks/")))


def test_the_coach_asks_by_message(world: World, browser: Browser) -> None:
    coach = browser(world.coach)
    where = reverse("measures:ask", args=[world.person_id])
    form = read(coach.get(where))
    assert ("instruments", "ons4") in checked(form) and ("instruments", "wsas") not in checked(form)
    page = read(coach.post(where, {"instruments": ["ons4", "wsas"], "how": "link"}, follow=True))
    assert "The link is on its way" in page.get_text()
    assert "Waiting for answers: Personal wellbeing (ONS4), Work and everyday life (WSAS)" in text(page)


def test_the_coach_answers_together_and_the_mode_is_kept(world: World, browser: Browser) -> None:
    coach = browser(world.coach)
    where = reverse("measures:ask", args=[world.person_id])
    page = read(coach.post(where, {"instruments": ["wsas"], "how": "phone"}, follow=True))
    assert "Read the questions out as they are" in text(page)
    assert "permission of Professor I. Marks" in text(page)
    sitting = queries.waiting(world.coach, world.person_id)[0].id
    answers = {
        "work-not-applicable": "on",
        **dict.fromkeys(("home", "social", "private", "relationships"), "4"),
    }
    page = read(coach.post(reverse("measures:fill", args=[sitting, 1]), answers, follow=True))
    assert "16 out of 40" in text(page)
    kept = approved_rows(Reading).get()
    assert (kept.mode, kept.answers["work"], kept.by_person) == ("phone", NOT_APPLICABLE, False)


def test_a_number_and_the_box_contradict_each_other(world: World) -> None:
    path = asked_by_link(world, "wsas")
    page = read(Client().post(path + "1/", {"work": "3", "work-not-applicable": "on", "home": "2"}))
    assert "not both" in page.select_one(".govuk-error-summary").get_text()


def test_the_asking_form_says_what_is_missing(world: World, browser: Browser) -> None:
    coach = browser(world.coach)
    page = read(coach.post(reverse("measures:ask", args=[world.person_id]), {}))
    summary = page.select_one(".govuk-error-summary").get_text()
    assert "Choose at least one set of questions." in summary
    assert "Choose how they will answer." in summary


def test_the_person_answers_on_their_own_page(world: World, browser: Browser) -> None:
    sam = browser(world.sam)
    assert "There are no answers yet" in text(read(sam.get(reverse("measures:mine"))))
    where = reverse("measures:ask", args=[world.person_id])
    page = read(sam.post(where, {"instruments": ["work_ability"]}, follow=True))
    assert "Page 1 of 1" in text(page)
    sitting = queries.waiting(world.sam, world.person_id)[0].id
    page = read(sam.post(reverse("measures:fill", args=[sitting, 1]), {"now": "7"}, follow=True))
    assert "7 out of 10: moderate" in text(page)
    assert approved_rows(Reading).get().mode == "self"


def two_readings(world: World) -> None:
    for answers, weeks in ((ONS4, 0), (LATER, 12)):
        with clock.at(START + timedelta(weeks=weeks)):
            commands.record_reading(world.sam, person_id=world.person_id, instrument="ons4", answers=answers)


def test_how_things_are_is_a_picture_with_its_sentence_and_table(world: World, browser: Browser) -> None:
    two_readings(world)
    for who in (world.sam, world.coach):
        page = read(browser(who).get(reverse("measures:person", args=[world.person_id])))
        figures = page.select("figure")
        assert len(figures) == 2
        assert all(figure.select_one("svg title") and figure.select_one("table") for figure in figures)
        assert "3 at first, 6 now: 3 better." in figures[0].get_text()
        assert "8 at first, 3 now: 5 better." in figures[1].get_text()
        assert "Lower is better" in figures[1].get_text()


def test_answers_are_put_right_and_the_earlier_ones_stay(world: World, browser: Browser) -> None:
    two_readings(world)
    sam = browser(world.sam)
    first = approved_rows(Reading).earliest("taken_at")
    where = reverse("measures:correct", args=[first.id])
    assert ("satisfied", "3") in checked(read(sam.get(where)))
    assert read(sam.post(where, {**ONS4, "satisfied": "77"})).select(".govuk-error-summary")
    page = read(sam.post(where, {**ONS4, "satisfied": "2"}, follow=True))
    assert "Put right later" in text(page)
    assert "2 at first, 6 now: 4 better." in text(page)
    assert sam.get(where).status_code == 404


def test_pages_are_closed_to_whoever_was_not_let_in(world: World, browser: Browser) -> None:
    two_readings(world)
    asked = commands.ask(world.coach, person_id=world.person_id, instruments=["ons4"], how=How.TOGETHER)
    reading = approved_rows(Reading).earliest("taken_at")
    closed = [
        reverse("measures:person", args=[world.person_id]),
        reverse("measures:ask", args=[world.person_id]),
        reverse("measures:fill", args=[asked.id, 1]),
        reverse("measures:filled", args=[asked.id]),
        reverse("measures:correct", args=[reading.id]),
    ]
    stranger, coach = browser(world.other.coach), browser(world.coach)
    assert [stranger.get(path).status_code for path in closed] == [404] * 5
    assert [coach.get(path).status_code for path in closed] == [200] * 5
    withdraw(world.sam, permission_id=world.permission)
    assert [coach.get(path).status_code for path in closed] == [404] * 5
    assert Client().get(closed[0]).status_code == 302
    assert browser(world.coach).get(reverse("measures:mine")).status_code == 404


def test_change_over_the_caseload_shows_n_and_response_rate_and_no_cause(
    world: World, browser: Browser, manager: Actor
) -> None:
    two_readings(world)
    with clock.at(START + timedelta(weeks=13)):
        for who in (world.coach, manager):
            page = read(browser(who).get(reverse("measures:change")))
            assert "Only people who answered twice count" in text(page)
            assert "1 (100%)" in text(page)
            assert "at least 2 are needed" in text(page).lower()
            assert "does not show what caused it" in text(page)
        assert browser(world.sam).get(reverse("measures:change")).status_code == 404


@pytest.mark.parametrize("key", ["ons4", "goals", "work_ability", "three_cs", "wsas", "loneliness"])
def test_every_set_of_questions_can_be_left_wholly_empty_in_both_languages(world: World, key: str) -> None:
    path, phone = asked_by_link(world, key), Client()
    for prefix in ("", "/cy"):
        page = read(phone.get(prefix + path + "1/"))
        assert page.html["lang"] == ("cy" if prefix else "en")
        assert all(one.get("id") for one in page.select("main input[type=radio]"))
        assert not checked(page)
    assert "Thank you" in text(read(phone.post(path + "1/", {}, follow=True)))
    assert not approved_rows(Reading).exists()


def test_no_page_names_the_person_in_its_address(world: World) -> None:
    path = asked_by_link(world, "ons4")
    assert "sam" not in path.lower()
    assert Client().get(path).headers["Cache-Control"] == "no-store"
