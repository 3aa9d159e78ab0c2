"""Where a feed has moved from what was corrected here, side by side and in words."""

from dataclasses import dataclass
from uuid import UUID

from cydwaith.kernel.actor import Actor
from cydwaith.place.directory import queries as directory

from .showing import field_name, shown


@dataclass(frozen=True, slots=True)
class MovedRow:
    """One field: what we say, what the feed said when it was corrected, what it says now."""

    path: str
    field: str
    ours: str
    was: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Moves:
    """A record with all that moved in it."""

    kind: str
    key: UUID
    name: str
    source: str
    rows: tuple[MovedRow, ...]
    is_service: bool


def moves(actor: Actor) -> tuple[directory.Conflict, ...]:
    """Every record in which the feed has moved. Raises Refused."""
    return directory.conflicts(actor)


def count_moved(actor: Actor) -> int:
    """How many of them there are. Raises Refused."""
    return directory.count_conflicts(actor)


def moved_rows(actor: Actor, kind: str, key: UUID) -> Moves:
    """One record, field by field. Raises NotFound, Refused."""
    found = directory.conflict(actor, kind, key)
    rows = tuple(
        MovedRow(one.path, field_name(one.path), shown(one.ours), shown(one.was), shown(one.theirs))
        for one in found.moved
    )
    return Moves(kind, key, found.name, found.source, rows, kind == "service")
