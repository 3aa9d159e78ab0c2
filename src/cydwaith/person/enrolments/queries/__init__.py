"""Reads of enrolments; one concept a file."""

from .page import DueRow, EnrolmentsPage, asked_for, page
from .rows import EnrolmentRow, born, born_of, current, enrolment, enrolments, enrolments_of, timeline

__all__ = [
    "DueRow",
    "EnrolmentRow",
    "EnrolmentsPage",
    "asked_for",
    "born",
    "born_of",
    "current",
    "enrolment",
    "enrolments",
    "enrolments_of",
    "page",
    "timeline",
]
