"""Reading what is kept: how groups stand, what is due, what was proposed."""

from .assurance import Heap, State, heap
from .entry import Entry, entry, said
from .proposals import (
    Outcome,
    ProposalLine,
    ProposalPage,
    count_waiting,
    decided,
    of_service,
    outcome,
    proposal,
    waiting,
)
from .rhythm import Setting, setting
from .standing import Standing, beside, standing

__all__ = [
    "Entry",
    "Heap",
    "Outcome",
    "ProposalLine",
    "ProposalPage",
    "Setting",
    "Standing",
    "State",
    "beside",
    "count_waiting",
    "decided",
    "entry",
    "heap",
    "of_service",
    "outcome",
    "proposal",
    "said",
    "setting",
    "standing",
    "waiting",
]
