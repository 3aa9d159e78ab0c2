"""Reading the atlas: public, by place."""

from .assets import AssetRow, Assets
from .deprived import Deprived
from .figures import Counts, Figure, Lacking, figures
from .page import Linked, PlacePage, page
from .start import Start, found_place, start

__all__ = [
    "AssetRow",
    "Assets",
    "Counts",
    "Deprived",
    "Figure",
    "Lacking",
    "Linked",
    "PlacePage",
    "Start",
    "figures",
    "found_place",
    "page",
    "start",
]
