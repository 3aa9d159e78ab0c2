"""Reads of programmes; one concept a file."""

from .cards import ProgrammeCard, open_programmes, programme, programme_names
from .drafts import Draft, definitions, draft, draft_keys, version_changes
from .versions import (
    OtherVersion,
    Version,
    as_file,
    not_in_force,
    version,
    version_on,
    versions,
    versions_by_id,
    versions_on,
)
from .wages import minimum_wages

__all__ = [
    "Draft",
    "OtherVersion",
    "ProgrammeCard",
    "Version",
    "as_file",
    "definitions",
    "draft",
    "draft_keys",
    "minimum_wages",
    "not_in_force",
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
