"""A value that SQLite keeps as text is read as Django reads it."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.db.models import JSONField
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.commons.guard.answers import STORED_AS_TEXT, converted, readers

AS_DJANGO = JSONField().from_db_value
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


def read_json(stored: Any) -> Any:
    """What a plain JSON column makes of it here."""
    [[value]] = converted([(stored,)], readers({0: ([AS_DJANGO], None)}, SQLITE))
    return value


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES, st.sampled_from([None, 1]), st.booleans())
def test_what_is_kept_as_json(value: Any, indent: int | None, as_letters: bool) -> None:
    assert read_json(json.dumps(value, indent=indent, ensure_ascii=as_letters)) == value


@given(st.text() | st.integers() | VALUES.map(json.dumps).map(lambda text: f" {text} "))
def test_what_is_no_json_or_stands_between_spaces_is_read_as_django_does(stored: Any) -> None:
    assert outcome(read_json, stored) == outcome(AS_DJANGO, stored, None, SQLITE)


def outcome(read: Callable[..., Any], *given: Any) -> str:
    """What comes of reading: a value, or which error."""
    try:
        return repr(read(*given))
    except (TypeError, ValueError) as error:
        return repr(type(error))
