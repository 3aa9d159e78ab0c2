"""One service as those see it who can help: how it stands, its months, what was done."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.place.directory.beside import Beside
from cydwaith.place.directory.models import ServiceFlow
from cydwaith.place.directory.queries import survivor
from cydwaith.place.keeping import queries as keeping

from ..policy import is_helper, require_helper
from ..rules import months_back
from .actions import ActionRow, history
from .facts import entries, shown
from .lines import Line, lines

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Month:
    """What was asked of a service in a month, and what became of it; ``month`` is its first day."""

    month: date
    asked: int = 0
    accepted: int = 0
    happened: int = 0
    helped: int = 0


@dataclass(frozen=True, slots=True)
class Asset:
    """One service; ``months`` oldest first, from the first in which it was asked."""

    line: Line
    stands: keeping.Standing
    months: tuple[Month, ...]
    doing: tuple[ActionRow, ...]
    done: tuple[ActionRow, ...]
    room: tuple[keeping.RoomLine, ...]


def asset(actor: Actor, service_id: UUID) -> Asset:
    """One service, or the one it was merged into. Raises Refused, or NotFound."""
    require_helper(actor)
    key = survivor(actor, service_id)
    found = entries(shown().filter(id=key))
    if not found:
        raise NotFound(_("This service is no longer listed."))
    actions = history(actor, key)
    return Asset(
        line=lines(actor, found)[0],
        stands=keeping.standing(actor, [key])[key],
        months=_months(key),
        doing=tuple(row for row in actions if row.is_open),
        done=tuple(row for row in actions if not row.is_open),
        room=tuple(keeping.room_history(actor, key)),
    )


def beside(actor: Actor, service_id: UUID) -> list[Beside]:
    """On a service's page, the way here for those who can help."""
    if not is_helper(actor):
        return []
    said = _("What may put it at risk, and what is being done")
    return [Beside(_("How it stands"), said, reverse("register:asset", args=[service_id]))]


def _months(service_id: UUID) -> tuple[Month, ...]:
    span = tuple(reversed(months_back(clock.today(), MONTHS)))
    rows = ServiceFlow.objects.filter(service_id=service_id, month__in=span)
    found = {
        month: Month(month, *counts)
        for month, *counts in rows.values_list("month", "asked", "accepted", "happened", "helped")
    }
    if not found:
        return ()
    return tuple(found.get(month, Month(month)) for month in span if month >= min(found))
