"""Dates in both languages, and the way to this page's twin."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import RequestFactory
from django.utils import translation

from cydwaith.kernel import clock
from cydwaith.web.templatetags import web

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(("language", "words"), [("en", "4 May 2026"), ("cy", "4 Mai 2026")])
def test_a_date_is_written_as_people_write_it(language: str, words: str) -> None:
    with translation.override(language):
        assert web.plain_date(date(2026, 5, 4)) == words


def test_a_moment_is_told_in_the_time_of_the_place() -> None:
    assert web.plain_moment(NOON) == "4 May 2026, 13:00"
    assert web.plain_date(datetime(2026, 5, 3, 23, 30, tzinfo=UTC)) == "4 May 2026"


def test_this_years_dates_need_no_year_in_a_narrow_column() -> None:
    with clock.at(NOON):
        assert web.short_date(date(2026, 5, 1)) == "1 May"
        assert web.short_date(date(2025, 5, 1)) == "1 May 2025"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (61, "2 months ago"),
        (800, "2 years ago"),
        (-1, "tomorrow"),
        (-3, "in 3 days"),
        (-21, "in 3 weeks"),
    ],
)
def test_how_long_ago_in_whole_units(days: int, words: str) -> None:
    with clock.at(NOON):
        assert web.ago(clock.today() - timedelta(days=days)) == words


@pytest.mark.parametrize("filter_", [web.plain_date, web.short_date, web.plain_moment, web.ago])
def test_no_date_is_no_words(filter_) -> None:
    assert filter_(None) == ""


@pytest.mark.parametrize(
    ("language", "path", "twin"),
    [
        ("en", "/accessibility/?from=footer", "/cy/accessibility/?from=footer"),
        ("cy", "/cy/accessibility/", "/accessibility/"),
        ("en", "/no-such-page/", "/cy/"),
        ("cy", "/cy/no-such-page/", "/"),
    ],
)
def test_every_page_leads_to_its_twin(language: str, path: str, twin: str) -> None:
    with translation.override(language):
        assert web.twin_url({"request": RequestFactory().get(path)}) == twin


def test_turning_a_page_keeps_the_question() -> None:
    context = {"request": RequestFactory().get("/find/?words=choir&page=2")}
    assert web.page_href(context, 3) == "?words=choir&page=3"
