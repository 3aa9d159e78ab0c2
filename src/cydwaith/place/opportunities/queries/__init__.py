"""Reads of what is offered; one concept a file."""

from .keeping import Difference, KeptPage, kept, mine, to_ask, waiting
from .offers import Offer, offers
from .public import Line, OpportunityPage, Wanted, find, opportunities, opportunity, places_offered

__all__ = [
    "Difference",
    "KeptPage",
    "Line",
    "Offer",
    "OpportunityPage",
    "Wanted",
    "find",
    "kept",
    "mine",
    "offers",
    "opportunities",
    "opportunity",
    "places_offered",
    "to_ask",
    "waiting",
]
