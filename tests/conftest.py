"""For every test: English unless it says otherwise, and an empty cache."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _a_clean_mind() -> Iterator[None]:
    from django.core.cache import cache
    from django.utils import translation

    with translation.override("en"):
        yield
    cache.clear()
