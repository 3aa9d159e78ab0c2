"""What a second pair of eyes found: who is offered what, and input that nobody foresaw."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Role
from cydwaith.person.work import commands, queries
from cydwaith.person.work.rules.reading import FIRST_DAY, LAST_DAY
from cydwaith.person.work.rules.statement import read
from cydwaith.person.work.rules.vocabulary import Because, Kind, Reader, Sheet, StatementQuestion
from cydwaith.web.fields import PARTS
from tests.support.browsing import Browser

from .conftest import ANSWERS, World, by_email, colleague, given, kept, let_in
from .test_pages import at, page, send, text

pytestmark = pytest.mark.django_db
FAR = "9999-12-31"


def titles(rows: tuple[queries.GivenRow, ...]) -> list[UUID]:
    return [row.id for row in rows]


def test_papers_for_me_are_those_that_were_given_to_me_and_no_others(world: World, statement: UUID) -> None:
    to_boss = given(world.sam, statement, Kind.PLAN, Reader.EMPLOYER)
    house = {"email": "", "organisation_id": world.rhian.organisation_id}
    to_coach = given(world.sam, statement, Kind.PLAN, Reader.SUPPORTER, **house)
    assert titles(queries.received(world.rhian)) == [to_coach], "let in to work, but not the reader of it"
    assert titles(queries.received(by_email("boss@example.org"))) == [to_boss]
    assert queries.received(world.sam) == ()


def test_only_the_clinician_to_whom_a_draft_was_given_is_asked_to_complete_it(
    world: World, statement: UUID, browser: Browser
) -> None:
    let_in(world.sam, world.doctor, Scope.WORK | Scope.CONTACT)
    draft = given(world.sam, statement, Kind.REPORT, Reader.CLINICIAN, email="other@example.org")
    client = browser(world.doctor)
    assert "Complete and sign" not in text(page(client, reverse("work:given", args=[draft])))
    assert client.get(reverse("work:report", args=[draft])).status_code == 404


def test_whoever_may_only_look_is_offered_nothing_to_change_or_give(world: World, browser: Browser) -> None:
    kept(
        world.sam, **{"build-up": ANSWERS["build-up"] | {"starts": "2026-12-24"}}, review={"on": "2026-01-01"}
    )
    commands.write(
        world.sam, person_id=world.person_id, sheet=Sheet.STATEMENT, answers={"worse": {"words": "x"}}
    )
    let_in(world.sam, world.doctor, Scope.WORK | Scope.CONTACT)
    theirs, mine = (
        page(browser(actor), at(world, "paper", Kind.PLAN) + "?reader=employer")
        for actor in (world.doctor, world.sam)
    )
    for words in ("Give it to somebody", "Before you give it", "Work on a bank holiday"):
        assert words in text(mine) and words not in text(theirs), words
    assert not theirs.select('main a[href*="/question/"]')
    client = browser(world.doctor)
    assert client.get(at(world, "give", Kind.PLAN) + "?reader=employer").status_code in (403, 404)


def test_without_the_name_the_papers_are_not_offered_as_links_that_lead_nowhere(
    world: World, statement: UUID, browser: Browser
) -> None:
    let_in(world.sam, world.doctor, Scope.WORK)
    soup = page(browser(world.doctor), at(world, "papers"))
    assert "Their name is not shared with you" in text(soup) and not soup.select(".work-papers a")


@pytest.mark.parametrize("weeks", ["²", "4, ²", "-1", "53", "٤٤٤", "1e3"])
def test_a_week_that_is_no_number_is_said_and_breaks_nothing(
    world: World, browser: Browser, weeks: str
) -> None:
    address = at(world, "question", Sheet.STATEMENT, "build-up")
    assert "Write the numbers of the weeks" in text(
        send(browser(world.sam), address, easier=weeks, version=0)
    )


@pytest.mark.parametrize(
    ("question", "field"), [("build-up", "starts"), ("access", "applied"), ("review", "on")]
)
@pytest.mark.parametrize("year", ["9999", "0001", "1066"])
def test_a_year_with_a_slip_of_the_finger_is_said(
    world: World, browser: Browser, question: str, field: str, year: str
) -> None:
    day = {f"{field}_{part}": typed for part, typed in zip(PARTS, ("31", "12", year), strict=True)}
    soup = send(browser(world.sam), at(world, "question", Sheet.STATEMENT, question), version=0, **day)
    assert "The date must be on or" in text(soup)


def test_a_day_off_in_a_year_that_cannot_be_meant_is_said(world: World, browser: Browser) -> None:
    address = at(world, "question", Sheet.STATEMENT, "build-up")
    soup = send(browser(world.sam), address, days_off="25 12 20266\n25 12 9999", version=0)
    assert "Write each day like 25 12 2026" in text(soup)


def test_a_day_that_was_kept_before_days_had_ends_reads_as_not_said() -> None:
    said = read(
        {
            "build-up": ANSWERS["build-up"] | {"starts": FAR, "days_off": [FAR, "2026-12-25"]},
            "access": {"applied": FAR},
            "review": {"on": FAR},
        }
    )
    assert (said.build_up.starts, said.access.applied, said.review_on) == (None, None, None)
    assert [day.isoformat() for day in said.build_up.days_off] == ["2026-12-25"]


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
def test_papers_stand_at_both_ends_of_the_days(world: World, browser: Browser, day: Any) -> None:
    on = day.isoformat()
    whole = ANSWERS["build-up"] | {"starts": on, "weeks": 52}
    kept(world.sam, **{"build-up": whole}, access={"applied": on, "asks": "x"}, review={"on": on})
    client = browser(world.sam)
    for kind in Kind:
        for name in ("paper", "dates"):
            assert client.get(at(world, name, kind)).status_code == 200, (kind, name)


def test_every_question_bears_what_nobody_foresaw(world: World, browser: Browser) -> None:
    client = browser(world.sam)
    for key in StatementQuestion:
        for words in ("²", "💥" * 30, "-1", "nan", "1e400", "٣", "<b>"):
            soup = page(client, at(world, "question", Sheet.STATEMENT, key))
            names = [
                one["name"] for one in soup.select("main form [name]") if one["name"] != "csrfmiddlewaretoken"
            ]
            answer = client.post(at(world, "question", Sheet.STATEMENT, key), dict.fromkeys(names, words))
            assert answer.status_code in (200, 302), (key, words)


def test_a_colleague_of_the_reader_hears_of_a_paper_for_the_house(world: World, statement: UUID) -> None:
    house = {"email": "", "organisation_id": world.doctor.organisation_id}
    note = given(world.sam, statement, Kind.NOTE, Reader.CLINICIAN, **house)
    assert titles(queries.received(colleague(world.doctor, Role.CLINICIAN))) == [note]


def test_a_version_is_kept_although_a_day_in_it_cannot_be_meant(world: World, browser: Browser) -> None:
    said = ANSWERS | {"review": {"on": FAR}}
    commands.write(world.sam, person_id=world.person_id, sheet=Sheet.STATEMENT, answers=said)
    commands.keep(world.sam, person_id=world.person_id, sheet=Sheet.STATEMENT, because=Because.FIRST)
    for name in ("home", "papers"):
        page(browser(world.sam), at(world, name))
    page(browser(world.sam), at(world, "paper", Kind.STATEMENT))
