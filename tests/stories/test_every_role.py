"""Everybody who can sign in walks through the house; nobody reaches what is another's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest

from cydwaith.demo.content import read
from cydwaith.demo.signing import SignIn, sign_ins
from tests.stories.conftest import Arrive
from tests.support.visitor import Visitor

pytestmark = pytest.mark.story

EVERYBODY = sign_ins()
PEOPLE = [one for one in EVERYBODY if one.role == "person"]
ORGANISATIONS = {one["key"]: one["name"] for one in read("organisations")["organisations"]}
WORK_FOR = {
    one["email"]: ORGANISATIONS[one["organisation"]]
    for one in read("accounts")["sign_ins"]
    if one.get("organisation") in ORGANISATIONS
}
MOST = 16  # kinds of page for each role, each in both languages
LEFT_OUT = ("/cy/", "/account/", "/demonstration/", "/static/")
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
SEEN: dict[str, set[str]] = {}


def name(one: SignIn) -> str:
    return one.email.partition("@")[0]


@pytest.mark.parametrize("one", EVERYBODY, ids=name)
def test_everybody_walks_through_the_house(arrive: Arrive, one: SignIn) -> None:
    somebody = arrive().sign_in(one.email)
    assert "/account/" not in somebody.path
    somebody.sees(one.name if one.role != "person" else one.name.split()[0])
    for path in walk(somebody, one.role):
        somebody.visit(f"/cy{path}")


def walk(somebody: Visitor, role: str) -> Iterator[str]:
    """Every kind of page that links lead to from the first, nearest first; each is checked."""
    kinds = SEEN.setdefault(role, set())
    ahead = ["/", *links(somebody)]
    while ahead and len(kinds) < MOST:
        path = ahead.pop(0)
        if kind(path) not in kinds:
            kinds.add(kind(path))
            if path.endswith(("/data/", ".csv")):
                assert somebody.page.request.get(somebody.address + path).ok
                continue
            somebody.visit(path)
            ahead += links(somebody)
            yield path


def links(somebody: Visitor) -> list[str]:
    """Where the links of this page lead within the house, in English."""
    found = somebody.page.eval_on_selector_all(
        "a[href]", "all => all.map(a => new URL(a.getAttribute('href'), a.baseURI).href)"
    )
    inside = [
        address.removeprefix(somebody.address) for address in found if address.startswith(somebody.address)
    ]
    return [path.partition("#")[0] for path in inside if path != "/cy" and not path.startswith(LEFT_OUT)]


def kind(path: str) -> str:
    """What sort of page a path leads to: without ids, and without the values of its questions."""
    parts = urlsplit(path)
    return ID.sub("id", parts.path) + "?" + ",".join(sorted(key for key, _ in parse_qsl(parts.query)))


def test_nobody_reaches_the_pages_of_a_person_who_did_not_let_them_in(arrive: Arrive) -> None:
    for owner in PEOPLE:
        theirs, circle = own_pages(arrive().come_back(owner.email))
        assert len(theirs) > 5
        strangers = [one for one in EVERYBODY if one is not owner and not let_in(one, circle)]
        assert len(strangers) > 3
        for one in strangers:
            assert opened(arrive().come_back(one.email), theirs) == [], one.email


def let_in(one: SignIn, circle: str) -> bool:
    """Whether somebody, or whom they work for, stands in a person's circle."""
    return one.name in circle or WORK_FOR.get(one.email, one.name) in circle


def own_pages(person: Visitor) -> tuple[list[str], str]:
    """The addresses with an id that lie a step from somebody's own pages, and whom they let in."""
    found = set(links(person))
    for path in ("/my/plan/", "/my/about-me/", "/my/measures/"):
        found |= set(links(person.visit(path)))
    circle = person.visit("/my/circle/").sees("My circle").page.locator("body").inner_text()
    return sorted(path for path in found if ID.search(path) and not path.startswith("/support/")), circle


def opened(stranger: Visitor, paths: list[str]) -> list[str]:
    """Which of the paths answer with anything but "not here"."""
    answers = [(path, stranger.page.request.get(stranger.address + path, max_redirects=0)) for path in paths]
    return [f"{path} {a.status}" for path, a in answers if a.status != 404]
