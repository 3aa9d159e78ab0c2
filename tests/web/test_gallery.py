"""Every component on one page, in a real browser: fit for everyone, with and without the design system."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django import forms
from django.contrib.staticfiles.finders import get_finders
from django.core.paginator import Paginator
from django.utils import translation
from django.utils.safestring import mark_safe
from playwright.sync_api import Browser, sync_playwright

from cydwaith.web import assets, charts, maps
from cydwaith.web.fields import DateInputField, ScaleField, with_hints
from tests.support import chromium
from tests.web.rendering import render

SOURCE = Path(__file__).with_name("gallery.html")
WIDTHS = (320, 1200)
POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'"


class Everything(forms.Form):
    name = forms.CharField(label="What should we call you?", help_text="The name you like to be called.")
    email = forms.EmailField(label="Email address", required=False)
    matters = forms.CharField(label="What matters to you?", widget=forms.Textarea, max_length=400)
    how = with_hints(
        forms.ChoiceField(
            label="How should we reach you?",
            choices=[("phone", "Phone"), ("text", "Text message")],
            widget=forms.RadioSelect,
        ),
        {"text": "We only say that there is a message."},
    )
    lang = forms.ChoiceField(
        label="Which language?", choices=[("en", "English"), ("cy", "Cymraeg")], widget=forms.RadioSelect
    )
    needs = forms.MultipleChoiceField(
        label="What gets in the way?",
        choices=[("pain", "Pain"), ("money", "Money worries")],
        widget=forms.CheckboxSelectMultiple,
    )
    hope = ScaleField(label="How hopeful are you?", low_text="0 – not at all", high_text="10 – completely")
    born = DateInputField(label="When were you born?", help_text="For example, 27 3 1980", birthday=True)
    where = forms.ChoiceField(label="Neighbourhood", choices=[("", "Choose one"), ("b", "Blaenteg")])
    agreed = forms.BooleanField(label="I agree that this is kept")


def valley() -> str:
    """Five areas, one of each band and a blank one, with three pins at two doors."""
    areas = [
        maps.Area(
            str(n), f"Pentref {n}", [_square(n % 3, n // 3)], f"band {n}", n if n < 5 else None, f"#a{n}"
        )
        for n in range(6)
    ]
    pins = [maps.Pin(51.62, -3.58, n, f"Group {n}", f"#p{n}") for n in (1, 2)]
    pins.append(maps.Pin(51.66, -3.51, 3, "Choir", "#p3"))
    bands = ("Least", "Less", "Middle", "More", "Most deprived tenth of Wales")
    return str(maps.draw(areas, pins, bands=bands, title="The valley", finding="Most are in the middle."))


def _square(column: int, row: int) -> list[tuple[float, float]]:
    west, south = -3.6 + 0.05 * column, 51.6 + 0.04 * row
    return [(west, south), (west + 0.05, south), (west + 0.05, south + 0.04), (west, south + 0.04)]


def figures() -> str:
    gwen = charts.Series("Gwen", [charts.Point(date(2026, 1, 4), 2), charts.Point(date(2026, 8, 4), 7)])
    coach = charts.Series("Coach", [charts.Point(date(2026, 1, 4), 3), charts.Point(date(2026, 8, 4), 6)])
    svgs = (
        charts.line_over_time([gwen, coach], 0, 10, "up", title="Hope for work"),
        charts.dots_before_after([charts.Change("Sleep", 4, 7)], 0, 10, "up", title="Before and after"),
        charts.bars([charts.Bar("Travel", 23)], title="In the way"),
        mark_safe(valley()),
    )
    table = charts.table("Hope", ["When", "Rating"], [["January", 2]])
    figure = '<c-figure title="A chart" finding="Up." :svg="svg" :table="table" />'
    return "".join(render(figure, svg=svg, table=table) for svg in svgs)


def context() -> dict[str, Any]:
    items = [SimpleNamespace(href=f"#{n}", text=f"Page {n}", current=n == 1) for n in range(1, 5)]
    return {
        "form": Everything({"needs": ["pain"], "hope": "6", "born_day": "3"}),
        "navigation": items,
        "page": Paginator(range(100), 10).page(4),
        "today": date(2026, 5, 4),
        "side": True,
        "demonstration": True,
        "partnership_name": "Cwm Teg Partnership",
    }


class Server(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Silent."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(chromium.QUIET))
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("gallery")
    for finder in get_finders():
        for name, storage in finder.list([]):
            target = folder / "static" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(storage.path(name), target)
    for language in ("en", "cy"):
        with translation.override(language):
            _write(folder, language)
    with served(folder) as url:
        yield url


def _write(folder: Path, language: str) -> None:
    html = render(SOURCE.read_text(), figures=mark_safe(figures()), **context())
    (folder / f"{language}.html").write_text(html)
    alone = html.replace(f"/static/vendor/govuk/{assets.STYLE}", "/static/web/cydwaith.css")
    (folder / f"{language}-alone.html").write_text(alone)


@pytest.mark.story
@pytest.mark.parametrize("name", ["en", "cy", "en-alone"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_component_is_fit_for_everyone(browser: Browser, address: str, name: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}/{name}.html")
    page.wait_for_load_state("networkidle")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not complaints
    page.close()


@pytest.mark.story
def test_the_scale_is_worked_by_keyboard(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(f"{address}/en.html")
    page.locator("#id_hope-7").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("input[name=hope]:checked").get_attribute("value") == "7"
    page.close()
