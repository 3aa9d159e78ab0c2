"""Matching people to people, and topics to slots and rooms. The program proposes; people decide."""

from .assignment import Assigned, Assignment, Pair, assign, suggest
from .notes import MatchingError
from .stable import Matching, blocking_pairs, deferred_acceptance
from .timetable import Place, Room, Timetable, Topic, timetable

__all__ = [
    "Assigned",
    "Assignment",
    "Matching",
    "MatchingError",
    "Pair",
    "Place",
    "Room",
    "Timetable",
    "Topic",
    "assign",
    "blocking_pairs",
    "deferred_acceptance",
    "suggest",
    "timetable",
]
