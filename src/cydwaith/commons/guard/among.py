"""Rows of some ids as one parameter, however many: Django's ``__in`` is another statement for each number."""

from typing import Any
from uuid import UUID

from django.db.models import BooleanField, F, Func, Q

Keys = tuple[UUID, ...]


class Among(Func):
    """True for rows whose column holds one of the ids."""

    output_field = BooleanField()

    def __init__(self, column: str, keys: Keys) -> None:
        super().__init__(F(column))
        self.keys = keys

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """One list of ids, as the database stores them."""
        column, _nothing = compiler.compile(self.source_expressions[0])
        if connection.features.has_native_uuid_field:
            return f"{column} = ANY(%s)", [list(self.keys)]
        return f"{column} IN (SELECT value FROM json_each(%s))", [as_text(self.keys)]  # noqa: S608 - a column


def as_text(keys: Keys) -> str:
    """The ids as SQLite reads them: JSON, which hexadecimal digits need no escape in."""
    return '["' + '","'.join([key.hex for key in keys]) + '"]' if keys else "[]"


def among(column: str, keys: Keys) -> Q:
    """Rows whose ``column``, a lookup to an id, is one of the keys."""
    return Q(Among(column, keys))
