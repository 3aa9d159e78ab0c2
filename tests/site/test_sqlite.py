"""A statement is made ready for SQLite once, and as Django makes it."""

from typing import Any, cast

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import SQLiteCursorWrapper
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.site.sqlite.base import LONGEST, Cursor

CURSOR = cast(Any, None)
PARTS = st.sampled_from(["%s", "%%", "?", "%", "'", "SELECT", " "]) | st.text(max_size=3)


@given(st.lists(PARTS).map("".join) | st.just("%s, %% " * LONGEST))
def test_the_places_of_values_are_found_as_django_finds_them(query: str) -> None:
    for _again in range(2):
        assert Cursor.convert_query(CURSOR, query) == SQLiteCursorWrapper.convert_query(CURSOR, query)


@pytest.mark.django_db
@pytest.mark.parametrize("value", ["50%", "?", "%s", "%%"])
def test_values_arrive_in_their_places(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT CAST(%s AS text), '%%', CAST(%s AS text)", [value, "two"])
        assert cursor.fetchone() == (value, "%", "two")
