"""Reads of programmes; one concept a file."""

from .cards import ProgrammeCard, open_programmes, programme, programme_names
from .drafts import Draft, definitions, draft, draft_keys, version_changes
from .ending import LastVersion, Opening, SaidLast, last_version, openings, said_of_last_days
from .versions import (
    OtherVersion,
    Version,
    as_file,
    names,
    not_in_force,
    version,
    version_on,
    versions,
    versions_by_id,
    versions_lately,
    versions_on,
)
from .wages import minimum_wages

__all__ = [
    "Draft",
    "LastVersion",
    "Opening",
    "OtherVersion",
    "ProgrammeCard",
    "SaidLast",
    "Version",
    "as_file",
    "definitions",
    "draft",
    "draft_keys",
    "last_version",
    "minimum_wages",
    "names",
    "not_in_force",
    "open_programmes",
    "openings",
    "programme",
    "programme_names",
    "said_of_last_days",
    "version",
    "version_changes",
    "version_on",
    "versions",
    "versions_by_id",
    "versions_lately",
    "versions_on",
]
