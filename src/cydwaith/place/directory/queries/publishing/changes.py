"""What changed last, for those who follow along."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from cydwaith.kernel.actor import Actor

from ...models import Service
from .wanted import OPEN

AT_ONCE = timedelta(minutes=1)
"""A record that changed this soon after it came is still as it came."""


@dataclass(frozen=True, slots=True)
class Change:
    """A service that was added or changed, named in the reader's language."""

    key: UUID
    name: str
    at: datetime
    is_new: bool


def changes(actor: Actor, *, most: int = 50, town: str = "") -> list[Change]:
    """The services that changed last, newest first; ``town`` keeps those with a place there."""
    rows = Service.objects.filter(OPEN)
    if town:
        rows = rows.filter(places__location__city__iexact=town).distinct()
    found = rows.order_by("-changed_at", "id").values_list(
        "id", "name", "name_cy", "changed_at", "created_at"
    )
    welsh = actor.language == "cy"
    return [
        Change(key, (welsh and name_cy) or name, changed, changed - created < AT_ONCE)
        for key, name, name_cy, changed, created in found[:most]
    ]
