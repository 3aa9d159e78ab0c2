"""Reading a table or a document that people bring: CSV, JSON, Parquet, or CSV on standard input."""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..exits import USAGE, Halt

Table = dict[str, list[Any]]


def table(name: str) -> Table:
    """The columns of a file; a column of numbers only becomes numbers, an empty cell None."""
    if Path(name).suffix == ".parquet":
        return _parquet(name)
    said = text(name)
    if said.lstrip()[:1] in ("[", "{"):
        return _columns(document_of(said, name), name)
    return _csv(said, name)


def document(name: str) -> Any:
    """A JSON document."""
    return document_of(text(name), name)


def document_of(said: str, name: str) -> Any:
    """What a text in JSON says."""
    try:
        return json.loads(said)
    except json.JSONDecodeError as error:
        raise Halt(f"{name} is not JSON (line {error.lineno}: {error.msg}). Mend it there.", USAGE) from None
    except RecursionError:
        raise Halt(f"{name} is not a table: its lists lie within lists too deep to read.", USAGE) from None


def column(found: Table, name: str) -> list[Any]:
    """One column, or a sentence that says which there are."""
    if name not in found:
        raise Halt(f"There is no column {name!r}. There are: {', '.join(found)}.", USAGE)
    return found[name]


def text(name: str) -> str:
    """The text of a file, packed or not, or of standard input."""
    if name == "-":
        return sys.stdin.read()
    path = Path(name)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Halt(f"{name} cannot be read: {error.strerror or error}.", USAGE) from None
    try:
        return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8-sig")
    except (UnicodeDecodeError, gzip.BadGzipFile, EOFError):
        raise Halt(f"{name} is not text. Give CSV or JSON in UTF-8, or Parquet.", USAGE) from None


def _csv(said: str, name: str) -> Table:
    rows = [row for row in csv.reader(said.splitlines()) if row]
    if len(rows) < 2:
        raise Halt(f"{name} has no rows. The first line names the columns; each other line is a row.", USAGE)
    head, body = rows[0], rows[1:]
    for number, row in enumerate(body, start=2):
        if len(row) != len(head):
            raise Halt(f"{name}, line {number}: {len(row)} cells, and there are {len(head)} columns.", USAGE)
    return {title.strip(): _typed(cells) for title, cells in zip(head, zip(*body, strict=True), strict=True)}


def _typed(cells: Iterable[str]) -> list[Any]:
    kept = [cell.strip() or None for cell in cells]
    try:
        return [None if cell is None else float(cell) for cell in kept]
    except ValueError:
        return list(kept)


def _columns(found: Any, name: str) -> Table:
    if isinstance(found, dict) and all(isinstance(values, list) for values in found.values()):
        return found
    if isinstance(found, list) and found and all(isinstance(row, dict) for row in found):
        titles = dict.fromkeys(title for row in found for title in row)
        return {title: [row.get(title) for row in found] for title in titles}
    raise Halt(f"{name} is not a table: give a list of rows, or columns by name.", USAGE)


def _parquet(name: str) -> Table:
    import duckdb

    try:
        found = duckdb.connect().read_parquet(name)
        return {title: list(cells) for title, cells in found.fetchnumpy().items()}
    except duckdb.Error as error:
        raise Halt(f"{name} cannot be read as Parquet: {error}", USAGE) from None
