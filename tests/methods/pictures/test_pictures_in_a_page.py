"""Every picture inside an ordinary page, in Chromium: axe finds nothing, in English and in Welsh."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from cydwaith.cli.method import headings
from cydwaith.methods import pictures
from tests.support import chromium

from .gallery import gallery

TABLE = {"en": "The numbers", "cy": "Y rhifau"}
TITLES = {"en": "Pictures of results", "cy": "Lluniau o ganlyniadau"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(chromium.QUIET))
        yield started
        started.close()


def welsh() -> list[pictures.Picture]:
    words = {"title": "Pa mor hir mae pobl yn aros", "finding": "Aeth yr aros 3 diwrnod yn fyrrach."}
    return [
        pictures.bars([pictures.Bar("Sied dynion", 12)], words=headings.BARS["cy"], **words),
        pictures.intervals(
            [pictures.Interval("Dwyrain", 2, -1, 5)], unit="awr", words=headings.INTERVALS["cy"], **words
        ),
        pictures.funnel(
            [pictures.FunnelDot("Cwm Teg", 20, 0.5, 0.3, 0.7, 0.2, 0.75)],
            target=0.5,
            words=headings.FUNNEL["cy"],
            **words,
        ),
        pictures.tornado(
            [pictures.Swing("effaith", -200, 2400)],
            middle=1200,
            unit="£",
            words=headings.TORNADO["cy"],
            **words,
        ),
    ]


def page_of(language: str) -> str:
    shown = [*gallery().values()] if language == "en" else [*gallery().values(), *welsh()]
    figures = "".join(one.figure(TABLE[language]).replace("<details>", "<details open>") for one in shown)
    title = escape(TITLES[language])
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width"><style>svg { max-width: 100% }</style></head>'
        f"<body><main><h1>{title}</h1>{figures}</main></body></html>"
    )


@pytest.mark.story
@pytest.mark.parametrize("language", ["en", "cy"])
def test_axe_finds_nothing_in_any_picture(browser: Browser, language: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.set_content(page_of(language))
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.locator("svg[role=img]").count() >= len(gallery())
    page.close()


@pytest.mark.story
def test_each_picture_has_its_title_for_a_name_and_its_finding_for_a_description(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(page_of("en"))
    name = gallery()["line"].title
    assert page.get_by_role("img", name=name).count() == len(gallery())
    page.close()
