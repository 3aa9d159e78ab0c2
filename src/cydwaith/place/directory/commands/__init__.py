"""Changing the directory."""

from .correcting import add_record, assure_record, correct_record, keep_ours, take_theirs
from .counting import count_flow, count_gap, note_gap
from .importing import Report, import_feed, import_records, open_source
from .merging import merge_services, part_services, tell_apart
from .remembering import forget_need, remember_needs
from .withdrawing import withdraw_gone

__all__ = [
    "Report",
    "add_record",
    "assure_record",
    "correct_record",
    "count_flow",
    "count_gap",
    "forget_need",
    "import_feed",
    "import_records",
    "keep_ours",
    "merge_services",
    "note_gap",
    "open_source",
    "part_services",
    "remember_needs",
    "take_theirs",
    "tell_apart",
    "withdraw_gone",
]
