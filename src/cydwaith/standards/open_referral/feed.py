"""Where feeds come from: a file, a folder of files, or an address that gives pages."""

import csv
from collections.abc import Iterator
from pathlib import Path

from cydwaith.place.directory.rules.records import Problem

from . import pages, shapes, tabular
from .documents import Document, Piece, package

JSON_NAMES = {".json", ".jsonl", ".ndjson"}


def read(target: str) -> Iterator[Piece]:
    """Every record of a file, folder or http(s) address, and every problem met on the way. Raises nothing."""
    if target.lower().startswith(("http://", "https://")):
        return pages.read(target)
    path = Path(target)
    if path.is_dir():
        return _folder(path)
    return _file(path)


def _folder(path: Path) -> Iterator[Piece]:
    files = [file for file in sorted(path.iterdir()) if file.suffix.lower() in JSON_NAMES]
    tables = list(path.glob("*.csv"))
    files = [file for file in files if file.name != "datapackage.json"] if tables else files
    if not files and not tables:
        yield Problem(path.name, None, _nothing_in(path), str(path))
    for file in files:
        yield from _file(file)
    if tables:
        yield from _tables(path)


def _nothing_in(path: Path) -> str:
    inner = [folder.name for folder in sorted(path.iterdir()) if folder.is_dir()]
    hint = f" Name one of the folders in it: {', '.join(inner[:8])}." if inner else ""
    return f"There is no JSON or CSV file in this folder.{hint}"


def _tables(path: Path) -> Iterator[Piece]:
    try:
        found = tabular.read_folder(path)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        yield Problem(path.name, None, f"Its CSV files could not be read: {error}.", str(path))
        return
    if not found.keys() & {"services", "organizations", "locations", "taxonomies", "taxonomy_terms"}:
        yield Problem(
            path.name, None, "No file in it is called services.csv or organizations.csv.", str(path)
        )
    yield from package(path.name, found)


def _file(path: Path) -> Iterator[Piece]:
    if path.suffix.lower() == ".csv":
        yield from _tables(path.parent)
        return
    try:
        with path.open("rb") as stream:
            yield from Document(path.name, shapes.hint(path.name)).read(stream)
    except OSError as error:
        yield Problem(path.name, None, f"It could not be opened: {error.strerror}.", str(path))
