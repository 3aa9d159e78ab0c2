"""Which pages anybody may open, by name; every other page asks who is there."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

pytestmark = pytest.mark.django_db

PUBLIC = {
    "home",
    "language",
    "accessibility",
    "privacy",
    "account_login",
    "account_request_login_code",
    "account_confirm_login_code",
    "account_inactive",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "mfa_signup_webauthn",
}


def pages(resolver: URLResolver) -> Iterator[URLPattern]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from pages(pattern)
        else:
            yield pattern


def test_the_pages_without_signing_in_are_just_these() -> None:
    open_pages = {
        p.name for p in pages(get_resolver()) if getattr(p.callback, "login_required", True) is False
    }
    assert open_pages - PUBLIC == OPEN_BY_APP
    assert len(list(pages(get_resolver()))) > 60


OPEN_BY_APP: set[str] = set()


def test_a_visitor_is_sent_to_sign_in(client: Client) -> None:
    for path in ("/my/circle/", "/my/record/", "/people/", "/my/page/"):
        response = client.get(path)
        assert response.status_code == 302
        assert response["Location"].startswith("/account/sign-in/")


def test_every_answer_forbids_inline_script_and_strangers(client: Client) -> None:
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy
    assert client.get("/")["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", ["/nowhere/", "/cy/nowhere/", "/person/1/", "/static/nothing.css"])
def test_a_page_that_is_not_there_says_so_kindly(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
