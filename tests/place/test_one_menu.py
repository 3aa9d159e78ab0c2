"""A steward finds everything about the directory from one menu; nobody else sees it."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cydwaith.kernel.actor import Role
from cydwaith.web import menus
from tests.support.browsing import signed_in
from tests.support.worlds import a_team

pytestmark = pytest.mark.django_db
PAGES = [
    "/keeping/proposals/",
    "/keeping/due/",
    "/keeping/rhythm/",
    "/feeds/",
    "/feeds/conflicts/",
    "/feeds/duplicates/",
    "/register/",
    "/needs/keep/",
    "/places/",
]


@pytest.fixture
def keeper() -> Client:
    return signed_in(a_team("stewards", role=Role.STEWARD).coach)


def menu(client: Client, path: str) -> BeautifulSoup | None:
    answer = client.get(path)
    assert answer.status_code == 200
    found = BeautifulSoup(answer.content, "html.parser").select(".web-menu")
    return found[-1] if found else None


@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_a_steward_leads_to_all_the_others(keeper: Client, path: str) -> None:
    found = menu(keeper, path)
    assert found is not None
    assert {a["href"] for a in found.select("a")} == set(PAGES) - {"/keeping/rhythm/"}
    assert [a["href"] for a in found.select("[aria-current]")] == [path for _ in [0] if "rhythm" not in path]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_with_the_menu_asks_few_queries(keeper: Client, path: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        keeper.get(path)
    assert len(asked) <= 12, [one["sql"][:90] for one in asked]


def test_others_see_no_menu() -> None:
    assert menu(Client(), "/places/") is None


def test_a_page_stands_in_a_menu_once() -> None:
    before = len(menus._MENUS["a test"])
    for _ in range(2):
        menus.register("a test", menus.Entry(1, "Places", "atlas:places"))
    assert len(menus._MENUS["a test"]) == before + 1
