"""Reading the map: open to all, because nothing in it is about a person."""

from .choosing import councils, names, neighbourhoods, place, postcodes_loaded, releases
from .deprivation import deprivation
from .locating import locate, near
from .values import DeprivationRef, Located, PlaceCard, PlaceRef, ReleaseRow

__all__ = [
    "DeprivationRef",
    "Located",
    "PlaceCard",
    "PlaceRef",
    "ReleaseRow",
    "councils",
    "deprivation",
    "locate",
    "names",
    "near",
    "neighbourhoods",
    "place",
    "postcodes_loaded",
    "releases",
]
