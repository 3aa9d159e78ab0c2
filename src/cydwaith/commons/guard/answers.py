"""What the database answers to a prepared read, made into values and objects.

Django asks every field of a model for every row. What the columns are is known once a read is put
together, so a row becomes an object here without being asked again; all that Django's own makers of rows
do besides (related objects that come along) is left to them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.query import ModelIterable

Row = Sequence[Any]
Converters = Mapping[int, tuple[Sequence[Any], Any]]


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


def converted(rows: Iterable[Row], converters: Converters, connection: Any) -> list[list[Any]]:
    """The rows with values as fields want them, column by column; the same id is read from its text once."""
    found, ids = [list(row) for row in rows], dict[Any, UUID | None]({None: None})
    reads_id = getattr(connection.ops, "convert_uuidfield_value", None)
    for place, (steps, expression) in converters.items():
        for step in steps:
            if step == reads_id:
                _read_ids(found, place, ids)
                continue
            for row in found:
                row[place] = step(row[place], expression, connection)
    return found


def _read_ids(rows: list[list[Any]], place: int, ids: dict[Any, UUID | None]) -> None:
    for row in rows:
        text = row[place]
        if text not in ids:
            ids[text] = UUID(text)
        row[place] = ids[text]
