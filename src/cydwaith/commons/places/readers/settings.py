"""The rural and urban classification of neighbourhoods."""

from collections.abc import Iterator

from ..rules import Level, real_code
from .base import Batch, Layout, Reading
from .columns import areas_in
from .places import place_row
from .rows import cells
from .source import Head

NEEDED = "classification"


def recognises(head: Head) -> bool:
    """A neighbourhood code, a code of the classification and its words."""
    columns = head.columns
    has_code = any(a.level is Level.NEIGHBOURHOOD for a in areas_in(columns))
    return has_code and NEEDED in columns and any(name.startswith("ruc") for name in columns)


def read(reading: Reading) -> Iterator[Batch]:
    """Each neighbourhood's setting, as in "Larger rural: Nearer to a major town or city"."""
    columns = reading.head.columns
    area, words_at = areas_in(columns)[0], columns.index(NEEDED)
    reading.latest = area.year
    found = {}
    for line, row in cells(reading, header=True):
        code = real_code(row[area.code]) if len(row) == len(columns) else ""
        if code:
            found[code] = place_row(code, setting=row[words_at].strip())
        else:
            reading.reject(line, "expected a neighbourhood code and its classification")
    yield Batch("place", list(found.values()))


LAYOUT = Layout("rural-urban", "the rural-urban classification (CSV)", recognises, read)
