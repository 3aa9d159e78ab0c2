"""The ONS look-ups of every postcode, NSPL and ONSPD; column names vary by release."""

import re
from collections.abc import Callable, Iterator, Sequence

from ..rules import DEGREE, normalise_postcode, plausible, real_code
from .base import Batch, Layout, Reading, Row
from .postcodes import BATCH, TOLD, UNKNOWN
from .rows import cells
from .source import Cells, Head

FEWEST_COLUMNS = 20
# ONS writes latitude 99.999999 where a postcode has no grid reference.
NO_LATITUDE = 99.0
# Of the ways to write a postcode, the one that people use.
SPACED = "pcds"

NAMES = {
    "postcode": re.compile(r"pcds|pcd|pcd7|pcd8|pcd2"),
    "latitude": re.compile(r"lat|latitude"),
    "longitude": re.compile(r"long|longitude"),
    "quality": re.compile(r"osgrdind|gridind"),
    "started": re.compile(r"dointr"),
    "ended": re.compile(r"doterm"),
    "council": re.compile(r"laua|oslaua|lad(\d\d)?(cd)?"),
    "ward": re.compile(r"ward|osward|wd(\d\d)?(cd)?"),
    "neighbourhood": re.compile(r"lsoa(\d\d)?(cd)?"),
}
ESSENTIAL = ("postcode", "latitude", "longitude", "ended", "council", "neighbourhood")


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """Where each thing stands; of several (``lsoa11``, ``lsoa21``) the newest."""
    found = {}
    for thing, pattern in NAMES.items():
        matching = [name for name in header if pattern.fullmatch(name)]
        if matching:
            found[thing] = header.index(max(matching, key=_newness))
    return found


def _newness(name: str) -> int:
    if name == SPACED:
        return 1
    digits = re.search(r"\d\d", name)
    return int(digits.group()) if digits else 0


def recognises(head: Head) -> bool:
    """A wide header with a postcode, a point, a date of ending and the two areas."""
    return len(head.first) >= FEWEST_COLUMNS and all(name in columns_of(head.columns) for name in ESSENTIAL)


def read(reading: Reading) -> Iterator[Batch]:
    """Live and ended postcodes, with their neighbourhood as ONS gives it."""
    at = columns_of(reading.head.columns)
    width = len(reading.head.first)
    waiting: list[Row] = []
    for line, row in cells(reading, header=True):
        if len(row) != width:
            reading.reject(line, f"expected {width} cells and found {len(row)}")
            continue
        finished = _row(reading, line, row, at)
        if finished:
            waiting.append(finished)
        if len(waiting) >= BATCH:
            yield Batch("postcode", waiting)
            waiting = []
    yield Batch("postcode", waiting)


def _row(reading: Reading, line: int, row: Cells, at: dict[str, int]) -> Row | None:
    cell: Callable[[str], str] = lambda thing: row[at[thing]] if thing in at else ""  # noqa: E731
    key = normalise_postcode(cell("postcode"))
    if key is None:
        reading.reject(line, "the postcode is not one")
        return None
    ended = _month(cell("ended"))
    reading.latest = max(reading.latest, ended, _month(cell("started")))
    point = _point(reading, line, cell("latitude"), cell("longitude"))
    if point is None:
        return None
    neighbourhood = real_code(cell("neighbourhood"))
    return (
        key,
        *point,
        _quality(cell("quality")),
        real_code(cell("council")),
        real_code(cell("ward")),
        neighbourhood,
        TOLD if neighbourhood else UNKNOWN,
        ended,
    )


def _point(reading: Reading, line: int, latitude: str, longitude: str) -> tuple[int, int] | None:
    try:
        north, east = float(latitude), float(longitude)
    except ValueError:
        reading.reject(line, "the latitude and longitude should be numbers")
        return None
    if north > NO_LATITUDE:
        reading.issues.skipped += 1
        return None
    if not plausible(north, east):
        reading.reject(line, "the point is not in the United Kingdom")
        return None
    return round(north * DEGREE), round(east * DEGREE)


def _month(text: str) -> int:
    digits = text.strip()
    return int(digits) if len(digits) == 6 and digits.isdigit() else 0


def _quality(text: str) -> int:
    """ONS writes 1 (best) to 9; Ordnance Survey 10 to 90: kept on the latter's scale."""
    return int(text) * 10 if text.strip().isdigit() else 0


LAYOUT = Layout("ons-postcodes", "NSPL or ONSPD (zip or CSV)", recognises, read)
