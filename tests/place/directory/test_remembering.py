"""Nothing of a search is kept, unless the person says so with one tick; and then the need alone."""

import pytest
from django.test import Client

from cydwaith.commons.circle.sections import sections
from cydwaith.kernel.actor import Actor, anonymous, system
from cydwaith.kernel.errors import Refused
from cydwaith.place.directory import commands, queries
from cydwaith.place.directory.models import KeptNeed
from tests.support.worlds import a_person, a_team

from .conftest import TakeIn, entry
from .test_pages import page, send, text

pytestmark = pytest.mark.django_db
DEBTS = {"words": "I owe everybody and dare not open the post", "near": ""}


@pytest.fixture
def ceri() -> Actor:
    return a_person("Ceri")


@pytest.fixture
def browser(ceri: Actor, take_in: TakeIn) -> Client:
    from cydwaith.commons.people.models import Account

    take_in(entry("Debt advice"))
    client = Client()
    client.force_login(Account.objects.get(id=ceri.account_id))
    return client


def kept(actor: Actor) -> list[str]:
    assert actor.person_id
    return [one.need.key for one in queries.remembered(actor, actor.person_id)]


def test_a_search_alone_keeps_nothing(browser: Client, ceri: Actor) -> None:
    page(browser, send(browser, **DEBTS, need="debt"))
    browser.post("/support/remember/")
    assert kept(ceri) == []


def test_one_tick_keeps_the_need_and_not_the_words(browser: Client, ceri: Actor) -> None:
    soup = page(browser, send(browser, **DEBTS, need="debt"))
    assert soup.select_one("form#remember input[type=checkbox]")
    answer = browser.post("/support/remember/", {"yes": "1"}, follow=True)
    assert kept(ceri) == ["debt"]
    assert "Debt" in answer.content.decode()
    rows = KeptNeed.objects.as_seen_by(system("a test")).values()
    assert "dare not" not in str(list(rows))
    assert not page(browser, send(browser, **DEBTS, need="debt")).select_one("form#remember")


def test_it_is_forgotten_at_once_when_they_say_so(browser: Client, ceri: Actor) -> None:
    assert ceri.person_id
    commands.remember_needs(ceri, person_id=ceri.person_id, needs=["debt", "debt", "no such need"])
    assert kept(ceri) == ["debt"]
    browser.post("/support/forget/", {"need": "debt"})
    assert kept(ceri) == []
    assert "Nothing." in text(page(browser, "/support/remembered/"))


def test_nobody_else_sees_it_or_keeps_it(ceri: Actor) -> None:
    assert ceri.person_id
    commands.remember_needs(ceri, person_id=ceri.person_id, needs=["debt"])
    coach, other = a_team("coaches").coach, a_person("Sam")
    for stranger in (coach, other, anonymous()):
        assert queries.remembered(stranger, ceri.person_id) == []
        with pytest.raises(Refused):
            commands.remember_needs(stranger, person_id=ceri.person_id, needs=["food"])
        with pytest.raises(Refused):
            commands.forget_need(stranger, person_id=ceri.person_id, need="debt")
    assert kept(ceri) == ["debt"]


def test_it_is_part_of_everything_about_me(ceri: Actor) -> None:
    assert ceri.person_id
    commands.remember_needs(ceri, person_id=ceri.person_id, needs=["debt"])
    section = next(one for one in sections() if one.key == "searches")
    assert [line.value for line in section.read(ceri, ceri.person_id)] == [
        queries.remembered(ceri, ceri.person_id)[0].need.label
    ]


def test_who_looks_for_somebody_else_is_not_asked(browser: Client, ceri: Actor) -> None:
    other = "0190a0a0-0000-7000-8000-000000000001"
    soup = page(browser, send(browser, **DEBTS, need="debt", person=other))
    assert not soup.select_one("form#remember")
    assert Client().get("/support/remembered/").status_code in (302, 404)
