"""For every test: English unless it says otherwise, and an empty cache."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.support.browsing import Browser

settings.register_profile(
    "untimed", settings.get_profile("ci" if os.environ.get("CI") else "default"), deadline=None
)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _a_clean_mind() -> Iterator[None]:
    from django.core.cache import cache
    from django.utils import translation

    with translation.override("en"):
        yield
    cache.clear()


@pytest.fixture
def browser() -> Browser:
    """Signs somebody in: ``browser(actor)`` is a browser of theirs."""
    from tests.support.browsing import signed_in

    return signed_in
