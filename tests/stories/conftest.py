"""The stories' stage: the demonstration place loaded once, a real server, a real browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.support import chromium, server
from tests.support.visitor import NARROW, Visitor

Arrive = Callable[..., Visitor]


@pytest.fixture(scope="session")
def loaded_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demonstration, made once; CYDWAITH_TEST_PLACE names one made before."""
    if before := os.environ.get("CYDWAITH_TEST_PLACE"):
        return Path(before)
    data = tmp_path_factory.mktemp("place") / "data"
    server.cydwaith(data, "demo", "load")
    return data


@pytest.fixture(scope="module")
def place(loaded_place: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each file of stories has the demonstration as it was at first."""
    return server.copy(loaded_place, tmp_path_factory.mktemp("story") / "data")


@pytest.fixture(scope="module")
def address(place: Path) -> Iterator[str]:
    with server.running(place) as found:
        yield found


@pytest.fixture(scope="module")
def known() -> dict[str, Any]:
    """The cookies of those who signed in at this address."""
    return {}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(chromium.QUIET))
        yield started
        started.close()


@pytest.fixture
def arrive(browser: Browser, address: str, known: dict[str, Any]) -> Iterator[Arrive]:
    """Somebody new at the front door: ``arrive(phone=True)``, ``arrive(script=False)``."""
    contexts = []

    def new(*, phone: bool = False, script: bool = True) -> Visitor:
        screen = NARROW if phone else {"width": 1200, "height": 900}
        context = browser.new_context(viewport=screen, java_script_enabled=script, locale="en-GB")
        context.set_default_timeout(10_000)
        context.without_script = not script  # type: ignore[attr-defined]
        contexts.append(context)
        return Visitor(context.new_page(), address, known)

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def visitor(arrive: Arrive) -> Visitor:
    """One person at a desk."""
    return arrive()
