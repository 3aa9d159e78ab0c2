"""A value that SQLite keeps as text is read as Django reads it."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db.backends.sqlite3.base import DatabaseWrapper
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.commons.guard.answers import STORED_AS_TEXT, converted, readers

SQLITE = DatabaseWrapper({"NAME": ":memory:", "TIME_ZONE": None, "OPTIONS": {}})
"""Looked at on every database: nothing is asked of it."""


def read_both_ways(name: str, stored: Any) -> tuple[Any, Any]:
    """The value as Django's converter reads it, and as ours does."""
    step = getattr(SQLITE.ops, name)
    assert name in STORED_AS_TEXT
    [[ours]] = converted([(stored,)], readers({0: ([step], None)}, SQLITE))
    return step(stored, None, SQLITE), ours


@given(st.datetimes(timezones=st.just(UTC), min_value=datetime(1800, 1, 1)))
def test_a_moment(moment: datetime) -> None:
    stored = SQLITE.ops.adapt_datetimefield_value(moment)
    django, ours = read_both_ways("convert_datetimefield_value", stored)
    assert django == ours == moment
    assert ours.utcoffset() == django.utcoffset()


@given(st.dates())
def test_a_day(day: date) -> None:
    django, ours = read_both_ways("convert_datefield_value", SQLITE.ops.adapt_datefield_value(day))
    assert django == ours == day


@given(st.uuids())
def test_an_id(key: UUID) -> None:
    assert read_both_ways("convert_uuidfield_value", key.hex) == (key, key)


@pytest.mark.parametrize("name", sorted(STORED_AS_TEXT))
def test_nothing_stays_nothing(name: str) -> None:
    assert read_both_ways(name, None) == (None, None)


def test_the_same_id_in_two_columns_is_the_same_value() -> None:
    key, step = UUID(int=7), SQLITE.ops.convert_uuidfield_value  # type: ignore[attr-defined]
    columns = readers({0: ([step], None), 1: ([step], None)}, SQLITE)
    [[first, second]] = converted([(key.hex, key.hex)], columns)
    assert first == key
    assert first is second
