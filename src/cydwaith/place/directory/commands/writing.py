"""Many rows at once: one prepared statement, values adapted as Django adapts them, the SQL built once.

Django's own ``bulk_create`` spends most of an import on compiling expressions for values that are plain.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from django.db import connection, models

AS_IT_IS = (models.TextField, models.FloatField, models.IntegerField, models.BooleanField)
Adapt = Callable[[Any], Any]


def upsert(model: type[models.Model], rows: Sequence[models.Model], conflict: str = "id") -> None:
    """Insert these rows, or where ``conflict`` (a column) stands already, update all the others."""
    _write(model, rows, conflict)


def insert(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Insert these rows, which are new."""
    _write(model, rows, "")


def _write(model: type[models.Model], rows: Sequence[models.Model], conflict: str) -> None:
    if not rows:
        return
    names = [field.attname for field in _fields(model)]
    adapt = [_adapter(field) for field in _fields(model)]
    values = [
        tuple(
            change(getattr(row, name)) if change else getattr(row, name)
            for name, change in zip(names, adapt, strict=True)
        )
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(_statement(model, conflict), values)


@cache
def _fields(model: type[models.Model]) -> tuple[models.Field[Any, Any], ...]:
    """Every column but a number that the database gives."""
    return tuple(field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField))


@cache
def _statement(model: type[models.Model], conflict: str) -> str:
    columns = [field.column for field in _fields(model)]
    quoted = ", ".join(f'"{column}"' for column in columns)
    places = ", ".join(["%s"] * len(columns))
    table = model._meta.db_table
    statement = f'INSERT INTO "{table}" ({quoted}) VALUES ({places})'  # noqa: S608 - names of our own tables
    if not conflict:
        return statement
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name != conflict)
    return f'{statement} ON CONFLICT ("{conflict}") DO UPDATE SET {changes}'


def _adapter(field: models.Field[Any, Any]) -> Adapt | None:
    """What makes a value one that the database takes; None for values that it takes as they are."""
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(target, AS_IT_IS):
        return None
    if isinstance(target, models.UUIDField):
        return _hex if connection.vendor == "sqlite" else None
    if isinstance(target, models.JSONField):
        return _json
    if isinstance(target, models.DateTimeField):
        return _moment
    return lambda value: target.get_db_prep_save(value, connection)


def _hex(value: UUID | None) -> str | None:
    return value.hex if value is not None else None


def _json(value: Any) -> Any:
    """As the field itself does; most are empty."""
    if connection.vendor == "sqlite" and not value and isinstance(value, dict | list):
        return "{}" if isinstance(value, dict) else "[]"
    return connection.ops.adapt_json_value(value, None)


@lru_cache(maxsize=256)
def _moment(value: Any) -> Any:
    return connection.ops.adapt_datetimefield_value(value)
