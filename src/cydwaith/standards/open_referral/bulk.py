"""The whole directory in one file, in flat memory: JSON, JSON lines, or a tabular package of CSV files."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, TextIO, cast
from zipfile import ZIP_DEFLATED, ZipFile

from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.queries import publishing
from cydwaith.place.directory.queries.publishing import ServiceEntry

from .writing import nesting, older, tables

Record = dict[str, Any]
FORMATS = ("jsonl", "json", "csv")
VERSIONS = ("3.0", "1.0")
ENDINGS = {"jsonl": "jsonl", "json": "json", "csv": "csv.zip"}
ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
KINDS = ("taxonomy", "taxonomy_term", "organization", "location", "service")


def write(actor: Actor, target: BinaryIO, *, form: str, version: str, said: Callable[[int], None]) -> int:
    """Write every listed service (``csv``: every record) and return how many; ``said`` hears the count."""
    if form == "csv":
        return _package(actor, target, said)
    lines = services(actor, version)
    return _lines(lines, target, said) if form == "jsonl" else _one_page(lines, target, version, said)


def services(actor: Actor, version: str) -> Iterator[Record]:
    """Every listed service with all that belongs to it, in the words of this version."""
    for entry, _ in publishing.every(actor, "service"):
        whole = nesting.service(cast(ServiceEntry, entry))
        yield older.service(whole) if version == "1.0" else whole


def _lines(records: Iterable[Record], target: BinaryIO, said: Callable[[int], None]) -> int:
    count = 0
    for count, record in enumerate(records, start=1):
        target.write(ENCODE(record).encode() + b"\n")
        said(count)
    return count


def _one_page(records: Iterable[Record], target: BinaryIO, version: str, said: Callable[[int], None]) -> int:
    """One page that holds everything. Its counts stand after its list: they are known by then."""
    newer = version == "3.0"
    target.write(b'{"contents":[' if newer else b'{"content":[')
    count = 0
    for count, record in enumerate(records, start=1):
        target.write((b"," if count > 1 else b"") + ENCODE(record).encode())
        said(count)
    names = ("total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty")
    names_1 = ("totalElements", "totalPages", "number", "size", "first", "last", "empty")
    values = (count, 1, 1, count, True, True, not count)
    ending = ENCODE(dict(zip(names if newer else names_1, values, strict=True)))
    target.write(b"]," + ending[1:].encode())
    return count


def _package(actor: Actor, target: BinaryIO, said: Callable[[int], None]) -> int:
    """Rows wait on disk, a file for each table, until every column is known."""
    with TemporaryDirectory(prefix="cydwaith-package-") as folder, Spool(Path(folder)) as spool:
        count = 0
        for count, (kind, record) in enumerate(_everything(actor), start=1):
            for entity, row in tables.rows(kind, record):
                spool.add(entity, row)
            said(count)
        spool.close()
        with ZipFile(target, "w", ZIP_DEFLATED) as archive:
            _fill(archive, spool)
        return count


def _everything(actor: Actor) -> Iterator[tuple[str, Record]]:
    """Every record in the order in which others name it."""
    for kind in KINDS:
        for entry, _ in publishing.every(actor, kind):
            if kind == "service":
                yield kind, nesting.service(cast(ServiceEntry, entry))
            elif kind == "organization":
                yield kind, nesting.organisation(entry, full=False)
            else:
                yield kind, nesting.plain(kind, entry)


class Spool:
    """Rows by table in files of JSON lines, and the columns met so far. A row with an id stands once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, TextIO] = {}
        self._seen: dict[str, set[str]] = {}
        self.columns: dict[str, dict[str, None]] = {}

    def __enter__(self) -> "Spool":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, entity: str, row: Record) -> None:
        """Keep a row, unless one of its table with its id is kept already."""
        seen = self._seen.setdefault(entity, set())
        identity = str(row.get("id"))
        if identity in seen:
            return
        seen.add(identity)
        if entity not in self._files:
            self._files[entity] = (self._folder / entity).open("w", encoding="utf-8")
        self.columns.setdefault(entity, {}).update(dict.fromkeys(row))
        self._files[entity].write(ENCODE(row) + "\n")

    def rows(self, entity: str) -> Iterator[Record]:
        """The rows of a table, once the spool is closed."""
        with (self._folder / entity).open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)

    def close(self) -> None:
        """No more rows."""
        for file in self._files.values():
            file.close()


def _fill(archive: ZipFile, spool: Spool) -> None:
    described = []
    for entity, table in tables.TABLES.items():
        if entity in spool.columns:
            names = tables.columns(entity, spool.columns[entity])
            described.append(tables.resource(entity, names))
            with archive.open(f"{table}.csv", "w", force_zip64=True) as file:
                _table(file, names, spool.rows(entity))
    package = {"profile": "tabular-data-package", "name": "open-referral", "resources": described}
    archive.writestr("datapackage.json", json.dumps(package, ensure_ascii=False, indent=1))


def _table(file: Any, names: list[str], rows: Iterable[Record]) -> None:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    writer = csv.DictWriter(text, names, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    text.flush()
    text.detach()
