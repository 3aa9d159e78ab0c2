"""Rows for places and for what lies within what, each made once in a file."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..rules import Level, level_of, real_code
from .base import Batch, Row
from .columns import Area
from .source import Cells

BOX = (None, None, None, None)


def place_row(
    code: str,
    name: str = "",
    name_cy: str = "",
    *,
    point: tuple[int, int] | tuple[None, None] = (None, None),
    boundary: bytes | None = None,
    box: tuple[int | None, ...] = BOX,
    setting: str = "",
    valid_to: str | None = None,
) -> Row:
    """One row for the table of places; what is left out keeps its former value."""
    level = level_of(code) or Level.NEIGHBOURHOOD
    return (code, level.value, name, name_cy, *point, boundary, *box, setting, None, valid_to)


@dataclass(slots=True)
class Gathered:
    """Places and containments met so far: a file names the same council thousands of times."""

    places: dict[str, Row] = field(default_factory=dict)
    within: dict[tuple[str, str, str], Row] = field(default_factory=dict)

    def meet(self, row: Cells, areas: Sequence[Area]) -> None:
        """Take in the areas of one row, smallest first."""
        met = [(area, real_code(row[area.code])) for area in areas]
        for area, code in met:
            if code and code not in self.places:
                self.places[code] = place_row(code, _cell(row, area.name), _cell(row, area.name_cy))
        for index, (small, child) in enumerate(met):
            for large, parent in met[index + 1 :]:
                if child and parent and _nests(small, large, child):
                    since = f"{large.year}-01-01"
                    self.within[child, large.level.value, since] = (child, large.level.value, since, parent)

    def batches(self) -> list[Batch]:
        """Everything met."""
        return [
            Batch("place", list(self.places.values())),
            Batch("containment", list(self.within.values())),
        ]


def _cell(row: Cells, position: int | None) -> str:
    return row[position].strip() if position is not None else ""


def _nests(small: Area, large: Area, child: str) -> bool:
    """A council lies in one board in Wales and Scotland; in England it may lie in two."""
    if small.level is large.level:
        return False
    return not (large.level is Level.BOARD and small.level is not Level.NEIGHBOURHOOD and child[0] == "E")
