"""A version as a file has it, and a definition as a row keeps it."""

from dataclasses import asdict
from typing import Any

from .models import Programme
from .rules import TARGETS, Content, Definition, read_content
from .rules.definition import plain

NAMES = ("key", "name", "name_cy", "for_whom", "for_whom_cy", "intro", "intro_cy")


def as_raw(row: Programme) -> dict[str, Any]:
    """Everything that a version says, as ``read_definition`` takes it."""
    content: Content = read_content(row.parts, row.key)
    return {
        **{name: getattr(row, name) for name in NAMES},
        "organisation": row.organisation.key,
        "targets": {name: getattr(row, name) for name in TARGETS},
        "closed_days": list(row.closed_days),
        "sources": list(row.sources),
        **plain(content),
        "valid_from": row.valid_from.isoformat(),
        "valid_to": row.valid_to.isoformat() if row.valid_to else None,
        "note": row.note,
    }


def as_values(found: Definition) -> dict[str, Any]:
    """The columns of a definition, but for its organisation and how it came to be."""
    return (
        {name: getattr(found, name) for name in (*NAMES, "valid_from", "valid_to")}
        | asdict(found.targets)
        | {
            "sources": list(found.sources),
            "closed_days": [day.isoformat() for day in found.closed_days],
            "parts": found.parts,
        }
    )
