"""What the postcode layouts share: a draft of a row, and its place on the ground."""

from collections.abc import Iterator

from .base import Batch, Reading, Row
from .grid import on_the_grid, to_micro_degrees

# How a postcode's neighbourhood is known: not at all, worked out from the point, or told by ONS.
UNKNOWN, WORKED_OUT, TOLD = 0, 1, 2
BATCH = 20_000
# Ordnance Survey marks a postcode without a location with quality 90 and the point 0, 0.
NO_LOCATION = 90

# key, easting, northing, quality, council, ward, neighbourhood
Draft = tuple[str, int, int, int, str, str, str]


def place_on_ground(drafts: Iterator[Draft]) -> Iterator[Batch]:
    """Batches of finished rows from drafts in metres."""
    waiting: list[Draft] = []
    for draft in drafts:
        waiting.append(draft)
        if len(waiting) >= BATCH:
            yield _finished(waiting)
            waiting = []
    if waiting:
        yield _finished(waiting)


def _finished(drafts: list[Draft]) -> Batch:
    points = to_micro_degrees([draft[1] for draft in drafts], [draft[2] for draft in drafts])
    rows: list[Row] = [
        (draft[0], north, east, *draft[3:], WORKED_OUT if draft[6] else UNKNOWN, 0)
        for draft, north, east in zip(drafts, *points, strict=True)
    ]
    return Batch("postcode", rows)


def grid_point(
    reading: Reading, line: int, quality: str, east: str, north: str
) -> tuple[int, int, int] | None:
    """Quality, easting and northing as numbers; ``None`` (and counted) if there is no location."""
    try:
        numbers = int(quality), int(east), int(north)
    except ValueError:
        reading.reject(line, "the quality, easting and northing should be whole numbers")
        return None
    if numbers[0] >= NO_LOCATION:
        reading.issues.skipped += 1
        return None
    if not on_the_grid(numbers[1], numbers[2]):
        reading.reject(line, "the point is not on the British National Grid")
        return None
    return numbers
