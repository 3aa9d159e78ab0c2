"""The base page, the two public pages, the error pages and signing in, over the real site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation

from cydwaith.person.workplace.views import pulsing
from cydwaith.web import views
from tests.web.rendering import soup

TEMPLATES = Path(views.__file__).parent / "templates"
INLINE = re.compile(
    r"""\son(?!ce=)\w+=|\sstyle=|<style|javascript:|<script(?![^>]*(src=|application/json))""", re.IGNORECASE
)
PAGES = ("web:accessibility", "web:privacy", "account_login", "account_request_login_code")


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_public_page_stands_in_both_languages(client: Client, name: str, language: str) -> None:
    with translation.override(language):
        path = reverse(name)
    answer = client.get(path)
    page = soup(answer.content.decode())
    assert answer.status_code == 200
    assert page.html["lang"] == language
    assert len(page.select("h1")) == 1
    assert page.title.text.endswith(" - Cydwaith")
    assert page.select_one("main#main-content")
    assert page.select_one("a.govuk-skip-link")["href"] == "#main-content"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/privacy/", "/cy/privacy/"])
def test_every_cookie_that_is_set_stands_on_the_page_on_privacy(client: Client, path: str) -> None:
    named = {
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
        CookieStorage.cookie_name,
        pulsing.COOKIE,
    }
    told = [cell.text for cell in soup(client.get(path).content.decode()).select("tbody th code")]
    assert set(told) == named
    setters = [file for file in (TEMPLATES.parents[1]).rglob("*.py") if ".set_cookie(" in file.read_text()]
    assert [file.name for file in setters] == ["pulsing.py"], "a new cookie is told on the page"


@pytest.mark.django_db
def test_the_switch_leads_to_the_twin_in_the_words_of_the_other_language(client: Client) -> None:
    link = soup(client.get("/accessibility/").content.decode()).select_one(".web-header__language a")
    assert (link.text, link["href"], link["lang"], link["hreflang"]) == (
        "Cymraeg",
        "/cy/accessibility/",
        "cy",
        "cy",
    )


@pytest.mark.parametrize("status", ["400", "403", "404", "403_csrf", "refusal"])
@pytest.mark.django_db
def test_an_error_page_says_what_to_do_next_and_nothing_about_the_request(status: str) -> None:
    request = RequestFactory().get("/people/secret-name/")
    html = render_to_string(f"{status}.html", {"exception": "secret-name", "reason": "secret-name"}, request)
    main = soup(html).main
    assert "secret-name" not in main.text
    assert len(main.select("p")) >= 2


@pytest.mark.parametrize(("language", "front"), [("en", "/"), ("cy", "/cy/")])
def test_the_page_for_our_own_fault_needs_nothing_that_may_be_broken(language: str, front: str) -> None:
    with translation.override(language):
        page = soup(render_to_string("500.html"))
    assert page.html["lang"] == language
    assert page.select_one(".govuk-body a")["href"] == front


@pytest.mark.django_db
def test_a_form_that_came_back_too_late_is_explained() -> None:
    answer = views.csrf_failure(RequestFactory().post("/"), reason="cookie not set")
    assert answer.status_code == 403
    assert b"cookie not set" not in answer.content


@pytest.mark.parametrize(
    "file", sorted(TEMPLATES.rglob("*.html")), ids=lambda f: str(f.relative_to(TEMPLATES))
)
def test_no_template_holds_script_or_style_of_its_own(file: Path) -> None:
    assert not INLINE.search(file.read_text())


@pytest.mark.django_db
def test_a_wrong_address_is_answered_in_the_summary(client: Client) -> None:
    page = soup(client.post("/account/sign-in/", {"email": "nobody"}).content.decode())
    assert page.title.text.startswith("Error: ")
    target = page.select_one(".govuk-error-summary a")["href"]
    assert page.select_one(target)["name"] == "email"
