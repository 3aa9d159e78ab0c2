"""Feeds come from the open web alone, unless a setting says otherwise."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.kernel.errors import Invalid
from cydwaith.place.feeds import commands
from cydwaith.place.feeds.fetching import asking
from cydwaith.place.feeds.fetching.asking import NoAnswer, ask, check

from .conftest import SYSTEM, Site

PRIVATE = [
    "http://127.0.0.1/feed",
    "http://localhost/feed",
    "http://10.0.0.1/feed",
    "http://192.168.1.1/feed",
    "http://169.254.169.254/latest/meta-data",
    "http://100.64.0.1/feed",
    "http://0.0.0.0/feed",
    "http://[::1]/feed",
    "http://[fe80::1]/feed",
    "http://[fd00::1]/feed",
    "http://[::ffff:127.0.0.1]/feed",
    "http://[2002:7f00:1::]/feed",
    "http://2130706433/feed",
    "http://0x7f.1/feed",
]
NO_ADDRESS = [
    "ftp://feed.example/x",
    "file:///etc/passwd",
    "gopher://feed.example/",
    "//feed.example/",
    "feed.example",
    "http://",
    "http://user@feed.example/",
    "http://feed.example/a b",
    "http://feed.example/\r\nHost: other",
    "http://feed.example:99999/",
    "http://[::1/",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_network_is_not_opened(address: str, settings: Any) -> None:
    settings.FEEDS_FROM_PRIVATE_ADDRESSES = False
    with pytest.raises(NoAnswer) as refused:
        check(address)
    assert refused.value.why == "private"


@pytest.mark.parametrize("address", NO_ADDRESS)
def test_what_is_no_web_address_is_not_opened(address: str) -> None:
    with pytest.raises(NoAnswer) as refused:
        check(address)
    assert refused.value.why == "address"


def test_a_redirect_to_a_private_network_is_not_followed(
    site: Site, tmp_path: Path, monkeypatch: Any
) -> None:
    """The server itself counts as open here; where it leads does not."""
    monkeypatch.setattr(asking, "_is_open", lambda number: number == "127.0.0.1")
    monkeypatch.setattr(asking.settings, "FEEDS_FROM_PRIVATE_ADDRESSES", False)
    site.say("/feed", b"", status=302, Location="http://169.254.169.254/latest/meta-data")
    with pytest.raises(NoAnswer) as refused:
        ask(site.at("/feed"), tmp_path / "answer", {})
    assert refused.value.why == "private"


def test_a_redirect_to_a_file_is_not_followed(site: Site, tmp_path: Path) -> None:
    site.say("/feed", b"", status=302, Location="file:///etc/passwd")
    with pytest.raises(NoAnswer) as refused:
        ask(site.at("/feed"), tmp_path / "answer", {})
    assert refused.value.why == "address"


@pytest.mark.django_db
def test_a_steward_cannot_add_one_and_is_told_why(settings: Any) -> None:
    settings.FEEDS_FROM_PRIVATE_ADDRESSES = False
    with pytest.raises(Invalid, match="private network"):
        commands.add_feed(SYSTEM, name="inside", address="http://127.0.0.1/feed")
    with pytest.raises(Invalid, match="begins with https"):
        commands.add_feed(SYSTEM, name="inside", address="ftp://feed.example")


@given(st.text(max_size=30))
def test_no_text_breaks_the_check(text: str) -> None:
    try:
        check(f"http://127.0.0.1{text}" if text.startswith("/") else f"x{text}:")
    except NoAnswer:
        pass
