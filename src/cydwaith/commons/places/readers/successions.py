"""Which 2021 neighbourhood follows which 2011 one, with ONS's change code (U, S, M, X)."""

from collections.abc import Iterator

from ..rules import Level, real_code
from .base import Batch, Layout, Reading, Row
from .columns import areas_in
from .places import Gathered, place_row
from .rows import cells
from .source import Head

CHANGE = ("change_code", "chgind", "chngind")
LAST_DAY = "2021-12-31"


def recognises(head: Head) -> bool:
    """Two vintages of neighbourhood and a change code."""
    vintages = [a for a in areas_in(head.columns) if a.level is Level.NEIGHBOURHOOD]
    return len(vintages) == 2 and any(name in head.columns for name in CHANGE)


def read(reading: Reading) -> Iterator[Batch]:
    """Successions, the places named, and the closing of codes that ended."""
    areas = areas_in(reading.head.columns)
    old, new = areas[0], areas[1]
    change = next(reading.head.columns.index(name) for name in CHANGE if name in reading.head.columns)
    gathered, successions, ended = Gathered(), [], []
    reading.latest = new.year
    for line, row in cells(reading, header=True):
        codes = [real_code(row[area.code]) for area in (old, new)] if len(row) > change else ["", ""]
        if not all(codes):
            reading.reject(line, "expected a 2011 and a 2021 neighbourhood code")
            continue
        gathered.meet(row, areas[1:])
        successions.append((codes[0], codes[1], row[change].strip().upper()[:1]))
        if codes[0] != codes[1]:
            ended.append(place_row(codes[0], row[old.name or old.code], valid_to=LAST_DAY))
    yield from gathered.batches()
    yield Batch("place", _only_ended(ended, gathered))
    yield Batch("succession", successions)


def _only_ended(rows: list[Row], gathered: Gathered) -> list[Row]:
    return list({row[0]: row for row in rows if row[0] not in gathered.places}.values())


LAYOUT = Layout("neighbourhood-changes", "2011 to 2021 neighbourhood changes (CSV)", recognises, read)
