"""Reads of the journey; one concept a file."""

from .caseload import CaseloadRow, caseload
from .contacts import AttemptRow, TalkRow, attempts, talks
from .page import JourneyPage, journey
from .story import Moment, story

__all__ = [
    "AttemptRow",
    "CaseloadRow",
    "JourneyPage",
    "Moment",
    "TalkRow",
    "attempts",
    "caseload",
    "journey",
    "story",
    "talks",
]
