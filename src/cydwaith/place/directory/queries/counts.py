"""What is counted: the flow of referrals by service, and what searches did not find."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Sum

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from ..models import Gap, ServiceFlow

LOOKS_BACK = timedelta(days=2 * 365)


@dataclass(frozen=True, slots=True)
class Flow:
    """What became of the referrals to one service."""

    asked: int = 0
    accepted: int = 0
    happened: int = 0
    helped: int = 0


@dataclass(frozen=True, slots=True)
class GapCount:
    """How often nothing close was found for a need, in one place and month."""

    need_key: str
    place_code: str
    month: date
    count: int


def flow(actor: Actor, service_ids: Iterable[UUID], since: date | None = None) -> dict[UUID, Flow]:
    """The flow of each of these services since a day (two years when none is given); without any, no key."""
    start = since or clock.today() - LOOKS_BACK
    rows = ServiceFlow.objects.filter(service_id__in=list(service_ids), month__gte=start.replace(day=1))
    sums = rows.values_list("service_id").annotate(
        Sum("asked"), Sum("accepted"), Sum("happened"), Sum("helped")
    )
    return {service_id: Flow(*counts) for service_id, *counts in sums.order_by()}


def gaps(
    actor: Actor, place_codes: Collection[str] | None = None, months: Collection[date] | None = None
) -> tuple[GapCount, ...]:
    """Counts of what was not found, newest month first; of all places or months where none are named.

    They are as counted: whoever shows them to the public protects small numbers first.
    """
    rows = Gap.objects.all()
    if place_codes is not None:
        rows = rows.filter(place_code__in=list(place_codes))
    if months is not None:
        rows = rows.filter(month__in=[month.replace(day=1) for month in months])
    found = rows.order_by("-month", "place_code", "need_key")
    return tuple(GapCount(*row) for row in found.values_list("need_key", "place_code", "month", "count"))
