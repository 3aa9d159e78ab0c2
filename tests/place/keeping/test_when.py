"""Days and hours as people write them."""

from datetime import date, time
from itertools import chain, combinations
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as some

from cydwaith.place.directory.models import Schedule
from cydwaith.place.directory.queries.wording import when
from cydwaith.place.keeping.rules.when import ALL, schedule


@pytest.mark.parametrize(
    ("text", "days", "opens", "closes"),
    [
        ("Thursdays, 7pm to 9pm", "TH", "19:00", "21:00"),
        ("Every Monday and Wednesday 10:30 - 12:00", "MO,WE", "10:30", "12:00"),
        ("Monday to Friday, 9am to 5pm", "MO,TU,WE,TH,FR", "09:00", "17:00"),
        ("Dydd Llun i ddydd Gwener, 9yb tan 5yp", "MO,TU,WE,TH,FR", "09:00", "17:00"),
        ("Bob dydd, 9yb tan 5yp", "MO,TU,WE,TH,FR,SA,SU", "09:00", "17:00"),
        ("Tuesdays 2 to 4pm", "TU", "14:00", "16:00"),
        ("Saturdays 10am to midday", "SA", "10:00", "12:00"),
        ("Nos Iau, 7yh tan 9yh", "TH", "19:00", "21:00"),
        ("Bob dydd Mawrth 10yb i 11.30yb", "TU", "10:00", "11:30"),
        ("Sundays from 3pm", "SU", "15:00", None),
        ("Fridays", "FR", None, None),
    ],
)
def test_plain_times_become_a_schedule(text: str, days: str, opens: str | None, closes: str | None) -> None:
    found = schedule(text)
    assert (found["byday"], found.get("opens_at"), found.get("closes_at")) == (days, opens, closes)


@pytest.mark.parametrize(
    "text",
    [
        "When the leaves fall",
        "First Monday of the month, 7pm",
        "Thursdays 7pm to 9pm in term time",
        "Mondays, 7 to 9",
        "Mondays 25:00",
        "Every other Tuesday, 2pm to 4pm",
        "7pm",
    ],
)
def test_anything_else_stays_as_it_is_written(text: str) -> None:
    assert schedule(text) == {"description": text}


@given(some.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    assert schedule(text)


HOURS = some.times(time(0), time(23, 45)).map(
    lambda at: at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)
)


@given(
    some.lists(some.sampled_from(ALL), min_size=1, unique=True), HOURS, HOURS, some.sampled_from(["en", "cy"])
)
def test_what_the_directory_writes_reads_back_as_the_same(
    days: list[str], opens: time, closes: time, language: str
) -> None:
    days = sorted(days, key=ALL.index)
    told = Schedule(freq="WEEKLY", byday=",".join(days), opens_at=opens, closes_at=closes)
    with translation.override(language):
        (text,) = when([told], date(2026, 1, 1))
    found: dict[str, Any] = schedule(text)
    said = (found.get("byday"), found.get("opens_at"), found.get("closes_at"))
    assert said == (",".join(days), f"{opens:%H:%M}", f"{closes:%H:%M}"), text


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("opens", [None, time(0), time(9, 30), time(12), time(19)])
def test_every_set_of_days_reads_back_as_the_same(language: str, opens: time | None) -> None:
    for days in chain.from_iterable(combinations(ALL, count) for count in range(1, 8)):
        told = Schedule(freq="WEEKLY", byday=",".join(days), opens_at=opens)
        with translation.override(language):
            (text,) = when([told], date(2026, 1, 1))
        found = schedule(text)
        starts = opens and f"{opens:%H:%M}"
        assert (found.get("byday"), found.get("opens_at")) == (",".join(days), starts), text
