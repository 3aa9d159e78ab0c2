"""Where people agree and where they part, from votes on short statements; nobody is picked out."""

from .agreement import adjusted_rand
from .mapping import OpinionGroup, OpinionMap, Standing, opinion_map
from .policy import Policy
from .representative import Representative
from .routing import next_statement, priorities
from .stability import Stability
from .statistics import Statistics, statement_statistics
from .votes import Votes, read_votes

__all__ = [
    "OpinionGroup",
    "OpinionMap",
    "Policy",
    "Representative",
    "Stability",
    "Standing",
    "Statistics",
    "Votes",
    "adjusted_rand",
    "next_statement",
    "opinion_map",
    "priorities",
    "read_votes",
    "statement_statistics",
]
