"""Pure rules of returns: templates, rows and their problems, the difference from the last one."""

from .comparing import Difference, compare
from .filling import Problem, Row, fill
from .template import FACTS, OUTCOME, Column, Template, TemplateError, read_template, starter

__all__ = [
    "FACTS",
    "OUTCOME",
    "Column",
    "Difference",
    "Problem",
    "Row",
    "Template",
    "TemplateError",
    "compare",
    "fill",
    "read_template",
    "starter",
]
