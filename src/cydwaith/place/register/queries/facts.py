"""What is known of each service, gathered for the rules: the same few queries for one as for a thousand."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.models import Service, ServiceFlow
from cydwaith.place.directory.rules.records import Accepting
from cydwaith.place.keeping import queries as keeping

from ..rules import A_YEAR, FUNDING_SOON, RELYING_MONTHS, Facts, Months, months_back
from .actions import helped_now

AT_ONCE = 1000


def shown() -> QuerySet[Service]:
    """Services that the directory shows."""
    return Service.objects.filter(withdrawn_at=None, merged_into=None)


def likely(actor: Actor) -> Q:
    """Services that may be at risk for more than an entry that nobody checked, or that somebody helps now."""
    today = clock.today()
    recent = ServiceFlow.objects.filter(month__in=months_back(today, RELYING_MONTHS), asked__gt=0)
    return (
        Q(standing__funding_until__lte=today + FUNDING_SOON)
        | Q(standing__volunteers_needed=True)
        | Q(standing__rests_on_one_person=True)
        | Q(standing__paused_until__gte=today)
        | Q(accepting=Accepting.PAUSED)
        | Q(id__in=recent.values("service_id"))
        | Q(id__in=helped_now(actor))
    )


def unchecked() -> Q:
    """Services whose entry nobody checked for a year."""
    return Q(last_assured=None) | Q(last_assured__lte=clock.today() - A_YEAR)


def facts(actor: Actor, services: Iterable[Service]) -> dict[UUID, Facts]:
    """The facts of each of these services."""
    rows = {service.id: service for service in services}
    asked = asked_by_month(list(rows))
    stands = keeping.standing(actor, rows)
    return {key: _facts(row, stands[key], asked[key]) for key, row in rows.items()}


def asked_by_month(service_ids: list[UUID]) -> dict[UUID, Months]:
    """How many people each was asked to take, by first of month, in the months that count."""
    months = months_back(clock.today(), RELYING_MONTHS)
    found: dict[UUID, dict[date, int]] = defaultdict(dict)
    rows = ServiceFlow.objects.filter(service_id__in=service_ids, month__in=months)
    for key, month, asked in rows.values_list("service_id", "month", "asked"):
        found[key][month] = asked
    return defaultdict(dict, found)


def _facts(service: Service, stands: keeping.Standing, asked: Months) -> Facts:
    return Facts(
        can_take=stands.can_take,
        asked=asked,
        is_paused=stands.paused_until is not None or service.accepting == Accepting.PAUSED,
        paused_until=stands.paused_until,
        funding_until=stands.funding_until,
        volunteers_needed=stands.volunteers_needed,
        rests_on_one_person=stands.rests_on_one_person,
        last_assured=service.last_assured,
    )
