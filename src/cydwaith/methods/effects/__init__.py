"""Did it work, how sure are we, and what would change the answer: one design a module.

Every estimate is a ``Result``; a question that the data cannot answer is refused by code.
"""

from .before_after import before_after
from .designs import DESIGNS
from .instrumented import instrumented
from .interrupted import Interrupted, interrupted
from .multiple import FalseDiscovery, benjamini_hochberg
from .not_offered import nearest_neighbour_matching
from .pooled import pooled
from .randomised import randomised
from .staggered import Staggered, staggered
from .time_to_event import TimeToEvent, time_to_event
from .weighted import weighted

__all__ = [
    "DESIGNS",
    "FalseDiscovery",
    "Interrupted",
    "Staggered",
    "TimeToEvent",
    "before_after",
    "benjamini_hochberg",
    "instrumented",
    "interrupted",
    "nearest_neighbour_matching",
    "pooled",
    "randomised",
    "staggered",
    "time_to_event",
    "weighted",
]
