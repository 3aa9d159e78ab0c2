"""Did it work, how sure are we, and what would change the answer: one design a module.

Every estimate is a ``Result``; a question that the data cannot answer is refused by code.
"""

from .instrumented import instrumented
from .multiple import FalseDiscovery, benjamini_hochberg
from .not_offered import nearest_neighbour_matching
from .pooled import pooled
from .randomised import randomised
from .weighted import weighted

__all__ = [
    "FalseDiscovery",
    "benjamini_hochberg",
    "instrumented",
    "nearest_neighbour_matching",
    "pooled",
    "randomised",
    "weighted",
]
