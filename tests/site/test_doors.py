"""Which pages anybody may open, by name; every other page asks who is there."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

pytestmark = pytest.mark.django_db

PUBLIC = {
    "account_confirm_login_code",
    "account_inactive",
    "account_login",
    "account_logout",
    "account_request_login_code",
    "account_signup",
    "atlas:csv",
    "atlas:gaps",
    "atlas:json",
    "atlas:place",
    "atlas:places",
    "demo:letters",
    "demo:tour",
    "directory-api:needs",
    "directory-api:search",
    "directory:needs",
    "directory:search",
    "directory:service",
    "directory:sounds_like",
    "home",
    "jobs:confirm",
    "keeping:answered",
    "keeping:manifest",
    "keeping:outcome",
    "keeping:send",
    "keeping:still_right",
    "keeping:tell",
    "keeping:thanks",
    "keeping:walk",
    "keeping:worker",
    "keeping:wrong",
    "language",
    "measures:answer",
    "measures:by_link",
    "measures:thanks",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "opportunities:better_off",
    "opportunities:by_link",
    "opportunities:change_by_link",
    "opportunities:list",
    "opportunities:offer",
    "opportunities:one",
    "opportunities:thanks",
    "open_referral:calendar",
    "open_referral:changes",
    "open_referral:open_data",
    "open_referral:record",
    "open_referral_api:answer",
    "open_referral_api:bare",
    "open_referral_api:base",
    "open_referral_api:download",
    "open_referral_api:versions",
    "needs:all",
    "referrals:answer",
    "referrals:answered",
    "referrals:asked_by_link",
    "referrals:check",
    "referrals:forget",
    "referrals:said",
    "referrals:say",
    "referrals:sent",
    "referrals:start",
    "referrals:step",
    "seeking:introduced_by_link",
    "web:accessibility",
    "web:privacy",
    "workplace:answer_by_link",
    "workplace:by_link",
    "workplace:changed_by_link",
    "workplace:dates_by_link",
    "workplace:guide",
    "workplace:library",
    "workplace:pulse_code",
    "workplace:pulse_take",
}


def pages(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from pages(pattern, f"{pattern.namespace}:" if pattern.namespace else space)
        else:
            yield f"{space}{pattern.name}", pattern


def asks_who_is_there(pattern: URLPattern) -> bool:
    return bool(getattr(pattern.callback, "login_required", True))


def test_the_pages_without_signing_in_are_just_these() -> None:
    everything = dict(pages(get_resolver()))
    assert {name for name, pattern in everything.items() if not asks_who_is_there(pattern)} == PUBLIC
    assert len(everything) > 60


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
