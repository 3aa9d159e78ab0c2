"""The backend that Django's settings name: its own, which looks through the text of a statement once.

Django writes ``%s`` where a value goes and SQLite ``?``: the text of every statement is searched for them
each time it is run, which takes longer than many a question of a prepared read.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db.backends.sqlite3 import base

FORMS, LONGEST = 1024, 1 << 15


class Cursor(base.SQLiteCursorWrapper):
    """A cursor of Django's that remembers how statements look to SQLite; they hold no values."""

    def convert_query(self, query: str, *, param_names: Iterable[str] | None = None) -> str:
        """The statement as SQLite takes it; a batch of many rows is not remembered, for it is large."""
        if param_names is None and len(query) <= LONGEST:
            return _by_place(query)
        return str(_converted(self, query, param_names=param_names))


_converted: Any = base.SQLiteCursorWrapper.convert_query


@lru_cache(maxsize=FORMS)
def _by_place(query: str) -> str:
    return str(_converted(None, query))


class DatabaseWrapper(base.DatabaseWrapper):
    """SQLite with that cursor."""

    def create_cursor(self, name: str | None = None) -> Any:
        """A new cursor."""
        return self.connection.cursor(factory=Cursor)
