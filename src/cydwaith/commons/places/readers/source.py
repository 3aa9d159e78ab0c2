"""Opening what was named: a file, a gzip, a zip or a folder, as a list of parts."""

import csv
import gzip
import hashlib
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

SUFFIXES = (".csv", ".gz", ".zip", ".geojson", ".json")
PEEK = 65536
Cells = list[str]


@dataclass(frozen=True, slots=True)
class Part:
    """One readable text: a file, or one member of a zip."""

    name: str
    path: Path
    member: str = ""

    @contextmanager
    def open(self) -> Iterator["Opened"]:
        """The text as bytes, unpacked, with how far it has been read."""
        with self.path.open("rb") as raw:
            size = max(1, self.path.stat().st_size)
            if self.member:
                with zipfile.ZipFile(raw) as archive, archive.open(self.member) as inner:
                    yield Opened(inner, inner, max(1, archive.getinfo(self.member).file_size))
            elif raw.read(2) == b"\x1f\x8b":
                raw.seek(0)
                with gzip.GzipFile(fileobj=raw) as unpacked:
                    yield Opened(cast(IO[bytes], unpacked), raw, size)
            else:
                raw.seek(0)
                yield Opened(raw, raw, size)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open part; ``measured`` is the stream whose position tells how far we are."""

    stream: IO[bytes]
    measured: IO[bytes]
    size: int

    def fraction(self) -> float:
        """How much has been read, 0 to 1."""
        return min(1.0, self.measured.tell() / self.size)

    def text(self) -> io.TextIOWrapper:
        """The part as text, without a byte order mark."""
        return io.TextIOWrapper(self.stream, encoding="utf-8-sig", newline="")


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a part: enough to tell what it is."""

    text: str
    first: tuple[str, ...]
    second: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The first row as column names, in lower case."""
        return tuple(cell.strip().lower() for cell in self.first)


def parts_of(path: Path) -> list[Part]:
    """The parts of a file, zip or folder, in the order of their names.

    Raises ``OSError`` or ``zipfile.BadZipFile``.
    """
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.is_file() and p.name.lower().endswith(SUFFIXES))
        return [part for file in files for part in parts_of(file)]
    if _is_zip(path):
        with zipfile.ZipFile(path) as archive:
            return [Part(f"{path.name}/{name}", path, name) for name in _members(archive)]
    return [Part(path.name, path)]


def _is_zip(path: Path) -> bool:
    with path.open("rb") as raw:
        return raw.read(4) in (b"PK\x03\x04", b"PK\x05\x06")


def _members(archive: zipfile.ZipFile) -> list[str]:
    return sorted(n for n in archive.namelist() if n.lower().endswith(SUFFIXES) and not n.endswith(".zip"))


def head_of(part: Part) -> Head:
    """The first two rows and the first 64 kB. Raises ``OSError``, ``EOFError``, ``UnicodeDecodeError``."""
    with part.open() as opened:
        start = opened.stream.read(PEEK)
    text = _whole_characters(start)
    rows = csv.reader(io.StringIO(text, newline=""))
    return Head(text, tuple(next(rows, [])), tuple(next(rows, [])))


def _whole_characters(start: bytes) -> str:
    if b"\x00" in start:
        raise UnicodeDecodeError("utf-8", start, 0, 1, "not text")
    cut = start if len(start) < PEEK else start[: start.rfind(b"\n") + 1] or start
    try:
        return cut.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if len(start) < PEEK or error.start < len(cut) - 4:
            raise
        return cut[: error.start].decode("utf-8-sig")


def digest_of(parts: list[Part]) -> str:
    """The SHA-256 of the files that hold the parts, names and contents, in hexadecimal."""
    paths = sorted({part.path for part in parts})
    total = hashlib.sha256()
    for path in paths:
        with path.open("rb") as raw:
            one = hashlib.file_digest(raw, "sha256")
        if len(paths) == 1:
            return one.hexdigest()
        total.update(f"{path.name} {one.hexdigest()}\n".encode())
    return total.hexdigest()
