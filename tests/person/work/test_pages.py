"""The pages of work that fits, as the person, the coach and the readers use them."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from cydwaith.person.work import commands, queries
from cydwaith.person.work.rules.vocabulary import (
    Because,
    Kind,
    ProfileQuestion,
    Reader,
    Sheet,
    StatementQuestion,
)
from tests.support.browsing import Browser

from .conftest import HEALTH, World, by_email, given, kept

pytestmark = pytest.mark.django_db


def page(client: Client, address: str, status: int = 200) -> BeautifulSoup:
    answer = client.get(address, follow=True)
    assert answer.status_code == status, answer.content[:500]
    return BeautifulSoup(answer.content, "html.parser")


def send(client: Client, address: str, **values: object) -> BeautifulSoup:
    answer = client.post(address, values, follow=True)
    assert answer.status_code == 200, answer.content[:500]
    return BeautifulSoup(answer.content, "html.parser")


def text(soup: BeautifulSoup) -> str:
    main = soup.find("main")
    assert main
    return re.sub(r"\s+", " ", main.get_text(" "))


def at(world: World, name: str, *more: object) -> str:
    return reverse(f"work:{name}", args=[world.person_id, *more])


def seen(soup: BeautifulSoup) -> dict[str, str]:
    """The seal that goes with the page, as a browser sends it back."""
    found = soup.find("input", {"name": "seen"})
    assert found
    return {"seen": str(found["value"])}


def paper_of(soup: BeautifulSoup) -> str:
    found = soup.select_one("article.work-paper")
    assert found
    return re.sub(r"\s+", " ", str(found))


def test_every_page_stands_in_both_languages(world: World, statement: UUID, browser: Browser) -> None:
    kept(world.sam, hours={"a_day": 6.0, "days": 4, "level": 3})
    given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER)
    names = [at(world, name) for name in ("home", "papers", "own_words", "given_to")]
    for sheet in Sheet:
        names += [at(world, name, sheet) for name in ("sheet", "whole", "keep", "versions")]
    names += [at(world, "question", Sheet.PROFILE, key) for key in ProfileQuestion]
    names += [at(world, "question", Sheet.STATEMENT, key) for key in StatementQuestion]
    names += [at(world, "compare", Sheet.STATEMENT, 1, 2)]
    names += [at(world, "paper", kind) + "?layout=easy" for kind in Kind]
    names += [at(world, "give", kind) + "?reader=" + reader for kind, reader in _given()]
    client = browser(world.sam)
    for address in names:
        for prefix in ("", "/cy"):
            soup = page(client, prefix + address)
            assert len(soup.find_all("h1")) == 1, address
            assert len(set(ids := [tag["id"] for tag in soup.find_all(id=True)])) == len(ids), address


def _given() -> list[tuple[Kind, str]]:
    return [(kind, "clinician" if kind in (Kind.REPORT, Kind.NOTE) else "employer") for kind in Kind]


def test_one_question_a_page_from_the_first_to_the_last(world: World, browser: Browser) -> None:
    client = browser(world.sam)
    send(client, at(world, "question", Sheet.PROFILE, "good-at"), words="Listening", version=0)
    soup = send(client, at(world, "question", Sheet.PROFILE, "hours"), least="8", most="12,5", version=1)
    assert "Which days and times suit me?" in text(soup), "it goes on to the next question"
    soup = send(client, at(world, "question", Sheet.PROFILE, "helps"), words="A bus", version=2, stop="yes")
    shown = text(soup)
    assert "Listening" in shown and "12.5" in shown and "A draft: not kept yet" in shown
    soup = send(client, at(world, "keep", Sheet.PROFILE), because="first")
    assert "Kept on" in text(soup)
    found = queries.profile(world.sam, world.person_id)
    assert found and (found.said.hours_from, found.said.hours_to, found.number) == (8, 12.5, 1)


def test_wrong_hours_say_what_to_do(world: World, browser: Browser) -> None:
    client = browser(world.sam)
    for values, sentence in (
        ({"least": "1"}, "Enter hours from 2 to 60, such as 4 or 4.5."),
        ({"least": "ten"}, "Enter hours from 2 to 60, such as 4 or 4.5."),
        ({"least": "4.2"}, "Enter whole or half hours"),
        ({"least": "9", "most": "8"}, "must not be smaller"),
    ):
        soup = send(client, at(world, "question", Sheet.PROFILE, "hours"), version=0, **values)
        assert sentence in text(soup)
    address = at(world, "question", Sheet.STATEMENT, "build-up")
    soup = send(client, address, first_hours="20", target_hours="10", version=0)
    assert "at least the hours of the first" in text(soup)
    soup = send(client, address, days_off="soon", version=0)
    assert "Write each day like 25 12 2026" in text(soup)


def test_the_whole_sheet_on_one_page(world: World, browser: Browser) -> None:
    client = browser(world.sam)
    values = {"job-title": "Roofer", "hours-a_day": "4", "hours-days": "3", "tasks-lifting": "not-yet"}
    values |= {"build-up-days_off": "25 12 2026\n26 December 2026", "build-up-easier": "6, 2"}
    soup = send(client, at(world, "whole", Sheet.STATEMENT), version=0, **values)
    shown = text(soup)
    assert "Roofer" in shown and "Lifting and carrying: Not yet" in shown
    soup = page(client, at(world, "question", Sheet.STATEMENT, "build-up"))
    assert "26 12 2026" in str(soup.find("textarea", {"name": "days_off"}))
    easier = soup.find("input", {"name": "easier"})
    assert easier and easier["value"] == "2, 6"


def test_somebody_else_saved_first(world: World, browser: Browser) -> None:
    client, address = browser(world.sam), at(world, "question", Sheet.PROFILE, "helps")
    known = {"person_id": world.person_id, "sheet": Sheet.PROFILE}
    commands.write(world.rhian, answers={"helps": {"words": "A bus"}}, **known)
    soup = send(client, address, words="A bike", version=0)
    assert "Somebody changed this" in text(soup) and "A bus" in text(soup)
    version = soup.find("input", {"name": "version"})
    assert version
    send(client, address, words="A bike", version=str(version["value"]))
    found = queries.profile(world.sam, world.person_id)
    assert found and found.said.helps == "A bike"


def test_the_preview_is_the_same_render_as_what_the_reader_gets(
    world: World, statement: UUID, browser: Browser
) -> None:
    given_id = given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER)
    preview = page(browser(world.sam), at(world, "paper", Kind.PLAN) + "?reader=employer")
    reading = page(browser(by_email("boss@example.org")), reverse("work:given", args=[given_id]))
    assert paper_of(preview) == paper_of(reading)
    assert "This is not a fit note." in paper_of(reading)
    assert "12" in paper_of(reading) and HEALTH not in paper_of(reading)


def test_health_is_in_the_preview_only_when_it_is_ticked(
    world: World, statement: UUID, browser: Browser
) -> None:
    client, address = browser(world.sam), at(world, "paper", Kind.STATEMENT)
    assert HEALTH not in str(page(client, address + "?reader=employer"))
    assert HEALTH in str(page(client, address + "?reader=employer&own=on"))
    coach = page(browser(world.rhian), address + "?reader=employer&own=on")
    assert HEALTH in str(coach), "let in to health"


def test_giving_and_stopping_a_paper(world: World, statement: UUID, browser: Browser) -> None:
    client = browser(world.sam)
    address = at(world, "give", Kind.PLAN) + "?reader=employer&language=en&layout=plain"
    mark = seen(page(client, address))
    soup = send(client, address, **mark, email="", purpose="", length="30")
    assert "Say what it is for." in text(soup)
    to = {"email": "boss@example.org", "known_as": "Ann", "purpose": "My return", "length": "30"}
    soup = send(client, address, **mark, **to)
    assert "Given. You can stop this at any time." in text(soup) and "Ann" in text(soup)
    row = queries.given_by(world.sam, world.person_id)[0]
    assert row.until and row.is_open and not row.with_health
    boss = browser(by_email("boss@example.org"))
    assert "Sam Pritchard" in text(page(boss, reverse("work:received")))
    send(client, at(world, "stop", row.id))
    page(boss, reverse("work:given", args=[row.id]), status=404)


def test_print_pdf_and_calendar(world: World, statement: UUID, browser: Browser) -> None:
    client = browser(world.sam)
    answer = client.get(at(world, "pdf", Kind.PLAN) + "?language=cy&layout=easy")
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF-")
    assert "plan-cy.pdf" in answer["Content-Disposition"], "no name of anybody in the file's name"
    answer = client.get(at(world, "dates", Kind.PLAN))
    days = Calendar.from_ical(answer.content.decode()).walk("VEVENT")
    assert len(days) == 29 and str(days[0]["SUMMARY"]) == "Work: 3 hours"
    given_id = given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER)
    boss = browser(by_email("boss@example.org"))
    assert boss.get(reverse("work:given_pdf", args=[given_id])).content.startswith(b"%PDF-")
    assert boss.get(reverse("work:given_dates", args=[given_id])).content.count(b"BEGIN:VEVENT") == 29


def test_a_calendar_that_goes_too_far_is_said_aloud(world: World, browser: Browser) -> None:
    limit = {"most_a_day": 4.0, "most_a_week": 20.0}
    kept(world.sam, **{"not-yet": limit})
    shown = text(page(browser(world.sam), at(world, "paper", Kind.PLAN)))
    assert "not more than 4 hours in a day" in shown and "not more than 20 hours in a week" in shown


def test_a_clinician_completes_signs_and_the_person_gives_it_on(
    world: World, statement: UUID, browser: Browser
) -> None:
    given_id = given(world.sam, statement, Kind.REPORT, Reader.CLINICIAN, email="surgery@example.org")
    client, address = browser(world.doctor), reverse("work:report", args=[given_id])
    assert "Complete and sign" in text(page(client, reverse("work:given", args=[given_id])))
    soup = send(client, address, sign="yes", **seen(page(client, address)))
    assert "Error" in str(soup.title)
    values = {"name": "Dr Okafor", "profession": "GP", "registration": "1", "service": "Surgery"}
    values |= {"advice": "with-changes", "options": "build-up", "note": "A stool", "hard-0": "Half days"}
    for name, year in (("seen_on", 2026), ("holds_from", 2026), ("holds_until", 2027)):
        values |= {f"{name}_{part}": str(value) for part, value in (("day", 1), ("month", 2), ("year", year))}
        values |= {f"{name}_{n}": str(value) for n, value in enumerate((1, 2, year))}
    soup = send(client, address, later="yes", **seen(soup), **values)
    assert "It is not signed yet" in text(soup)
    soup = send(client, address, sign="yes", **seen(soup), **values)
    assert "Nothing in it has changed since it was signed." in text(soup)
    report = queries.reports_of(world.sam, world.person_id)[0]
    mine = browser(world.sam)
    assert "Half days" in text(page(mine, reverse("work:report_signed", args=[report.id])))
    assert mine.get(reverse("work:report_pdf", args=[report.id])).content.startswith(b"%PDF-")
    soup = send(
        mine,
        reverse("work:report_give", args=[report.id]),
        email="boss@example.org",
        purpose="My return",
        length="open",
    )
    assert "Given." in text(soup)
    page(client, address)


def test_the_picture_of_ability_rises_with_the_table_beside_it(
    world: World, statement: UUID, browser: Browser
) -> None:
    kept(world.sam, hours={"a_day": 6.0, "days": 4, "level": 3})
    soup = page(browser(world.sam), at(world, "sheet", Sheet.STATEMENT))
    assert "It was 12 hours a week at first and is 24 hours now: it has gone up." in text(soup)
    assert len(soup.select("figure svg")) == 2 and len(soup.select("figure table")) == 2


def test_pages_are_closed_to_others(world: World, statement: UUID, browser: Browser) -> None:
    for actor in (world.stranger, world.doctor):
        client = browser(actor)
        for address in (at(world, "home"), at(world, "papers"), at(world, "paper", Kind.PLAN)):
            page(client, address, status=404)
    assert Client().get(at(world, "home")).status_code == 302


def test_pages_cost_few_queries_whatever_there_is(
    world: World, statement: UUID, browser: Browser, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for number in range(5):
        kept(world.sam, hours={"a_day": 4.0 + number / 2, "days": 3})
        given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER, email=f"boss{number}@example.org")
    for actor in (world.sam, world.rhian):
        client = browser(actor)
        for address in (
            at(world, "home"),
            at(world, "sheet", Sheet.STATEMENT),
            at(world, "papers"),
            at(world, "given_to"),
            at(world, "question", Sheet.PROFILE, "hours"),
        ):
            client.get(address)
            with django_assert_max_num_queries(12):  # type: ignore[attr-defined]
                client.get(address)


def test_after_a_job_the_home_page_asks_again(world: World, statement: UUID, browser: Browser) -> None:
    commands.ask_again(world.rhian, person_id=world.person_id, because=Because.JOB)
    assert "Is what you said still what you want?" in text(page(browser(world.sam), at(world, "home")))
