"""Where the numbers of what comes along are written, said in the language of the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation

from cydwaith.place.programmes import commands, starters
from cydwaith.place.programmes.templatetags.programmes import sourced
from tests.place.programmes.conftest import House
from tests.support.browsing import Browser


def every_source(value: Any) -> Iterator[str]:
    """Every source in a definition, however deep."""
    if isinstance(value, dict):
        yield from filter(None, [value.get("source"), *value.get("sources", ())])
        for one in value.values():
            yield from every_source(one)
    elif isinstance(value, list):
        for one in value:
            yield from every_source(one)


@pytest.mark.parametrize("name", starters.names())
def test_every_source_that_comes_along_is_known_in_welsh(name: str) -> None:
    assert set(every_source(starters.starter(name))) <= set(starters.sources())
    assert set(every_source(starters.wages())) <= set(starters.sources())


def test_a_title_stays_and_says_its_language_and_our_own_words_are_welsh() -> None:
    title, own = "GOV.UK, National Minimum Wage and National Living Wage rates", "not read in a source"
    ours = next(one for one in starters.sources() if one.startswith(own))
    with translation.override("cy"):
        assert sourced(title) == f'<span lang="en">{title}</span>'
        assert sourced(ours).startswith("heb ei ddarllen")
        assert sourced("<b>cytunwyd ym Mai</b>") == "<b>cytunwyd ym Mai</b>", "the page makes it harmless"
    with translation.override("en"):
        assert sourced(ours) == ours


def test_a_welsh_page_has_the_sources_in_welsh(house: House, browser: Browser) -> None:
    page = browser(house.steward)
    commands.begin_from_starter(house.steward, name="workwell")
    shown = page.get("/cy/programmes/of/workwell/next/stages/").content.decode()
    assert "gosodiad lleol" in shown and "a local setting" not in shown
    shown = page.get("/cy/programmes/of/workwell/next/eligibility/").content.decode()
    assert '<span lang="en">DWP and DHSC, WorkWell' in shown
