"""Reads of enrolments; one concept a file."""

from .page import DueRow, EnrolmentsPage, page
from .rows import EnrolmentRow, born, born_of, current, enrolment, enrolments, enrolments_of, timeline

__all__ = [
    "DueRow",
    "EnrolmentRow",
    "EnrolmentsPage",
    "born",
    "born_of",
    "current",
    "enrolment",
    "enrolments",
    "enrolments_of",
    "page",
    "timeline",
]
