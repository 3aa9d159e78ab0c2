"""Many rows at once: made and written without what Django does for one row at a time.

Django's own ``bulk_create`` spends most of an import on compiling expressions for values that are plain, and
a model's ``__init__`` on two signals and on asking each field in turn for its default.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date, time
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar, get_origin
from uuid import UUID

from django.db import connection, models
from django.db.models.base import ModelState

M = TypeVar("M", bound=models.Model)
ENCODE = json.JSONEncoder(ensure_ascii=False).encode
AS_IT_IS = (models.TextField, models.FloatField, models.IntegerField, models.BooleanField)
AT_ONCE = 100
Adapt = Callable[[Any], Any]


def new(model: type[M], **values: Any) -> M:
    """A row not stored yet: these columns (``service_id``, not ``service``), and defaults for the rest."""
    plain, made = _defaults(model)
    row = model.__new__(model)
    row._state = ModelState()
    columns = row.__dict__
    columns.update(plain, **values)
    for name, make in made:
        if name not in values:
            columns[name] = make()
    return row


@cache
def _defaults(model: type[models.Model]) -> tuple[dict[str, Any], list[tuple[str, Callable[[], Any]]]]:
    """Defaults that are values, and those that are made for each row."""
    columns = model._meta.concrete_fields
    given = [(f.attname, f.default if f.has_default() else f.get_default()) for f in columns]
    made = [(name, default) for name, default in given if callable(default)]
    return dict(given), made


def fill(row: models.Model, record: object) -> None:
    """Copy what the record and the row both name, relations and nested records aside."""
    names, values, lists = _shared(type(row), type(record))
    row.__dict__.update(zip(names, values(record), strict=True))
    for name in lists:
        row.__dict__[name] = list(row.__dict__[name])


@cache
def _shared(model: type[models.Model], record: Any) -> tuple[tuple[str, ...], Callable[..., Any], list[str]]:
    """The names, what reads them from a record, and those that a record holds as a tuple."""
    columns = {f.name for f in model._meta.concrete_fields if not f.is_relation and not f.primary_key}
    shared = [part for part in fields(record) if part.name in columns]
    names = tuple(part.name for part in shared)
    return names, attrgetter(*names), [part.name for part in shared if get_origin(part.type) is tuple]


@dataclass(frozen=True, slots=True)
class Worked:
    """A column that the database works out, unknown to Django: the SQL, and what it takes for each row."""

    column: str
    sql: str
    values: Sequence[Sequence[Any]]


def upsert(
    model: type[models.Model], rows: Sequence[models.Model], conflict: str = "id", also: Worked | None = None
) -> None:
    """Insert these rows, or where ``conflict`` (a column) stands already, update all the others."""
    _write(model, rows, conflict, also)


def insert(model: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Insert these rows, which are new."""
    _write(model, rows, "", None)


def _write(
    model: type[models.Model], rows: Sequence[models.Model], conflict: str, also: Worked | None
) -> None:
    if not rows:
        return
    read = attrgetter(*(field.attname for field in _fields(model)))
    adapters = [(at, adapt) for at, field in enumerate(_fields(model)) if (adapt := _adapter(field))]
    values = [_adapted(read(row), adapters) for row in rows]
    if also is not None:
        values = [[*row, *more] for row, more in zip(values, also.values, strict=True)]
    insert_many(*_statement(model, conflict, also and also.column, also and also.sql), values)


def insert_many(into: str, row: str, after: str, values: Sequence[Sequence[Any]]) -> None:
    """SQLite runs for each row what it has read once; PostgreSQL takes many rows with each statement."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(f"{into} {row} {after}", values)
            return
        for start in range(0, len(values), AT_ONCE):
            some = values[start : start + AT_ONCE]
            cursor.execute(f"{into} {', '.join([row] * len(some))} {after}", list(chain.from_iterable(some)))


def _adapted(found: tuple[Any, ...], adapters: list[tuple[int, Adapt]]) -> list[Any]:
    values = list(found)
    for at, adapt in adapters:
        values[at] = adapt(values[at])
    return values


@cache
def _fields(model: type[models.Model]) -> tuple[models.Field[Any, Any], ...]:
    """Every column but a number that the database gives."""
    return tuple(field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField))


@cache
def _statement(
    model: type[models.Model], conflict: str, column: str | None, worked: str | None
) -> tuple[str, str, str]:
    """What comes before the rows, a row, and what comes after them."""
    columns = [*(field.column for field in _fields(model)), *([column] if column else [])]
    quoted = ", ".join(f'"{name}"' for name in columns)
    row = ", ".join([*["%s"] * len(_fields(model)), *([worked] if worked else [])])
    into = f'INSERT INTO "{model._meta.db_table}" ({quoted}) VALUES'
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name != conflict)
    return into, f"({row})", f'ON CONFLICT ("{conflict}") DO UPDATE SET {changes}' if conflict else ""


def _adapter(field: models.Field[Any, Any]) -> Adapt | None:
    """What makes a value one that the database takes; None for values that it takes as they are."""
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(target, AS_IT_IS):
        return None
    if isinstance(target, models.CharField):
        return str
    if isinstance(target, models.UUIDField):
        return _hex if connection.vendor == "sqlite" else None
    if isinstance(target, models.JSONField):
        return _json if connection.vendor == "sqlite" else _jsonb
    if isinstance(target, models.DateTimeField):
        return _moment
    if isinstance(target, models.DateField | models.TimeField):
        return _iso if connection.vendor == "sqlite" else None
    return lambda value: target.get_db_prep_save(value, connection)


def _hex(value: UUID | None) -> str | None:
    return value.hex if value is not None else None


def _json(value: Any) -> Any:
    """As the field itself does; most are empty."""
    if not value and isinstance(value, dict | list):
        return "{}" if isinstance(value, dict) else "[]"
    return ENCODE(value)


def _jsonb(value: Any) -> Any:
    return connection.ops.adapt_json_value(value, None)


def _iso(value: date | time | None) -> str | None:
    return value if value is None else str(value)


@lru_cache(maxsize=256)
def _moment(value: Any) -> Any:
    return connection.ops.adapt_datetimefield_value(value)
