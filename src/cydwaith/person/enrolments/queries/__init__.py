"""Reads of enrolments; one concept a file."""

from .page import ClashRow, DueRow, EnrolmentsPage, asked_for, page
from .rows import (
    EnrolmentRow,
    TeamSaid,
    TeamShown,
    born,
    born_of,
    clinical_teams,
    current,
    enrolment,
    enrolments,
    enrolments_of,
    timeline,
    with_birth,
)
from .standing import standing

__all__ = [
    "ClashRow",
    "DueRow",
    "EnrolmentRow",
    "EnrolmentsPage",
    "TeamSaid",
    "TeamShown",
    "asked_for",
    "born",
    "born_of",
    "clinical_teams",
    "current",
    "enrolment",
    "enrolments",
    "enrolments_of",
    "page",
    "standing",
    "timeline",
    "with_birth",
]
