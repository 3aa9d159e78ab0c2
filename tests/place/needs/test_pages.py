"""Pages of the need list: anybody reads, stewards keep."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cydwaith.kernel import actor
from cydwaith.kernel.actor import Role
from cydwaith.place.needs import queries
from cydwaith.place.needs.forms import NeedForm, initial
from tests.support.browsing import signed_in
from tests.support.worlds import a_team

pytestmark = pytest.mark.django_db
KEEP = [
    "/needs/keep/",
    "/needs/keep/try/",
    "/needs/keep/draft/",
    "/needs/keep/versions/",
    "/needs/keep/need/debt/",
]


@pytest.fixture
def keeper() -> Client:
    return signed_in(a_team("stewards", role=Role.STEWARD).coach)


def test_anybody_reads_the_list_in_either_language(client: Client) -> None:
    page = client.get("/needs/").content.decode()
    assert "Debt and bills I cannot pay" in page and "?need=debt" in page
    assert "Dyled a biliau na allaf eu talu" in client.get("/cy/needs/").content.decode()


@pytest.mark.parametrize("path", KEEP)
def test_the_keepers_pages_are_for_stewards(path: str, client: Client) -> None:
    assert client.get(path).status_code == 302
    assert signed_in(a_team("coaches").coach).get(path).status_code in (403, 404)


@pytest.mark.parametrize("path", KEEP)
def test_a_steward_opens_each_page(path: str, keeper: Client) -> None:
    assert keeper.get(path).status_code == 200
    assert keeper.get(f"/cy{path}").status_code == 200


def posted(key: str, **changes: str) -> dict[str, str]:
    return initial(queries.whole_need(actor.anonymous(), key)) | changes


def test_a_need_is_changed_looked_at_and_published(keeper: Client) -> None:
    form = posted("debt")
    form["phrases_en"] += "\nmy zonkle is wobbled"
    assert keeper.post("/needs/keep/need/debt/", form)["Location"] == "/needs/keep/draft/"
    assert "my zonkle is wobbled" in keeper.get("/needs/keep/draft/").content.decode()
    assert keeper.post("/needs/keep/draft/", {"note": ""}).status_code == 200
    assert keeper.post("/needs/keep/draft/", {"note": "as said"})["Location"] == "/needs/keep/versions/"
    told = keeper.get("/needs/keep/versions/").content.decode()
    assert "as said" in told and "Alex steward" in told
    assert "my zonkle is wobbled" in keeper.get("/needs/keep/versions/1/?with=0").content.decode()
    tried = keeper.post("/needs/keep/try/", {"words": "my zonkle is wobbled"}).content.decode()
    assert "“my zonkle is wobbled”" in tried or "zonkle" in tried
    assert keeper.post("/needs/keep/versions/0/restore/").status_code == 302
    assert [one.number for one in queries.versions(actor.anonymous())] == [2, 1, 0]


def test_a_draft_is_thrown_away(keeper: Client) -> None:
    keeper.post("/needs/keep/need/debt/", posted("debt", label_en="Debts"))
    assert keeper.post("/needs/keep/draft/discard/")["Location"] == "/needs/keep/"
    assert queries.draft(actor.anonymous()) is None


def test_what_cannot_be_used_is_said_on_the_form(keeper: Client) -> None:
    page = keeper.post("/needs/keep/need/debt/", posted("debt", related="nowhere")).content.decode()
    assert "no need nowhere" in page
    page = keeper.post("/needs/keep/need/debt/", posted("debt", taxonomy="one")).content.decode()
    assert "Enter each term as" in page
    page = keeper.post("/needs/keep/need/debt/", posted("debt", label_cy="")).content.decode()
    assert "There is a problem" in page


@pytest.mark.parametrize(
    "path", ["/needs/keep/need/nothing/", "/needs/keep/versions/99/", "/needs/keep/versions/99/?with=x"]
)
def test_what_is_not_there_is_not_there(path: str, keeper: Client) -> None:
    assert keeper.get(path).status_code == 404


def test_words_that_fit_nothing_are_said_to(keeper: Client) -> None:
    page = keeper.post("/needs/keep/try/", {"words": "qqq zzz", "drafted": "on"}).content.decode()
    assert "Nothing fits" in page


def test_a_need_that_is_saved_as_it_was_is_as_it_was() -> None:
    for key in ("debt", "sleep", "suicide-crisis"):
        need = queries.whole_need(actor.anonymous(), key)
        form = NeedForm(initial(need))
        assert form.is_valid()
        assert {**need, **form.entry()} == need


def test_a_need_that_another_steward_changed_meanwhile_is_not_written_over_unseen(keeper: Client) -> None:
    path = "/needs/keep/need/debt/"
    seen = BeautifulSoup(keeper.get(path).content, "html.parser").select_one("input[name=seen]")
    mine = initial(queries.whole_need(actor.anonymous(), "debt"))
    other = signed_in(a_team("others", front_door=False, role=Role.STEWARD).coach)
    assert other.post(path, mine | {"label_en": "Owing money"}).status_code == 302
    late = mine | {"label_en": "My own label", "seen": seen["value"]}
    page = BeautifulSoup(keeper.post(path, late).content, "html.parser")
    assert "Somebody changed this need" in page.get_text()
    assert page.select_one("[name=label_en]")["value"] == "My own label"
    again = late | {"seen": page.select_one("input[name=seen]")["value"]}
    assert keeper.post(path, again).status_code == 302
    assert queries.whole_need(actor.anonymous(), "debt")["label"]["en"] == "My own label"
