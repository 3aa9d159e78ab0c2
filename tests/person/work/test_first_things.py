"""Before anything is kept there is no paper: the page says what comes first, to those who may know."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor
from cydwaith.person.work import commands
from cydwaith.person.work.rules.vocabulary import Kind, Sheet
from tests.support.browsing import Browser

from .conftest import ANSWERS, World, let_in
from .test_pages import at, page, text

pytestmark = pytest.mark.django_db
PAGES = ("paper", "pdf", "dates", "give")


def written(sam: Actor) -> None:
    """Answers that nobody has kept."""
    assert sam.person_id
    commands.write(sam, person_id=sam.person_id, sheet=Sheet.STATEMENT, answers=ANSWERS)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("kind", Kind)
def test_a_paper_of_nothing_leads_to_the_questions(
    world: World, browser: Browser, name: str, kind: Kind
) -> None:
    soup = page(browser(world.sam), at(world, name, kind))
    assert "First answer the questions of the work statement" in text(soup)
    assert soup.find("a", href=at(world, "sheet", Sheet.STATEMENT))


def test_giving_what_is_not_there_leads_there_too(world: World, browser: Browser) -> None:
    answer = browser(world.sam).post(at(world, "give", Kind.PLAN) + "?reader=employer", {"purpose": "x"})
    assert answer.status_code == 302 and answer["Location"] == at(world, "papers")


def test_answers_that_are_not_kept_are_to_be_kept_first(world: World, browser: Browser) -> None:
    written(world.sam)
    soup = page(browser(world.sam), at(world, "paper", Kind.PLAN))
    assert "are not kept yet" in text(soup) and soup.find("a", href=at(world, "keep", Sheet.STATEMENT))


def test_whoever_may_not_write_is_not_told_to(world: World, browser: Browser) -> None:
    let_in(world.sam, world.doctor, Scope.WORK)
    soup = page(browser(world.doctor), at(world, "paper", Kind.PLAN))
    assert "There is no work statement yet." in text(soup)
    assert not soup.find("a", href=at(world, "sheet", Sheet.STATEMENT))


@pytest.mark.parametrize("name", PAGES)
def test_others_learn_nothing_of_whether_something_is_kept(
    world: World, browser: Browser, manager: Actor, name: str
) -> None:
    for actor in (world.stranger, world.doctor, manager):
        answer = browser(actor).get(at(world, name, Kind.PLAN))
        assert answer.status_code == 404
    assert Client().get(reverse("work:papers", args=[world.person_id])).status_code == 302
