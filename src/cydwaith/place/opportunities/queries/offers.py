"""Open postings as a matching rule wants them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.working import Adjustment, Company, Sector, Setting, TimeOfDay

from ..models import Opportunity
from ..rules.offer import Offer
from ..rules.vocabulary import Ask, Kind, Pay, Where
from .public import open_now, place_names
from .rows import Line, line

__all__ = ["Offer", "OpenNow", "offers"]
Key = TypeVar("Key", bound=Enum)


@dataclass(frozen=True, slots=True)
class OpenNow:
    """Everything that is open now: all of it as a rule compares it, any of it as a page shows it."""

    offers: tuple[Offer, ...]
    actor: Actor
    rows: dict[UUID, Opportunity]

    def lines(self, ids: Sequence[UUID]) -> list[Line]:
        """Some of them as a page shows them, in this order."""
        shown, today = [self.rows[each] for each in ids], clock.today()
        names = place_names(self.actor, shown)
        return [line(self.actor, row, today, names) for row in shown]


def offers(actor: Actor) -> OpenNow:
    """Everything that is open now."""
    rows = open_now(actor, clock.today())
    return OpenNow(tuple(_offer(row) for row in rows), actor, {row.id: row for row in rows})


def _offer(row: Opportunity) -> Offer:
    return Offer(
        id=row.id,
        kind=Kind(row.kind),
        title=row.title,
        sectors=_known(Sector, row.sectors),
        hours_from=row.hours_from,
        hours_to=row.hours_to,
        days=frozenset(row.days),
        times=_known(TimeOfDay, row.times),
        times_to_suit=row.times_to_suit,
        where=Where(row.where),
        latitude=row.latitude,
        longitude=row.longitude,
        pay=Pay(row.pay),
        company=_known(Company, row.company),
        settings=_known(Setting, row.settings),
        asks=_known(Ask, row.asks),
        adjustments=_known(Adjustment, row.adjustments),
    )


def _known(keys: type[Key], values: Iterable[str]) -> frozenset[Key]:
    """Those values that are still choices."""
    known = _by_value(keys)
    return frozenset(known[value] for value in values if value in known)


@cache
def _by_value(keys: type[Enum]) -> dict[str, Any]:
    return {key.value: key for key in keys}
