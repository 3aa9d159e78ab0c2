"""What is known of each service, gathered for the rules: the same few queries for one as for a thousand."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import starmap
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from cydwaith.kernel import clock
from cydwaith.place.directory import among
from cydwaith.place.directory.models import Service, ServiceFlow
from cydwaith.place.directory.rules.records import Accepting
from cydwaith.place.keeping.models import Standing
from cydwaith.place.keeping.rules.standing import is_paused

from ..rules import A_YEAR, FUNDING_SOON, RELYING_MONTHS, Facts, Months, months_back

AT_ONCE = 1000


class Entry(NamedTuple):
    """As much of a service as the rules ask for and a line shows; None where its group said nothing of it."""

    id: UUID
    name: str
    name_cy: str
    organisation: str | None
    organisation_cy: str | None
    accepting: str
    last_assured: date | None
    can_take: int | None
    paused_until: date | None
    funding_until: date | None
    volunteers_needed: bool | None
    rests_on_one_person: bool | None


COLUMNS = (
    *("id", "name", "name_cy", "organisation__name", "organisation__name_cy", "accepting", "last_assured"),
    *(f"standing__{said}" for said in Entry._fields[7:]),
)


def entries(rows: QuerySet[Service]) -> list[Entry]:
    """These services, in their order. One query."""
    return list(starmap(Entry, rows.values_list(*COLUMNS)))


def shown() -> QuerySet[Service]:
    """Services that the directory shows."""
    return Service.objects.filter(withdrawn_at=None, merged_into=None)


def likely() -> QuerySet[Any, Any]:
    """Services that may be at risk for more than an entry that nobody checked, or were asked for lately."""
    today = clock.today()
    said = Standing.objects.filter(
        Q(funding_until__lte=today + FUNDING_SOON)
        | Q(volunteers_needed=True)
        | Q(rests_on_one_person=True)
        | Q(paused_until__gte=today)
    )
    recent = ServiceFlow.objects.filter(month__in=months_back(today, RELYING_MONTHS), asked__gt=0)
    paused = Service.objects.filter(accepting=Accepting.PAUSED)
    return said.values("service_id").union(recent.values("service_id"), paused.values("id"), all=True)


def unchecked() -> tuple[Q, Q]:
    """Services whose entry nobody ever checked; and those whose entry nobody checked for a year."""
    return Q(last_assured=None), Q(last_assured__lte=clock.today() - A_YEAR)


def facts(found: Sequence[Entry]) -> list[Facts]:
    """The facts of each of these services. One query."""
    today, asked = clock.today(), _asked_by_month(one.id for one in found)
    return [_facts(one, asked.get(one.id, {}), today) for one in found]


def _asked_by_month(services: Iterable[UUID]) -> dict[UUID, Months]:
    """How many people each was asked to take, by first of month, in the months that count."""
    months = months_back(clock.today(), RELYING_MONTHS)
    sums = {f"asked_{month:%Y_%m}": Sum("asked", filter=Q(month=month), default=0) for month in months}
    rows = ServiceFlow.objects.filter(service_id__in=among.keys(services), month__in=months)
    counted = rows.order_by().values("service_id").annotate(**sums).values_list("service_id", *sums)
    return {key: dict(zip(months, asked, strict=True)) for key, *asked in counted}


def _facts(one: Entry, asked: Months, today: date) -> Facts:
    pausing = is_paused(one.paused_until, today)
    return Facts(
        can_take=one.can_take,
        asked=asked,
        is_paused=pausing or one.accepting == Accepting.PAUSED,
        paused_until=one.paused_until if pausing else None,
        funding_until=one.funding_until,
        volunteers_needed=bool(one.volunteers_needed),
        rests_on_one_person=bool(one.rests_on_one_person),
        last_assured=one.last_assured,
    )
