"""What a group said it could take, over time: for itself and for those who help it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cydwaith.kernel.actor import Actor

from .. import models

SHOWN = 24


@dataclass(frozen=True, slots=True)
class RoomLine:
    """One answer; ``can_take`` is None where it said nothing any more."""

    said_at: datetime
    can_take: int | None
    by_steward: bool


def room_history(actor: Actor, service_id: UUID) -> list[RoomLine]:
    """The latest answers, newest first. One query."""
    rows = models.RoomSaid.objects.filter(service=service_id).order_by("-said_at", "-id")[:SHOWN]
    return [RoomLine(row.said_at, row.can_take, row.by == "steward") for row in rows]
