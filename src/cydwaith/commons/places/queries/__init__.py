"""Reading the map: open to all, because nothing in it is about a person."""

from .choosing import councils, names, neighbourhoods, place, postcodes_loaded, releases
from .deprivation import deprivation, deprivations
from .family import children, nations, parents
from .locating import locate, near
from .outlines import outlines
from .values import DeprivationRef, Located, PlaceCard, PlaceRef, ReleaseRow

__all__ = [
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
    "outlines",
    "parents",
    "place",
    "postcodes_loaded",
    "releases",
]
