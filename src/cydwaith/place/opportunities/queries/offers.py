"""Open postings as a matching rule wants them."""

from collections.abc import Iterable
from enum import Enum
from typing import TypeVar

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.working import Adjustment, Company, Sector, Setting, TimeOfDay

from ..models import Opportunity
from ..rules.offer import Offer
from ..rules.vocabulary import Ask, Kind, Pay, Where
from .public import open_rows, place_names
from .rows import Line, line

__all__ = ["Offer", "offers"]
Key = TypeVar("Key", bound=Enum)


def offers(actor: Actor) -> list[tuple[Offer, Line]]:
    """Everything that is open now: as a rule compares it, and as a page shows it."""
    today = clock.today()
    rows = list(open_rows(actor, today))
    names = place_names(actor, rows)
    return [(_offer(row), line(actor, row, today, names)) for row in rows]


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
    known = {key.value: key for key in keys}
    return frozenset(known[value] for value in values if value in known)
