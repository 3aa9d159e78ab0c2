"""Reads that are put together once.

Django puts the SQL of a read together anew for every call, which costs more than running it. What differs
between two calls of one read by one kind of actor is who asks, about what and when. So a prepared read is
put together twice with made-up values: where the two statements differ there is a parameter, which must be
one of those values; all else is the statement, with the policy and the guard's marker in it. From then on
only the parameters change. A read that this cannot be done with is refused at its first call.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import wraps
from types import SimpleNamespace
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.core.exceptions import EmptyResultSet, ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import QuerySet
from django.db.models.query import FlatValuesListIterable, ValuesListIterable
from django.utils.dateparse import parse_datetime

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from .among import as_text
from .answers import Readers, converted, names_of, objects, readers

P = ParamSpec("P")
Rows = QuerySet[Any, Any]
Values = tuple[Any, ...]

START = datetime(1800, 1, 1, tzinfo=UTC)
INVENTED: dict[type, Callable[[int], Any]] = {
    UUID: lambda number: UUID(int=(1 << 100) + number),
    str: lambda number: f"made up {number}",
    int: lambda number: 1_000_000_000 + number,
    tuple: lambda number: (UUID(int=(1 << 101) + number),),
    date: lambda number: START.date() + timedelta(days=number),
    datetime: lambda number: START + timedelta(days=number),
}
Adapt = Callable[[Any, Any], Any]
ADAPTED: dict[type, tuple[Adapt, ...]] = {
    UUID: (lambda key, ops: key, lambda key, ops: key.hex),
    str: (lambda text, ops: text,),
    int: (lambda number, ops: number,),
    tuple: (lambda keys, ops: as_text(keys), lambda keys, ops: list(keys)),
    date: (lambda day, ops: ops.adapt_datefield_value(day),),
    datetime: (
        lambda moment, ops: ops.adapt_datetimefield_value(moment),
        lambda moment, ops: ops.adapt_datefield_value(moment.astimezone(clock.LONDON).date()),
    ),
}


def prepared(
    read: Callable[Concatenate[Actor, P], "QuerySet[Any, Any]"],
) -> Callable[Concatenate[Actor, P], list[Any]]:
    """Let a function that returns a queryset return its rows, put together once for each kind of actor.

    Ids, tuples of ids (for ``among``), texts, numbers, days and moments are parameters; whatever else is
    given (an enum, None, a truth) belongs to the statement. Everything is given by position. Raises
    ``ImproperlyConfigured`` for a read that cannot be prepared.
    """
    statements: dict[Values, _Statement] = {}

    @wraps(read)
    def run(actor: Actor, /, *args: P.args, **_: P.kwargs) -> list[Any]:
        values = (*_identity(actor), clock.now(), *args)
        database = connections[DEFAULT_DB_ALIAS]
        key = (database.vendor, *_kind(actor), *map(_shape, values), *_same(values))
        statement = statements.get(key)
        if statement is None:
            statement = statements[key] = _put_together(read, actor, values)
        return statement.rows(values, database)

    return run


def _identity(actor: Actor) -> Values:
    return actor.account_id, actor.person_id, actor.organisation_id, actor.link and actor.link.subject_id


def _kind(actor: Actor) -> Values:
    """All of an actor that may change what is asked, besides the ids."""
    return actor.roles, actor.strength, actor.purpose, actor.language, actor.link and actor.link.kind


def _shape(value: Any) -> Any:
    """The type of a parameter; of anything else the value itself."""
    return type(value) if type(value) in ADAPTED else (type(value), value)


def _same(values: Values) -> Values:
    """Which values are equal: a rule may ask whether the actor is the person."""
    first: dict[Any, int] = {}
    return tuple([first.setdefault(value, place) for place, value in enumerate(values)])


@dataclass(frozen=True, slots=True)
class _Slot:
    """Which parameters of the statement are which of the values, as the database wants it."""

    places: tuple[int, ...]
    value: int
    adapt: Adapt


@dataclass(frozen=True, slots=True)
class _Statement:
    """A read put together; without a compiler it has no rows for anybody of this kind."""

    shape: Rows | None = None
    compiler: Any = None
    sql: str = ""
    params: Values = ()
    slots: tuple[_Slot, ...] = ()
    columns: Readers = ()
    names: tuple[str, ...] | None = None

    def rows(self, values: Values, database: Any) -> list[Any]:
        """What the database answers for these values, in Django's own shape: objects or tuples."""
        if self.shape is None:
            return []
        params = list(self.params)
        for slot in self.slots:
            adapted = slot.adapt(values[slot.value], database.ops)
            for place in slot.places:
                params[place] = adapted
        asked = _Asked(self, params, database)
        kind: Any = self.shape._iterable_class
        if self.names is not None:
            return objects(self.shape.model, self.names, asked.results_iter(), database.alias)
        if kind is ValuesListIterable:
            return list(map(tuple, asked.results_iter()))
        if kind is FlatValuesListIterable:
            return [row[0] for row in asked.results_iter()]
        return list(kind(self._with(asked)))

    def _with(self, asked: "_Asked") -> Any:
        """As much of a queryset as Django's makers of rows look at."""
        query = SimpleNamespace(get_compiler=lambda *_args, **_named: asked)
        return SimpleNamespace(**vars(self.shape) | {"query": query, "db": asked.connection.alias})


class _Asked:
    """What Django's own makers of rows want from a compiler, with nothing left to put together."""

    def __init__(self, statement: _Statement, params: list[Any], connection: Any) -> None:
        self.statement, self.params, self.connection = statement, params, connection
        made = statement.compiler
        self.select, self.klass_info, self.annotation_col_map = (
            made.select,
            made.klass_info,
            made.annotation_col_map,
        )

    def execute_sql(self, *_args: Any, **_named: Any) -> list[Any]:
        """All rows, past the tripwire as every statement."""
        with self.connection.cursor() as cursor:
            cursor.execute(self.statement.sql, self.params)
            return cursor.fetchall()  # type: ignore[no-any-return]

    def results_iter(self, results: Any = None, tuple_expected: bool = False, **_named: Any) -> Any:
        """The rows, with values as fields want them."""
        rows = self.execute_sql() if results is None else results
        if self.statement.columns:
            rows = converted(rows, self.statement.columns)
        return map(tuple, rows) if tuple_expected else rows


def _put_together(read: Callable[..., Rows], actor: Actor, values: Values) -> _Statement:
    worlds = [_made_up(values, number) for number in (1, 2)]
    first, second = (_compiled(read, actor, world) for world in worlds)
    if first is None or second is None:
        return _Statement()
    shape, compiler, sql, params = first
    if second[2] != sql:
        raise ImproperlyConfigured(f"{read.__qualname__} asks something else for every value")
    pairs = list(zip(params, second[3], strict=True))
    slots: dict[tuple[int, Adapt], list[int]] = defaultdict(list)
    for place, pair in enumerate(pairs):
        if pair[0] != pair[1]:
            slots[_slot(read, worlds, pair)].append(place)
    columns = readers(compiler.get_converters([column for column, *_ in compiler.select]), connection)
    found = tuple(_Slot(tuple(places), *which) for which, places in slots.items())
    return _Statement(shape, compiler, sql, params, found, columns, names_of(shape, compiler))


def _made_up(values: Values, world: int) -> Values:
    """Values of the same types that occur nowhere else; equal ones stay equal, no two stay as far apart."""
    made = (INVENTED.get(type(value)) for value in values)
    numbers = (world * (100 + first) for first in _same(values))
    return tuple(make(n) if make else value for value, make, n in zip(values, made, numbers, strict=True))


def _compiled(
    read: Callable[..., Rows], actor: Actor, values: Values
) -> tuple[Rows, Any, str, Values] | None:
    """The read with these values: what it returns, its compiler, SQL and parameters; None for no rows."""
    account_id, person_id, organisation_id, subject_id, now, *args = values
    link = replace(actor.link, subject_id=subject_id) if actor.link else None
    ids = {"account_id": account_id, "person_id": person_id, "organisation_id": organisation_id}
    with clock.at(now), connection.execute_wrapper(_refuse):
        rows = read(replace(actor, **ids, link=link, name=""), *args)
        compiler = rows.query.get_compiler(rows.db)
        try:
            sql, params = compiler.as_sql()
        except EmptyResultSet:
            return None
    return rows, compiler, sql, tuple(params)


def _slot(read: Callable[..., Rows], worlds: list[Values], pair: tuple[Any, Any]) -> tuple[int, Adapt]:
    """Which value a parameter is, and how the database wants it."""
    for number, (one, two) in enumerate(zip(*worlds, strict=True)):
        for adapt in (*ADAPTED.get(type(one), ()), *_shifted(one, pair[0])):
            if (adapt(one, connection.ops), adapt(two, connection.ops)) == pair:
                return number, adapt
    raise ImproperlyConfigured(
        f"{read.__qualname__} works on a value before it asks; that cannot be prepared"
    )


def _shifted(moment: Any, asked: Any) -> tuple[Adapt, ...]:
    """A day ago, in a month: a moment that is always as far from another, in UTC."""
    found = asked if isinstance(asked, datetime) else _read_as_moment(asked)
    if not isinstance(moment, datetime) or found is None:
        return ()
    shift = (found if found.tzinfo else found.replace(tzinfo=UTC)) - moment
    return (lambda now, ops: ops.adapt_datetimefield_value(now + shift),)


def _read_as_moment(text: Any) -> datetime | None:
    return parse_datetime(text) if isinstance(text, str) and len(text) > len("1800-01-01") else None


def _refuse(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    """No rows are read; Django may ask once what the database can do, which names no table."""
    if "FROM" in sql.upper():
        raise ImproperlyConfigured("A prepared read may not ask the database while it is put together")
    return execute(sql, *rest)
