"""What the tables are made from: true counts, which go no further than the rounding."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cydwaith.commons.people.queries import partnership
from cydwaith.commons.places import queries as places
from cydwaith.commons.places.rules import Level, level_of
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory import queries as directory
from cydwaith.place.directory.models import ServiceAtLocation, ServiceFlow
from cydwaith.place.needs.queries import all_needs

from .. import rules
from ..models import Asset
from ..rules import STAGES, Counted

PAGE = 200


@dataclass(frozen=True, slots=True)
class Standing:
    """A shown entry of the directory, where it stands and what it is for."""

    service_id: UUID
    place: str
    latitude: float
    longitude: float
    needs: list[str]


def tree(actor: Actor) -> dict[str, str]:
    """The places of the partnership, each with the one that it lies in."""
    found = partnership(actor)
    top = found.place_code if found else ""
    return {top: ""} | dict(_below(top)) if top else {"nowhere": ""}


def _below(code: str) -> Iterator[tuple[str, str]]:
    for ref in places.children(code):
        yield ref.code, code
        if level_of(ref.code) is not Level.NEIGHBOURHOOD:
            yield from _below(ref.code)


def counted_gaps(actor: Actor, last: date) -> tuple[tuple[str, ...], list[Counted]]:
    """The needs that are told apart, and how often nothing close was found for each."""
    kinds = rules.kinds_of_need(need.key for theme in all_needs(actor) for need in theme.needs)
    found = directory.gaps(actor, None, rules.months_to(last))
    return kinds, [Counted(one.need_key, one.place_code, one.month, one.count) for one in found]


def counted_flow(actor: Actor, last: date) -> tuple[tuple[str, ...], list[Counted]]:
    """The steps of a referral, and how many were taken in each place; by the first place of a service."""
    where = dict(Asset.objects.order_by("-place_code").values_list("service_id", "place_code"))
    rows = ServiceFlow.objects.filter(month__in=rules.months_to(last), service_id__in=where)
    counted = [
        Counted(stage, where[row.service_id], row.month, getattr(row, stage))
        for row in rows
        for stage in STAGES
    ]
    return STAGES, counted


def standing(actor: Actor) -> list[Standing]:
    """Every entry that is shown and has a point, in the neighbourhood that holds the point."""
    needs = _needs_of_each(actor)
    known: dict[tuple[float, float], str] = {}
    found: dict[tuple[UUID, str], Standing] = {}
    for service, latitude, longitude in _points():
        if (latitude, longitude) not in known:
            known[latitude, longitude] = _neighbourhood(latitude, longitude)
        place = known[latitude, longitude]
        if place:
            one = Standing(service, place, latitude, longitude, needs.get(service, []))
            found.setdefault((service, place), one)
    return list(found.values())


def _points() -> Iterator[tuple[UUID, float, float]]:
    rows = ServiceAtLocation.objects.filter(
        service__withdrawn_at=None, service__merged_into=None, location__latitude__isnull=False
    ).exclude(location__longitude=None)
    found = rows.order_by("id").values_list("service_id", "location__latitude", "location__longitude")
    for service, latitude, longitude in found.iterator():
        yield service, float(latitude or 0), float(longitude or 0)


def _neighbourhood(latitude: float, longitude: float) -> str:
    there = places.near(latitude, longitude)
    return there.neighbourhood.code if there and there.neighbourhood else ""


def _needs_of_each(actor: Actor) -> dict[UUID, list[str]]:
    """What each entry is for: the needs for whose search it is a fitting answer."""
    found: dict[UUID, list[str]] = defaultdict(list)
    for theme in all_needs(actor):
        for need in theme.needs:
            results = directory.search(actor, need=need.key, size=PAGE)
            for row in results.rows:
                if not row.is_related:
                    found[row.id].append(need.key)
    return found
