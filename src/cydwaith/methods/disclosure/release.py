"""What is published, and nothing that is not."""

from collections.abc import Mapping
from dataclasses import dataclass

from .cube import Cell, Dimension

STAR = "*"


@dataclass(frozen=True)
class Release:
    """A published table: ``cells`` holds the number of each cell, or None where it is hidden."""

    name: str
    policy: str
    dimensions: tuple[Dimension, ...]
    cells: Mapping[Cell, int | None]

    def shown(self, cell: Cell) -> str:
        """The number as it is printed; a star where it is hidden."""
        value = self.cells[cell]
        return STAR if value is None else str(value)

    def to_dict(self) -> dict[str, object]:
        """Plain values: one list a cell, its members and its number (or null)."""
        return {
            "name": self.name,
            "policy": self.policy,
            "dimensions": [one.to_dict() for one in self.dimensions],
            "cells": [[*cell, value] for cell, value in self.cells.items()],
        }

    @classmethod
    def from_dict(cls, plain: Mapping[str, object]) -> "Release":
        """Back from ``to_dict``."""
        dimensions = tuple(Dimension(**one) for one in plain["dimensions"])  # type: ignore[attr-defined]
        cells = {tuple(row[:-1]): row[-1] for row in plain["cells"]}  # type: ignore[attr-defined]
        return cls(str(plain["name"]), str(plain["policy"]), dimensions, cells)
