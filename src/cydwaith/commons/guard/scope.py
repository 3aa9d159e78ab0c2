"""What the running code has been allowed to touch.

A permitted read carries a marker inside its own SQL, so that the tripwire can tell
it from every other statement, wherever Django nests it. The key is drawn anew in
each process: no text from outside can hold it.
"""

import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from cydwaith.kernel.errors import CydwaithError


class Unguarded(CydwaithError):
    """A statement reached for personal data and no policy had been applied."""


_KEY = secrets.token_hex(8)
_MARKER = re.compile(r"/\*seen " + _KEY + r" ([a-z0-9_]+)\*/")
_writing: ContextVar[bool] = ContextVar("cydwaith_writing", default=False)
_maintenance: ContextVar[bool] = ContextVar("cydwaith_maintenance", default=False)


def mark(sql: str, tables: Iterable[str]) -> str:
    """The statement with a marker that says which guarded tables a policy filtered."""
    marks = "".join(f"/*seen {_KEY} {table}*/" for table in sorted(tables))
    return sql.replace("SELECT", f"SELECT {marks}", 1)


def marked(sql: str) -> set[str]:
    """The tables named by markers in a statement."""
    return set(_MARKER.findall(sql))


def is_writing() -> bool:
    """Whether a command is under way."""
    return _writing.get()


def is_maintenance() -> bool:
    """Whether the schema itself is being changed."""
    return _maintenance.get()


@contextmanager
def writing() -> Iterator[None]:
    """Let guarded rows be written; opened by the command wrapper alone."""
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


@contextmanager
def maintenance() -> Iterator[None]:
    """Let migrations and test set-up move whole tables."""
    token = _maintenance.set(True)
    try:
        yield
    finally:
        _maintenance.reset(token)
