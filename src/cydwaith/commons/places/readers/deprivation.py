"""Indices of deprivation: deciles, ranks and scores of neighbourhoods, one nation a file."""

import json
from collections.abc import Iterator

from ..rules import INDICES, Level, nation_of, real_code
from .base import Batch, Layout, Reading, Row
from .columns import areas_in
from .rows import cells
from .source import Cells, Head

OVERALL = "imd"
MEASURES = ("decile", "rank", "score")
# The numbers behind the English index come in a file of their own.
OF_INDICATORS = "-indicators"
INDICATORS, INDICATOR = f"iod2025{OF_INDICATORS}", "comparative_illness_and_disability_ratio_indicator"


def recognises(head: Head) -> bool:
    """Deciles and ranks by neighbourhood of an index that is known, or the indicators behind one."""
    return index_of(head) is not None


def index_of(head: Head) -> str | None:
    """The key of the index, from the vintage of the codes and the nation of the first."""
    areas = [area for area in areas_in(head.columns) if area.level is Level.NEIGHBOURHOOD]
    if len(areas) != 1 or len(head.second) != len(head.first):
        return None
    if INDICATOR in head.columns:
        return INDICATORS
    if not {f"{OVERALL}_decile", f"{OVERALL}_rank"} <= set(head.columns):
        return None
    nation = nation_of(head.second[areas[0].code])
    known = (i.key for i in INDICES.values() if i.nation == nation and i.census == areas[0].year)
    return next(known, None)


def read(reading: Reading) -> Iterator[Batch]:
    """One row a neighbourhood; the domains of the index as JSON."""
    columns, index = reading.head.columns, index_of(reading.head)
    code_at = areas_in(columns)[0].code
    found: list[Row] = []
    reading.latest = INDICES[str(index).removesuffix(OF_INDICATORS)].year
    for line, row in cells(reading, header=True):
        code = real_code(row[code_at]) if len(row) == len(columns) else ""
        numbers = _numbers(columns, row, code_at) if code else None
        if numbers is None:
            reading.reject(line, "expected a neighbourhood code and numbers")
        else:
            found.append(_row(code, str(index), numbers))
    yield Batch("deprivation", found)


def _numbers(columns: tuple[str, ...], row: Cells, code_at: int) -> dict[str, float] | None:
    filled = {n: c for i, (n, c) in enumerate(zip(columns, row, strict=True)) if i != code_at and c.strip()}
    try:
        return {name: float(cell) for name, cell in filled.items()}
    except ValueError:
        return None


def _row(code: str, index: str, numbers: dict[str, float]) -> Row:
    decile, rank, score = (numbers.pop(f"{OVERALL}_{measure}", None) for measure in MEASURES)
    return (code, index, _whole(decile), _whole(rank), score, json.dumps(numbers, sort_keys=True))


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)


LAYOUT = Layout("deprivation", "the deprivation index of England 2025 or Wales 2019 (CSV)", recognises, read)
