"""The list in use: the newest published version, or the starter where a place has none of its own."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection
from django.db.models import QuerySet

from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor, system

from ..models import NeedList
from ..rules.index import Index, build
from ..rules.listing import Listing, read
from ..starter import starter

KEPT = 3
READER = system("the need list is open to all")


@dataclass(frozen=True)
class Current:
    """A version of the list, and its index once somebody asks; number 0 is the starter."""

    number: int
    listing: Listing

    @cached_property
    def index(self) -> Index:
        """Built once in each process."""
        return build(self.listing)


_ready: dict[UUID | None, Current] = {}


def current() -> Current:
    """The list in use. One short query each time; the list itself is read once in each process."""
    newest = _newest(READER)
    return of_version(*newest[0]) if newest else of_version(None, 0)


@prepared
def _newest(actor: Actor) -> QuerySet[Any, Any]:
    published = NeedList.objects.filter(number__isnull=False).order_by("-number")
    return published.values_list("id", "number")[:1]


def make_ready(actor: Actor) -> None:
    """Build the index before somebody waits for it. For a thread of its own, whose connection it closes."""
    try:
        newest = _newest(actor)
        _ = (of_version(*newest[0]) if newest else of_version(None, 0)).index
    except DatabaseError:  # no tables yet: the first who asks builds it
        return
    finally:
        connection.close()


def of_version(version_id: UUID | None, number: int) -> Current:
    """A version by the id of its row; they never change, so they are kept."""
    if version_id not in _ready:
        while len(_ready) >= KEPT:
            _ready.pop(next(iter(_ready)))
        _ready[version_id] = Current(number, _listing(version_id))
    return _ready[version_id]


def _listing(version_id: UUID | None) -> Listing:
    if version_id is None:
        return starter()
    return read(NeedList.objects.values_list("content", flat=True).get(id=version_id))
