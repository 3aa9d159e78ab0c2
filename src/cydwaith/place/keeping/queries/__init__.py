"""Reading what is kept: how groups stand, what is due, what was proposed."""

from .assurance import Heap, State, heap
from .entry import Entry, entry, said
from .proposals import (
    Outcome,
    ProposalLine,
    ProposalPage,
    count_taken_up,
    count_waiting,
    decided,
    of_service,
    outcome,
    proposal,
    waiting,
)
from .rhythm import Setting, setting
from .room import RoomLine, room_history
from .standing import Standing, beside, standing

__all__ = [
    "Entry",
    "Heap",
    "Outcome",
    "ProposalLine",
    "ProposalPage",
    "RoomLine",
    "Setting",
    "Standing",
    "State",
    "beside",
    "count_taken_up",
    "count_waiting",
    "decided",
    "entry",
    "heap",
    "of_service",
    "outcome",
    "proposal",
    "room_history",
    "said",
    "setting",
    "standing",
    "waiting",
]
