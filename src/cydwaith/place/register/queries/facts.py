"""What is known of each service, gathered for the rules: the same few queries for one as for a thousand."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from cydwaith.kernel import clock
from cydwaith.place.directory import among
from cydwaith.place.directory.models import Service, ServiceFlow
from cydwaith.place.directory.rules.records import Accepting
from cydwaith.place.keeping.models import Standing
from cydwaith.place.keeping.rules.standing import is_paused

from ..rules import A_YEAR, FUNDING_SOON, RELYING_MONTHS, Facts, Months, months_back

AT_ONCE = 1000


class Entry(NamedTuple):
    """As little of a service as the rules ask for."""

    id: UUID
    name: str
    accepting: str
    last_assured: date | None


class Said(NamedTuple):
    """What a group said of itself."""

    can_take: int | None = None
    paused_until: date | None = None
    funding_until: date | None = None
    volunteers_needed: bool = False
    rests_on_one_person: bool = False


NOTHING = Said()


def shown() -> QuerySet[Service]:
    """Services that the directory shows."""
    return Service.objects.filter(withdrawn_at=None, merged_into=None)


def likely() -> set[UUID]:
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
    each = (
        said.values_list("service_id"),
        recent.values_list("service_id"),
        paused.values_list("id"),
    )
    return {key for (key,) in each[0].union(*each[1:])}


def unchecked() -> tuple[Q, Q]:
    """Services whose entry nobody ever checked; and those whose entry nobody checked for a year."""
    return Q(last_assured=None), Q(last_assured__lte=clock.today() - A_YEAR)


def facts(services: Iterable[Service | Entry]) -> dict[UUID, Facts]:
    """The facts of each of these services. Two queries."""
    rows = {service.id: service for service in services}
    asked, said = _asked_by_month(rows), _said(rows)
    return {key: _facts(row, said.get(key, NOTHING), asked[key]) for key, row in rows.items()}


def _asked_by_month(services: Iterable[UUID]) -> dict[UUID, Months]:
    """How many people each was asked to take, by first of month, in the months that count."""
    months = months_back(clock.today(), RELYING_MONTHS)
    found: dict[UUID, dict[date, int]] = defaultdict(dict)
    rows = ServiceFlow.objects.filter(service_id__in=among.keys(services), month__in=months)
    for key, month, asked in rows.values_list("service_id", "month", "asked"):
        found[key][month] = asked
    return defaultdict(dict, found)


def _said(services: Iterable[UUID]) -> dict[UUID, Said]:
    rows = Standing.objects.filter(service_id__in=among.keys(services))
    return {key: Said(*said) for key, *said in rows.values_list("service_id", *Said._fields)}


def _facts(service: Service | Entry, said: Said, asked: Months) -> Facts:
    pausing = is_paused(said.paused_until, clock.today())
    return Facts(
        can_take=said.can_take,
        asked=asked,
        is_paused=pausing or service.accepting == Accepting.PAUSED,
        paused_until=said.paused_until if pausing else None,
        funding_until=said.funding_until,
        volunteers_needed=said.volunteers_needed,
        rests_on_one_person=said.rests_on_one_person,
        last_assured=service.last_assured,
    )
