"""Changing the directory."""

from .correcting import add_record, assure_record, correct_record, keep_ours, take_theirs
from .importing import Report, import_feed, import_records, open_source

__all__ = [
    "Report",
    "add_record",
    "assure_record",
    "correct_record",
    "import_feed",
    "import_records",
    "keep_ours",
    "open_source",
    "take_theirs",
]
