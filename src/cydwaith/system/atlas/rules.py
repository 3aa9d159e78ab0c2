"""The tables that are published of places: which cells they have, and what is never split out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cydwaith.methods.disclosure import Cell, Cube, Dimension, Kept, Release

MONTHS = 12
ALL = "all"
UNSPLIT = "not-split-out"
POLICY = "controlled-5"
STAGES = ("asked", "accepted", "happened", "helped")
GAPS, FLOW = "gaps", "flow"
# By a fixed list, never by looking at a month's numbers: in a small place, who would be meant is guessed.
SENSITIVE = frozenset(
    {
        "suicide-crisis",
        "domestic-abuse",
        "sexual-violence",
        "crime-victim",
        "criminal-record",
        "gambling",
        "relationship",
        "drugs",
        "alcohol",
        "eating-disorder",
        "sexual-health",
        "homeless",
        "newcomer",
        "lgbt",
    }
)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many, of what (a need or a stage), where and in which month."""

    what: str
    place: str
    month: date
    count: int


def month_before(day: date) -> date:
    """The first day of the last whole month."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def months_to(last: date) -> tuple[date, ...]:
    """The twelve months that end with this one, oldest first."""
    found = [last.replace(day=1)]
    while len(found) < MONTHS:
        found.append(month_before(found[-1]))
    return tuple(reversed(found))


def span(last: date) -> str:
    """The name of twelve months together; each release has its own, for its sum is its own."""
    return f"12-to-{last:%Y-%m}"


def dimensions(
    places: Mapping[str, str], kinds: Sequence[str], last: date
) -> tuple[Dimension, Dimension, Dimension]:
    """Place by what by month. ``places`` maps each code to the one that it lies in, the top to ``""``."""
    months = tuple(f"{month:%Y-%m}" for month in months_to(last))
    return (
        Dimension("place", places),
        Dimension.flat("what", tuple(kinds), ALL),
        Dimension.flat("month", months, span(last)),
    )


def kinds_of_need(keys: Iterable[str]) -> tuple[str, ...]:
    """The needs that are told apart in public, in the list's order, and one for all others."""
    return (*(key for key in keys if key not in SENSITIVE), UNSPLIT)


def cube(kind: str, axes: tuple[Dimension, Dimension, Dimension], counted: Iterable[Counted]) -> Cube:
    """The table of true counts; what lies outside its places or months is not in it."""
    places, kinds, months = axes
    counts: dict[Cell, int] = {}
    for one in counted:
        what = one.what if one.what in kinds.place else UNSPLIT
        cell = (one.place, what, f"{one.month:%Y-%m}")
        if what in kinds.place and _is_lowest(places, one.place) and _is_lowest(months, cell[2]):
            counts[cell] = counts.get(cell, 0) + one.count
    return Cube.of(kind, axes, counts)


def _is_lowest(dimension: Dimension, member: str) -> bool:
    return member in dimension.place and dimension.is_leaf(member)


def frozen(cube: Cube, kept: Mapping[Cell, Kept]) -> Cube:
    """The table with months that were published before as they were counted then."""
    months = {cell[2] for cell in kept}
    lowest = {
        cell: kept[cell].count if cell in kept else 0 if cell[2] in months else cube.count(cell)
        for cell in cube.cells()
        if all(_is_lowest(one, member) for one, member in zip(cube.dimensions, cell, strict=True))
    }
    return Cube.of(cube.name, cube.dimensions, lowest)


def same_places(one: Release, other: Release) -> bool:
    """Whether two releases have the same places and kinds, so that their cells mean the same."""
    return [dict(d.parents) for d in one.dimensions[:2]] == [dict(d.parents) for d in other.dimensions[:2]]


def packed(release: Release) -> dict[str, object]:
    """For keeping: cells that are 0 are left out."""
    plain = release.to_dict()
    return plain | {"cells": [[*cell, value] for cell, value in release.cells.items() if value]}


def unpacked(plain: Mapping[str, object]) -> Release:
    """Back from ``packed``."""
    found = Release.from_dict(plain)
    every = Cube.of(found.name, found.dimensions, {}).cells()
    return Release(
        found.name, found.policy, found.dimensions, {cell: found.cells.get(cell, 0) for cell in every}
    )


def packed_kept(kept: Mapping[Cell, Kept]) -> list[list[object]]:
    """For keeping: what was 0 is left out."""
    return [[*cell, one.count, one.value] for cell, one in kept.items() if one.count]


def unpacked_kept(rows: Iterable[Sequence[object]], release: Release) -> dict[Cell, Kept]:
    """Back from ``packed_kept``: the months alone, for a sum of twelve months is another next time."""
    known = {tuple(map(str, row[:-2])): Kept(int(str(row[-2])), int(str(row[-1]))) for row in rows}
    top = release.dimensions[2].top
    return {cell: known.get(cell, Kept(0, 0)) for cell in release.cells if cell[2] != top}
