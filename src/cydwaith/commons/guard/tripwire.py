"""The tripwire: SQL that names a guarded table must say who allowed it."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

from . import scope
from .scope import Unguarded

CHANGES = ("INSERT", "UPDATE", "DELETE")
READS = ("SELECT", "WITH", "(")


@lru_cache(maxsize=1)
def guarded_tables() -> frozenset[str]:
    """The tables of all guarded models."""
    return frozenset(m._meta.db_table for m in apps.get_models() if getattr(m, "is_guarded", False))


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(sorted(guarded_tables(), key=len, reverse=True)) + r")\b")


def tables_in(sql: str) -> frozenset[str]:
    """The guarded tables that a statement names, markers aside."""
    if not guarded_tables():
        return frozenset()
    return frozenset(_names().findall(re.sub(r"/\*.*?\*/", "", sql)))


@lru_cache(maxsize=2048)
def _judged(sql: str) -> tuple[frozenset[str], frozenset[str]]:
    """The tables that a statement would change, and those it reads with no policy in it."""
    tables, verb = tables_in(sql), sql.lstrip()[:10].upper()
    if verb.startswith(CHANGES):
        return tables, frozenset()
    return frozenset(), tables - scope.marked(sql) if verb.startswith(READS) else frozenset()


def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Refuse a statement on guarded tables that neither a policy nor a command opened."""
    if apps.ready and not scope.is_maintenance():
        _refuse_unless_open(sql)
    return execute(sql, params, many, context)


def _refuse_unless_open(sql: str) -> None:
    changed, closed = _judged(sql)
    if changed and not scope.is_writing():
        raise Unguarded(f"{_list(changed)} can only be changed by a command")
    if closed:
        raise Unguarded(f"{_list(closed)} read with no policy applied: use as_seen_by(actor)")


def _list(tables: frozenset[str]) -> str:
    return ", ".join(sorted(tables))


def stretch(sender: object, connection: BaseDatabaseWrapper, **_: object) -> None:
    """Put the tripwire on a new connection, once."""
    if watch not in connection.execute_wrappers:
        connection.execute_wrappers.append(watch)
