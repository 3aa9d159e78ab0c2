"""Pure rules of returns: rows and their problems, the difference from the last one."""

from .comparing import Difference, compare
from .doubts import Doubt, doubts_of_start
from .filling import Problem, Row, cells, fill, header

__all__ = ["Difference", "Doubt", "Problem", "Row", "cells", "compare", "doubts_of_start", "fill", "header"]
