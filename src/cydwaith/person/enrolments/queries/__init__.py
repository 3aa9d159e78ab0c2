"""Reads of enrolments; one concept a file."""

from .page import DueRow, EnrolmentsPage, page
from .rows import EnrolmentRow, born, current, enrolment, enrolments, enrolments_of

__all__ = [
    "DueRow",
    "EnrolmentRow",
    "EnrolmentsPage",
    "born",
    "current",
    "enrolment",
    "enrolments",
    "enrolments_of",
    "page",
]
