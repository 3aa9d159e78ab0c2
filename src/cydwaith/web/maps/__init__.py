"""Maps as SVG text, made on the server: areas with bands, numbered pins, a scale bar, north up.

No script, no inline style, readable on paper. A band is told by its pattern as well as its colour;
areas and pins may be links. A map never stands alone: the list or table beside it says the same.
"""

from .drawing import Drawing, draw
from .ground import extent
from .shapes import Area, Pin, Point, Ring

__all__ = ["Area", "Drawing", "Pin", "Point", "Ring", "draw", "extent"]
