"""What the queries of places return."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Precision = Literal["postcode", "outward", "place"]


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place by code and name; the name is empty where only the code is known."""

    code: str
    name: str
    name_cy: str = ""

    def called(self, language: str) -> str:
        """The name in ``en`` or ``cy``; the code if it has none."""
        return (self.name_cy if language == "cy" else "") or self.name or self.code


@dataclass(frozen=True, slots=True)
class Around:
    """What a point lies in, as far as is known."""

    neighbourhood: PlaceRef | None = None
    council: PlaceRef | None = None
    board: PlaceRef | None = None
    ward: PlaceRef | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """Where a text is: WGS84 degrees, how precise that is, and what it lies in."""

    label: str
    latitude: float
    longitude: float
    precision: Precision
    neighbourhood: PlaceRef | None = None
    council: PlaceRef | None = None
    board: PlaceRef | None = None
    ward: PlaceRef | None = None
    nation: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """One place with its point (degrees, if known), setting, and what it lies in."""

    code: str
    level: str
    name: str
    name_cy: str
    nation: str
    latitude: float | None
    longitude: float | None
    setting: str
    council: PlaceRef | None
    board: PlaceRef | None


@dataclass(frozen=True, slots=True)
class DeprivationRef:
    """A decile (1 most deprived) of one nation's index: compare within that nation only.

    ``decile`` is ``None`` where several old neighbourhoods with different deciles were joined.
    ``rank`` is out of ``out_of_rank`` neighbourhoods, 1 the most deprived.
    """

    nation: str
    index: str
    year: int
    decile: int | None
    out_of: int
    rank: int | None
    out_of_rank: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """One import that was made."""

    kind: str
    name: str
    released: str
    sha256: str
    rows: int
    rejected: int
    imported_at: datetime
