"""Keeping feeds, and deciding what they bring."""

from .deciding import apply_held, reject_held
from .fetching import fetch, receive
from .keeping import add_feed, change_feed, fetch_soon
from .likeness import look_for_duplicates

__all__ = [
    "add_feed",
    "apply_held",
    "change_feed",
    "fetch",
    "fetch_soon",
    "look_for_duplicates",
    "receive",
    "reject_held",
]
