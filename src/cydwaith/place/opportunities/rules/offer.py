"""What an opportunity offers, as far as it can be held against a wish."""

from typing import NamedTuple
from uuid import UUID

from cydwaith.kernel.working import Adjustment, Company, Sector, Setting, TimeOfDay

from .vocabulary import Ask, Kind, Pay, Where


class Offer(NamedTuple):
    """One open posting. Days with Monday 0; degrees, or None at home; empty where the posting is silent."""

    id: UUID
    kind: Kind
    title: str
    sectors: frozenset[Sector]
    hours_from: int
    hours_to: int
    days: frozenset[int]
    times: frozenset[TimeOfDay]
    times_to_suit: bool
    where: Where
    latitude: float | None
    longitude: float | None
    pay: Pay
    company: frozenset[Company]
    settings: frozenset[Setting]
    asks: frozenset[Ask]
    adjustments: frozenset[Adjustment]
