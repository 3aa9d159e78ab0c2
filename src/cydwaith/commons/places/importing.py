"""Reading a sheaf of parts into waiting rooms, ready to land."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

from cydwaith.kernel import clock

from .readers.base import Issues, Reading, Unreadable
from .readers.layouts import POSTCODES, Known, Sheaf
from .staging import Stage
from .targets import TARGETS

METADATA = "metadata.txt"
_COPYRIGHT = re.compile(r"COPYRIGHT DATE:\s*(\d{6})\d\d")
_IN_NAME = re.compile(r"(20\d\d)[-_ ]?(0[1-9]|1[0-2])(?!\d)")
_MONTH_IN_NAME = re.compile(r"(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*[-_ ]?(20\d\d)")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import has come: what is read, the part of it that is done (0-1), rows so far."""

    name: str
    fraction: float
    rows: int


Watcher = Callable[[Progress], None]


def unwatched(_: Progress) -> None:
    """For whoever does not want to know."""


@dataclass(slots=True)
class Staged:
    """A sheaf that has been read whole: its waiting rooms, and what is known of the release.

    ``released`` is the newest month (YYYYMM) or vintage (YYYY) in it, 0 if it does not say.
    """

    sheaf: Sheaf
    sha256: str
    issues: Issues = field(default_factory=Issues)
    stages: dict[str, Stage] = field(default_factory=dict)
    rows: int = 0
    released: int = 0

    @property
    def as_of(self) -> int:
        """The month (YYYYMM) that the rows speak of: this one if the release does not say."""
        return self.released or int(clock.today().strftime("%Y%m"))

    @property
    def date(self) -> str:
        """The release's date in words: ``2025-10``, ``2024``, or nothing."""
        text = str(self.released) if self.released else ""
        return f"{text[:4]}-{text[4:]}" if text[4:] else text


@contextmanager
def staged(sheaf: Sheaf, sha256: str, watch: Watcher) -> Iterator[Staged]:
    """Read a sheaf; the waiting rooms are cleared afterwards. Raises ``Unreadable``."""
    waiting = Staged(sheaf, sha256)
    try:
        for done, known in enumerate(sheaf.parts):
            _read(waiting, known, done, watch)
        _tidy(waiting)
        waiting.released = waiting.released or month_of(sheaf)
        yield waiting
    finally:
        for stage in waiting.stages.values():
            stage.close()


def _read(waiting: Staged, known: Known, done: int, watch: Watcher) -> None:
    reading = Reading(known.part, known.head, waiting.issues)
    for batch in known.layout.read(reading):
        _stage(waiting, batch.table).add(batch.rows)
        fraction = (done + reading.fraction) / len(waiting.sheaf.parts)
        watch(Progress(waiting.sheaf.name, fraction, waiting.rows + reading.rows))
    waiting.rows += reading.rows
    waiting.released = max(waiting.released, reading.latest)


def _stage(waiting: Staged, table: str) -> Stage:
    if table not in waiting.stages:
        waiting.stages[table] = Stage(TARGETS[table])
    return waiting.stages[table]


def _tidy(waiting: Staged) -> None:
    for table, stage in waiting.stages.items():
        for key in stage.drop_repeats():
            if table == "postcode":
                waiting.issues.reject(f"{waiting.sheaf.name} {key}", "listed twice; the last was kept")
    if not any(stage.rows for stage in waiting.stages.values()):
        raise Unreadable(
            f"{waiting.sheaf.name} has no usable row: expected {waiting.sheaf.layout.expects}."
            + "".join(f" {problem}." for problem in waiting.issues.problems[:1])
        )


def month_of(sheaf: Sheaf) -> int:
    """The month that a postcode release speaks of (YYYYMM): its own word or its name; 0 if neither says."""
    if sheaf.layout.kind not in POSTCODES:
        return 0
    return _in_metadata(sheaf) or _in_name(sheaf.name)


def _in_metadata(sheaf: Sheaf) -> int:
    part = sheaf.parts[0].part
    try:
        text = _beside(part.path, bool(part.member))
    except (OSError, KeyError):
        return 0
    found = _COPYRIGHT.search(text)
    return int(found[1]) if found else 0


def _beside(path: Path, zipped: bool) -> str:
    if not zipped:
        near = [path.parent / METADATA, path.parent.parent / METADATA, path.parent.parent / "Doc" / METADATA]
        return next((p.read_text("latin-1") for p in near if p.is_file()), "")
    with ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.lower().endswith(METADATA)]
        return archive.read(names[0]).decode("latin-1") if names else ""


def _in_name(name: str) -> int:
    found = _IN_NAME.search(name)
    if found:
        return int(found[1] + found[2])
    month = _MONTH_IN_NAME.search(name.upper())
    return int(month[2]) * 100 + MONTHS.index(month[1]) + 1 if month else 0
