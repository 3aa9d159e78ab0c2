"""ONS look-ups: one row says which places a place lies in."""

from collections.abc import Iterator

from ..rules import real_code
from .base import Batch, Layout, Reading
from .columns import areas_in
from .places import Gathered
from .rows import cells
from .source import Head


def recognises(head: Head) -> bool:
    """Codes of at least two levels of place."""
    return len({area.level for area in areas_in(head.columns)}) > 1


def read(reading: Reading) -> Iterator[Batch]:
    """The places named and what lies within what."""
    areas = areas_in(reading.head.columns)
    width, gathered = len(reading.head.first), Gathered()
    reading.latest = max(area.year for area in areas)
    for line, row in cells(reading, header=True):
        if len(row) != width:
            reading.reject(line, f"expected {width} cells and found {len(row)}")
        elif not real_code(row[areas[0].code]):
            reading.reject(line, f"{reading.head.first[areas[0].code]} should be a code such as W01000001")
        else:
            gathered.meet(row, areas)
    yield from gathered.batches()


LAYOUT = Layout("area-lookup", "a look-up of area codes (CSV)", recognises, read)
