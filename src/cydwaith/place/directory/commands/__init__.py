"""Changing the directory."""

from .importing import Report, import_feed, import_records, open_source

__all__ = ["Report", "import_feed", "import_records", "open_source"]
