"""Column names of areas, as the ONS and others write them: ``lsoa21_code``, ``LSOA21CD``, ``WD24NMW``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..rules import Level

AREAS = {
    "lsoa": Level.NEIGHBOURHOOD,
    "dz": Level.NEIGHBOURHOOD,
    "ward": Level.WARD,
    "wd": Level.WARD,
    "ltla": Level.COUNCIL,
    "lad": Level.COUNCIL,
    "lhb": Level.BOARD,
    "icb": Level.BOARD,
    "region": Level.REGION,
    "rgn": Level.REGION,
    "ctry": Level.NATION,
}
_NAME = re.compile(rf"({'|'.join(AREAS)})(\d\d)_?(code|cd|name|nm|nmw|name_cy)")


@dataclass(frozen=True, slots=True)
class Area:
    """Where one level of place stands in a table: columns of its code and names, and its vintage."""

    level: Level
    year: int
    code: int
    name: int | None = None
    name_cy: int | None = None


def areas_in(header: Sequence[str]) -> list[Area]:
    """The levels whose codes a header holds, smallest place and then oldest vintage first."""
    found: dict[tuple[Level, int], dict[str, int]] = {}
    for position, column in enumerate(header):
        match = _NAME.fullmatch(column)
        if match:
            where = found.setdefault((AREAS[match[1]], 2000 + int(match[2])), {})
            where.setdefault(_role(match[3]), position)
    areas = [
        Area(level, year, at["code"], at.get("name"), at.get("name_cy"))
        for (level, year), at in found.items()
        if "code" in at
    ]
    return sorted(areas, key=lambda area: (list(Level).index(area.level), area.year))


def _role(ending: str) -> str:
    return {"cd": "code", "nm": "name", "nmw": "name_cy"}.get(ending, ending)
