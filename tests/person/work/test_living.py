"""Papers and answers that live: looked at again, given as seen, and nothing lost in a second tab."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from cydwaith.commons.circle.commands import change_details
from cydwaith.commons.guard.models import approved_rows
from cydwaith.commons.messages.models import Message
from cydwaith.commons.people.models import Account
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict
from cydwaith.person.work import commands, queries
from cydwaith.person.work.models import Kept
from cydwaith.person.work.rules.holidays import bank_holidays, easter_sunday, holidays_among
from cydwaith.person.work.rules.paper import as_data, seal, seal_of
from cydwaith.person.work.rules.vocabulary import Because, Kind, Reader, Sheet

from .conftest import World, given, kept

pytestmark = pytest.mark.django_db
EMPLOYER = "?reader=employer&language=en&layout=plain"


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(Account.objects.get(id=actor.account_id))
    return client


def at(world: World, name: str, *more: object) -> str:
    return reverse(f"work:{name}", args=[world.person_id, *more])


def read(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content[:500]
    return BeautifulSoup(answer.content, "html.parser")


def said(soup: BeautifulSoup) -> str:
    assert soup.main
    return soup.main.get_text(" ", strip=True)


def send(client: Client, address: str, **values: object) -> BeautifulSoup:
    return BeautifulSoup(client.post(address, values, follow=True).content, "html.parser")


def test_after_a_job_the_person_hears_of_it_once_in_words_that_say_nothing(
    world: World, statement: UUID
) -> None:
    change_details(world.sam, person_id=world.person_id, email="sam@example.org")
    for _ in range(2):
        commands.ask_again(world.rhian, person_id=world.person_id, because=Because.JOB)
    (message,) = approved_rows(Message).filter(kind="work-again")
    assert message.link_path.endswith("/work/profile/")


def test_what_is_still_right_is_kept_with_one_press(world: World, statement: UUID) -> None:
    commands.ask_again(world.rhian, person_id=world.person_id, because=Because.TRIAL)
    client = signed_in(world.sam)
    page = read(client, at(world, "sheet", Sheet.PROFILE))
    [form] = [form for form in page.find_all("form") if "Yes, it is still right" in form.get_text()]
    because = form.find("input", {"name": "because"})["value"]
    assert "Kept" in said(send(client, form["action"], because=because))
    view = queries.sheet(world.sam, world.person_id, Sheet.PROFILE)
    assert view.asked is None and view.newest and view.newest.because == "I tried something out"


def test_why_it_is_kept_is_chosen_already_where_somebody_asked(world: World, statement: UUID) -> None:
    commands.ask_again(world.rhian, person_id=world.person_id, because=Because.JOB)
    page = read(signed_in(world.sam), at(world, "keep", Sheet.PROFILE))
    assert page.find("input", {"value": "job", "checked": True})


def test_without_a_question_what_has_not_changed_makes_no_version(world: World, statement: UUID) -> None:
    with pytest.raises(Conflict):
        commands.keep(world.sam, person_id=world.person_id, sheet=Sheet.PROFILE, because=Because.JOB)


def test_the_day_to_look_again_is_said_on_the_work_page_once_it_has_come(world: World) -> None:
    on = clock.today() + timedelta(days=14)
    kept(world.sam, review={"on": on.isoformat()})
    client, home = signed_in(world.sam), at(world, "home")
    assert "You wanted to look at what you can do" not in said(read(client, home))
    with clock.at(clock.now() + timedelta(days=14)):
        assert "You wanted to look at what you can do" in said(read(client, home))
        commands.keep(world.sam, person_id=world.person_id, sheet=Sheet.STATEMENT, because=Because.REVIEW)
        assert "You wanted to look at what you can do" not in said(read(client, home))


def test_when_the_day_has_come_the_statement_is_kept_again_with_why_chosen_already(world: World) -> None:
    on = clock.today() + timedelta(days=14)
    kept(world.sam, review={"on": on.isoformat()})
    client, sheet = signed_in(world.sam), at(world, "sheet", Sheet.STATEMENT)
    keep = at(world, "keep", Sheet.STATEMENT)
    assert read(client, sheet).find("a", href=keep) is None, "nothing has changed"
    with clock.at(clock.now() + timedelta(days=15)):
        page = read(client, sheet)
        assert "Set the next day" in said(page) and page.find("a", href=keep)
        assert read(client, keep).find("input", {"value": "review", "checked": True})
        assert "has passed" in said(read(client, at(world, "paper", Kind.STATEMENT)))


@pytest.mark.parametrize(("kind", "question"), [(Kind.PLAN, "build-up"), (Kind.ACCESS, "access")])
def test_a_paper_that_says_little_names_the_question_that_it_waits_for(
    world: World, kind: Kind, question: str
) -> None:
    kept(world.sam, **{question: {}})
    client, paper, asked = signed_in(world.sam), at(world, "paper", kind), "This paper says little without"
    page = read(client, paper)
    assert asked in said(page) and page.find("a", href=at(world, "question", "statement", question))
    kept(world.sam)
    assert asked not in said(read(client, paper))


def test_a_paper_that_changed_since_it_was_looked_at_is_not_given(world: World, statement: UUID) -> None:
    client, give = signed_in(world.sam), at(world, "give", Kind.PLAN) + EMPLOYER
    seen = read(client, give).find("input", {"name": "seen"})["value"]
    kept(world.sam, worse={"words": "Words from another tab"})
    to = {"email": "boss@example.org", "purpose": "My return", "length": "30"}
    page = send(client, give, seen=seen, **to)
    assert "The paper is not what you looked at any more" in said(page)
    assert "Words from another tab" in said(page)
    assert queries.given_by(world.sam, world.person_id) == ()
    assert "Given." in said(send(client, give, seen=page.find("input", {"name": "seen"})["value"], **to))


def test_a_paper_is_given_only_as_it_was_seen(world: World, statement: UUID) -> None:
    found = queries.document(world.sam, world.person_id, statement, Kind.PLAN, Reader.EMPLOYER, language="en")
    given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER, seen=seal(as_data(found.paper)))
    with pytest.raises(Conflict):
        given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER, seen=seal_of("another"))


def test_a_button_pressed_twice_gives_a_paper_once(world: World, statement: UUID) -> None:
    once, again = (given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER) for _ in range(2))
    assert once == again and len(queries.given_by(world.sam, world.person_id)) == 1
    assert approved_rows(Message).filter(kind="paper-given").count() == 1
    other = given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER, email="hr@example.org")
    assert other != once
    until = clock.now() + timedelta(days=30)
    for_a_month = given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER, until=until)
    assert for_a_month != once, "another length is another gift"
    again = given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER, until=until + timedelta(seconds=1))
    assert again == for_a_month
    with clock.at(clock.now() + timedelta(minutes=2)):
        assert given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER) != once


def test_words_about_health_from_a_second_tab_are_not_written_over(world: World, statement: UUID) -> None:
    client, address = signed_in(world.sam), at(world, "own_words")
    seen = read(client, address).find("input", {"name": "seen"})["value"]
    commands.write_health(world.sam, person_id=world.person_id, words="From the other tab")
    page = send(client, address, words="From this tab", seen=seen)
    assert "Somebody changed this" in said(page) and "From the other tab" in said(page)
    assert "From this tab" in page.find("textarea").text
    assert queries.own_words(world.sam, world.person_id) == "From the other tab"
    send(client, address, words="Both", seen=page.find("input", {"name": "seen"})["value"])
    assert queries.own_words(world.sam, world.person_id) == "Both"


def test_a_paper_says_that_newer_answers_are_not_in_it_yet(world: World, statement: UUID) -> None:
    client, paper = signed_in(world.sam), at(world, "paper", Kind.PLAN)
    assert "You changed answers since" not in said(read(client, paper))
    commands.write(
        world.sam, person_id=world.person_id, sheet=Sheet.STATEMENT, answers={"worse": {"words": "Noise"}}
    )
    page = read(client, paper)
    assert "This paper does not have them yet" in said(page) and "Noise" not in said(page)
    assert page.find("a", href=at(world, "keep", Sheet.STATEMENT))


def test_work_on_a_bank_holiday_is_asked_about_and_not_taken_away(world: World) -> None:
    over = {"starts": "2026-12-21", "first_hours": 8.0, "target_hours": 12.0, "weeks": 3, "days": [0, 4]}
    kept(world.sam, **{"build-up": over})
    paper = said(read(signed_in(world.sam), at(world, "paper", Kind.PLAN) + EMPLOYER))
    assert "Work on a bank holiday: 25 December 2026, 28 December 2026, 1 January 2027." in paper
    assert "bank holiday" not in said(read(signed_in(world.sam), at(world, "paper", Kind.PASSPORT))), (
        "no days"
    )
    kept(world.sam, **{"build-up": {**over, "days_off": ["2026-12-25", "2026-12-28", "2027-01-01"]}})
    paper = said(read(signed_in(world.sam), at(world, "paper", Kind.PLAN) + EMPLOYER))
    assert "Work on a bank holiday" not in paper


PUBLISHED = {
    2022: "01-03 04-15 04-18 05-02 05-30 08-29 12-25 12-26 12-27",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-27 12-28",
}


@pytest.mark.parametrize(("year", "days"), PUBLISHED.items())
def test_bank_holidays_are_those_that_the_government_publishes(year: int, days: str) -> None:
    """As at www.gov.uk/bank-holidays, with Christmas Day also where it falls on a weekend."""
    assert sorted(bank_holidays(year)) == [date.fromisoformat(f"{year}-{day}") for day in days.split()]


def test_easter_is_where_the_tables_have_it_and_holidays_come_in_order() -> None:
    tables = ["2000-04-23", "2008-03-23", "2024-03-31", "2038-04-25"]
    assert [easter_sunday(year).isoformat() for year in (2000, 2008, 2024, 2038)] == tables
    days = [date(2027, 1, 1), date(2026, 12, 24), date(2026, 12, 25), date(2027, 1, 1)]
    assert holidays_among(days) == (date(2026, 12, 25), date(2027, 1, 1))


def test_a_day_is_called_too_long_without_a_word_put_into_anybodys_mouth(world: World) -> None:
    long = {"starts": "2026-12-01", "first_hours": 13.0, "target_hours": 13.0, "weeks": 1, "days": [1]}
    kept(world.sam, **{"build-up": long, "not-yet": {}})
    paper = said(read(signed_in(world.sam), at(world, "paper", Kind.PLAN) + EMPLOYER))
    assert "Week 1 has a day of 13 hours. Is that not too long?" in paper
    assert "You said: not more than 12" not in paper
    assert Kept.objects.as_seen_by(world.sam).filter(sheet="statement").count() == 1
