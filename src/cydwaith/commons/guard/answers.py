"""What the database answers to a prepared read, made into values and objects.

Django asks every field of a model for every row. What the columns are is known once a read is put
together, so a row becomes an object here without being asked again; all that Django's own makers of rows
do besides (related objects that come along) is left to them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from json import JSONDecoder
from typing import Any
from uuid import UUID

from django.db.models import JSONField, Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.query import ModelIterable

Row = Sequence[Any]
Converters = Mapping[int, tuple[Sequence[Any], Any]]
Readers = tuple[tuple[int, Callable[[Any], Any]], ...]


def names_of(shape: "QuerySet[Any, Any]", compiler: Any) -> tuple[str, ...] | None:
    """What an object calls each column of its row; None where Django makes what the read returns."""
    told = compiler.klass_info
    if not told or not issubclass(shape._iterable_class, ModelIterable):
        return None
    if told.get("related_klass_infos") or shape._known_related_objects:  # type: ignore[attr-defined]
        return None
    names = {place: compiler.select[place][0].target.attname for place in told["select_fields"]}
    names |= {place: name for name, place in compiler.annotation_col_map.items()}
    return tuple(names[place] for place in sorted(names)) if len(names) == len(compiler.select) else None


def objects(model: type[Model], names: Sequence[str], rows: Iterable[Row], database: str) -> list[Any]:
    """An object for each row, as ``from_db`` makes them: what was not read is fetched when asked for."""
    return [_object(model, zip(names, row, strict=True), database) for row in rows]


def _object(model: type[Model], values: Iterable[tuple[str, Any]], database: str) -> Model:
    one, state = model.__new__(model), ModelState()
    state.adding, state.db = False, database
    one.__dict__.update(values, _state=state)
    return one


def readers(converters: Converters, connection: Any) -> Readers:
    """How the values of each column that needs it become what fields want; None stays None."""
    ours = {getattr(connection.ops, name, None): read for name, read in STORED_AS_TEXT.items()}
    return tuple(
        (place, ours.get(step) or _reader(step, expression, connection))
        for place, (steps, expression) in converters.items()
        for step in steps
    )


def _reader(step: Callable[..., Any], expression: Any, connection: Any) -> Callable[[Any], Any]:
    as_django_does = partial(_as_django_does, step, expression, connection)
    return partial(_json, as_django_does) if _reads_json(step) else as_django_does


def _as_django_does(step: Callable[..., Any], expression: Any, connection: Any, value: Any) -> Any:
    return step(value, expression, connection)


def _reads_json(step: Any) -> bool:
    """Whether a step is that of a plain JSON column."""
    field = getattr(step, "__self__", None)
    return type(field) is JSONField and field.decoder is None


_first_value = JSONDecoder().scan_once


def _json(otherwise: Callable[[Any], Any], text: Any) -> Any:
    """What is kept as JSON, which begins and ends with its value; whatever else as Django reads it."""
    try:
        value, end = _first_value(text, 0)
    except (StopIteration, ValueError, TypeError):
        return otherwise(text)
    return value if end == len(text) else otherwise(text)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _id(text: str) -> UUID:
    return UUID(int=int(text, 16))


# What SQLite keeps as text, which Django reads with more detours: see its ``DatabaseOperations``.
STORED_AS_TEXT: dict[str, Callable[[str], Any]] = {
    "convert_uuidfield_value": _id,
    "convert_datefield_value": date.fromisoformat,
    "convert_datetimefield_value": _moment,
}


def converted(rows: Iterable[Row], columns: Readers) -> list[list[Any]]:
    """The rows with values as fields want them, column by column; the same id is read from its text once."""
    found, ids = [list(row) for row in rows], dict[Any, UUID]()
    for place, read in columns:
        if read is _id:
            _read_ids(found, place, ids)
            continue
        for row in found:
            if row[place] is not None:
                row[place] = read(row[place])
    return found


def _read_ids(rows: list[list[Any]], place: int, ids: dict[Any, UUID]) -> None:
    for row in rows:
        text = row[place]
        if text in ids:
            row[place] = ids[text]
        elif text is not None:
            row[place] = ids[text] = _id(text)
