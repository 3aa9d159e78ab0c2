"""Reads of the journey; one concept a file."""

from .caseload import CaseloadRow, caseload
from .contacts import AttemptRow, TalkRow, attempts, talks
from .page import JourneyPage, journey
from .story import story

__all__ = [
    "AttemptRow",
    "CaseloadRow",
    "JourneyPage",
    "TalkRow",
    "attempts",
    "caseload",
    "journey",
    "story",
    "talks",
]
