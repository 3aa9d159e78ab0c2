"""Pure rules of returns: rows and their problems, the difference from the last one."""

from .comparing import Difference, compare
from .filling import Problem, Row, fill

__all__ = ["Difference", "Problem", "Row", "compare", "fill"]
