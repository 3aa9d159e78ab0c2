"""Reading feeds, their log, what is held, and what looks alike."""

from .alike import AlikeRow, SideBySide, alike, count_alike, side_by_side
from .feeds import FeedPage, FeedRow, HeldPage, due, feed, feeds, held, named
from .moves import MovedRow, moved_rows, moves
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
