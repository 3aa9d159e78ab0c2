"""Reading the map: open to all, because nothing in it is about a person."""

from .choosing import (
    councils,
    names,
    neighbourhoods,
    neighbourhoods_within,
    place,
    postcodes_loaded,
    releases,
)
from .deprivation import deprivation, deprivations
from .family import children, nations, parents
from .locating import locate, near, point_of
from .outlines import Box, outlines, outlines_within
from .values import DeprivationRef, Located, PlaceCard, PlaceRef, ReleaseRow

__all__ = [
    "Box",
    "DeprivationRef",
    "Located",
    "PlaceCard",
    "PlaceRef",
    "ReleaseRow",
    "children",
    "councils",
    "deprivation",
    "deprivations",
    "locate",
    "names",
    "nations",
    "near",
    "neighbourhoods",
    "neighbourhoods_within",
    "outlines",
    "outlines_within",
    "parents",
    "place",
    "point_of",
    "postcodes_loaded",
    "releases",
]
