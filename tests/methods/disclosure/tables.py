"""Small worlds of places, needs and months."""

from __future__ import annotations

from hypothesis import strategies as st

from cydwaith.methods.disclosure import Cell, Cube, Dimension

KEY = b"a secret of sixteen bytes or more"
PLACES = Dimension(
    "place",
    {
        "valley": "",
        "north": "valley",
        "south": "valley",
        "n1": "north",
        "n2": "north",
        "n3": "north",
        "s1": "south",
    },
)
NEEDS = Dimension.flat("need", ("debt", "lonely"))
MONTHS = Dimension.flat("month", ("2026-09", "2026-10"), "both")
DIMENSIONS = (PLACES, NEEDS, MONTHS)
LOWEST = [
    (place, need, month)
    for place in ("n1", "n2", "n3", "s1")
    for need in ("debt", "lonely")
    for month in ("2026-09", "2026-10")
]


def cube(counts: dict[Cell, int], dimensions: tuple[Dimension, ...] = DIMENSIONS) -> Cube:
    return Cube.of("people", dimensions, counts)


worlds = st.lists(st.integers(0, 14) | st.integers(0, 3), min_size=len(LOWEST), max_size=len(LOWEST)).map(
    lambda counts: cube(dict(zip(LOWEST, counts, strict=True)))
)
