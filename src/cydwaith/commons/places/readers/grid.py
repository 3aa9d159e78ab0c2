"""British National Grid to WGS84.

Without Ordnance Survey's OSTN15 correction grid, which pyproj does not carry, the
seven-parameter shift is used: right to about 2-5 metres, less than a street's width.
"""

from functools import lru_cache

import numpy as np
from pyproj import Transformer

from ..rules import DEGREE

EAST = 700_000
NORTH = 1_300_000


@lru_cache(maxsize=1)
def _transformer() -> Transformer:
    return Transformer.from_crs("EPSG:27700", "EPSG:4326", always_xy=True)


def on_the_grid(easting: int, northing: int) -> bool:
    """Whether a point in metres lies on the British National Grid."""
    return 0 < easting < EAST and 0 < northing < NORTH


def to_micro_degrees(eastings: list[int], northings: list[int]) -> tuple[list[int], list[int]]:
    """Latitudes and longitudes in millionths of a degree, from metres."""
    longitudes, latitudes = _transformer().transform(
        np.asarray(eastings, dtype=float), np.asarray(northings, dtype=float)
    )
    return _millionths(latitudes), _millionths(longitudes)


def _millionths(degrees: np.ndarray) -> list[int]:
    whole: list[int] = np.rint(degrees * DEGREE).astype(np.int64).tolist()
    return whole
