"""Reads of programmes; one concept a file."""

from .cards import ProgrammeCard, open_programmes, programme, programme_names
from .drafts import Draft, definitions, draft, draft_keys, version_changes
from .versions import Version, version, version_on, versions, versions_by_id, versions_on
from .wages import minimum_wages

__all__ = [
    "Draft",
    "ProgrammeCard",
    "Version",
    "definitions",
    "draft",
    "draft_keys",
    "minimum_wages",
    "open_programmes",
    "programme",
    "programme_names",
    "version",
    "version_changes",
    "version_on",
    "versions",
    "versions_by_id",
    "versions_on",
]
