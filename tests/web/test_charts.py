"""Charts say the same to everyone, and nothing in them can run."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import translation
from django.utils.html import escape
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.web import charts
from cydwaith.web.charts import Bar, Change, Point, Series
from tests.web.rendering import render, soup

START = date(2026, 1, 4)
VALUES = st.floats(min_value=0, max_value=10, allow_nan=False)


def line(*values: float, name: str = "Hope") -> Series:
    return Series(name, [Point(START + timedelta(weeks=4 * i), value) for i, value in enumerate(values)])


def drawn(svg: str) -> BeautifulSoup:
    assert "style=" not in svg
    assert "<script" not in svg
    return soup(svg)


@settings(deadline=None)
@given(st.lists(VALUES, max_size=12))
def test_every_point_stands_inside_the_picture(values: list[float]) -> None:
    svg = drawn(charts.line_over_time([line(*values)], 0, 10, "up", title="Hope"))
    width, height = (float(n) for n in svg.svg["viewbox"].split()[2:])
    marks = svg.select("circle.web-chart__mark")
    assert len(marks) == len(values)
    assert all(0 <= float(m["cx"]) <= width and 0 <= float(m["cy"]) <= height for m in marks)


def test_higher_values_stand_higher_and_later_days_further_right() -> None:
    marks = drawn(charts.line_over_time([line(2, 7)], 0, 10, title="Hope")).select("circle.web-chart__mark")
    assert float(marks[0]["cy"]) > float(marks[1]["cy"])
    assert float(marks[0]["cx"]) < float(marks[1]["cx"])


def test_two_lines_differ_by_name_shape_and_dash_and_not_by_colour_alone() -> None:
    svg = drawn(charts.line_over_time([line(2, 7), line(3, 6, name="Coach")], 0, 10, "up", title="Hope"))
    assert svg.select("circle.web-chart__fill-1")
    assert svg.select("rect.web-chart__fill-2")
    words = [text.text for text in svg.select("text")]
    assert {"Hope", "Coach", "Higher is better"} <= set(words)


def test_a_fifth_line_is_refused() -> None:
    with pytest.raises(ValueError, match="at most four"):
        charts.line_over_time([line(1)] * 5, 0, 10, title="Too many")


@pytest.mark.parametrize(
    ("before", "after", "better", "word"),
    [
        (4, 7, "up", "better"),
        (4, 7, "down", "worse"),
        (7, 4, "down", "better"),
        (5, 5, "up", "same"),
        (4, 7, "", "higher"),
    ],
)
def test_a_change_is_told_in_a_word(before: float, after: float, better: charts.Better, word: str) -> None:
    svg = drawn(charts.dots_before_after([Change("Sleep", before, after)], 0, 10, better, title="Change"))
    assert word in [text.text for text in svg.select("text")]


def test_the_longest_bar_is_the_largest_value() -> None:
    svg = drawn(charts.bars([Bar("Travel", 23), Bar("Pain", 14), Bar("None", 0)], title="In the way"))
    widths = [float(bar["width"]) for bar in svg.select("rect")]
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize(
    "svg", [charts.bars([], title="None"), charts.line_over_time([], 0, 1, title="None")]
)
def test_nothing_to_show_is_still_a_picture(svg: str) -> None:
    assert drawn(svg).svg["role"] == "img"


def test_a_chart_has_a_title_and_says_what_it_shows() -> None:
    svg = drawn(charts.bars([Bar("Pain", 14)], title="What gets in the way", finding="Pain, mostly."))
    ids = svg.svg["aria-labelledby"].split()
    assert [svg.find(id=own).text for own in ids] == ["What gets in the way", "Pain, mostly."]


def test_dates_are_written_in_the_readers_language() -> None:
    with translation.override("cy"):
        svg = charts.line_over_time([line(2, 7)], 0, 10, title="Gobaith")
    assert "4 Ion 2026" in svg


@settings(deadline=None)
@given(st.text(max_size=60))
def test_a_label_is_never_markup(words: str) -> None:
    label = f"<script>{words}"
    rows = [Change(label, 1, 2)]
    for svg in (
        charts.bars([Bar(label, 1, label)], title=label, finding=label),
        charts.dots_before_after(rows, 0, 10, title=label),
        charts.line_over_time([line(1, name=label), line(2, name=label)], 0, 10, title=label),
        charts.table(label, [label], [[label, label]]),
    ):
        drawn(svg)


def test_words_that_are_safe_already_are_not_made_safe_twice_in_a_table() -> None:
    drawn_table = drawn(charts.table("Hours", [escape("Tom & Ann")], [[escape("Bread & tea"), "5 < 6"]]))
    assert [cell.get_text() for cell in drawn_table.find_all(["th", "td"])] == [
        "Tom & Ann",
        "Bread & tea",
        "5 < 6",
    ]


def test_a_figure_shows_its_finding_and_keeps_its_table_beside_it() -> None:
    html = soup(
        render(
            '<c-figure title="Hope" finding="Up." :svg="svg" :table="table" />',
            svg=charts.bars([Bar("a", 1)], title="Hope"),
            table=charts.table("Hope", ["When", "Rating"], [["January", 2]]),
        )
    )
    assert [part.text for part in html.select("figcaption > *")] == ["Hope", "Up."]
    assert html.select_one("details table th[scope=row]").text == "January"
    assert html.select_one("svg[role=img]")
