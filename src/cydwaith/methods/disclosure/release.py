"""What is published, and nothing that is not."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf, isfinite
from typing import Any

from .cube import Cell, Dimension

STAR = "*"


@dataclass(frozen=True)
class Release:
    """A published table: ``cells`` holds the number of each cell, or None where it is hidden.

    ``star`` is what a hidden number may be, as it is printed with the table, where that is wider than
    the policy says by itself: the star then stands for the small and for those hidden beside them.
    """

    name: str
    policy: str
    dimensions: tuple[Dimension, ...]
    cells: Mapping[Cell, int | None]
    star: tuple[float, float] | None = None

    def shown(self, cell: Cell) -> str:
        """The number as it is printed; a star where it is hidden."""
        value = self.cells[cell]
        return STAR if value is None else str(value)

    def to_dict(self) -> dict[str, object]:
        """Plain values: one list a cell, its members and its number (or null)."""
        star = [end if isfinite(end) else None for end in self.star] if self.star else None
        return {
            "name": self.name,
            "policy": self.policy,
            "star": star,
            "dimensions": [one.to_dict() for one in self.dimensions],
            "cells": [[*cell, value] for cell, value in self.cells.items()],
        }

    @classmethod
    def from_dict(cls, plain: Mapping[str, object]) -> "Release":
        """Back from ``to_dict``."""
        dimensions = tuple(Dimension(**one) for one in plain["dimensions"])  # type: ignore[attr-defined]
        cells = {tuple(row[:-1]): row[-1] for row in plain["cells"]}  # type: ignore[attr-defined]
        return cls(str(plain["name"]), str(plain["policy"]), dimensions, cells, _star(plain.get("star")))


def _star(plain: Any) -> tuple[float, float] | None:
    if plain is None:
        return None
    low, high = plain
    return float(low), inf if high is None else float(high)
