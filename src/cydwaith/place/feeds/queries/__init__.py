"""Reading feeds, their log, what is held, and what looks alike."""

from .alike import AlikeRow, SideBySide, alike, count_alike, side_by_side
from .feeds import FeedPage, FeedRow, HeldPage, count_held, due, feed, feeds, held, named
from .moves import MovedRow, count_moved, moved_rows, moves
from .origins import origin_rows

__all__ = [
    "AlikeRow",
    "FeedPage",
    "FeedRow",
    "HeldPage",
    "MovedRow",
    "SideBySide",
    "alike",
    "count_alike",
    "count_held",
    "count_moved",
    "due",
    "feed",
    "feeds",
    "held",
    "moved_rows",
    "moves",
    "named",
    "origin_rows",
    "side_by_side",
]
