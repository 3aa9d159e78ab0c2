"""Reads of mid-life reviews; one concept a file."""

from .due import AgeList, age_list, to_remind
from .reviews import MidlifePage, ReviewPage, midlife, review
from .timeline import timeline

__all__ = ["AgeList", "MidlifePage", "ReviewPage", "age_list", "midlife", "review", "timeline", "to_remind"]
