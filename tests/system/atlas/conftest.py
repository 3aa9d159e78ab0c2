"""A small invented valley with gaps, referrals and a directory entry."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cydwaith.commons.people import commands as people
from cydwaith.commons.places import commands as places
from cydwaith.commons.places.models import Deprivation
from cydwaith.commons.places.reports import NewPlace
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system
from cydwaith.place.directory.models import Gap, Location, Service, ServiceAtLocation, ServiceFlow, Source

from .valley import BOARD, COUNCIL, HOODS, LAST, NATION


@pytest.fixture
def keeper() -> Actor:
    return system("a test of the atlas")


@pytest.fixture
def valley(db: None, keeper: Actor) -> None:
    add = places.add_place
    add(keeper, place=NewPlace(NATION, "Nation", "Cenedl"))
    add(keeper, place=NewPlace(BOARD, "Teg Board", "Bwrdd Teg", within=(NATION,)))
    add(keeper, place=NewPlace(COUNCIL, "Teg Council", "Cyngor Teg", within=(BOARD, NATION)))
    for code, (latitude, longitude) in HOODS.items():
        hood = NewPlace(
            code, f"Hood {code[-1]}", f"Bro {code[-1]}", (COUNCIL, BOARD, NATION), latitude, longitude
        )
        add(keeper, place=hood)
    places.draw_invented(keeper, council=COUNCIL)
    people.set_up_partnership(keeper, name="Teg", name_cy="Teg", place_code=BOARD, is_demonstration=False)


@pytest.fixture
def counted(valley: None) -> Service:
    """Gaps in two months and one service with referrals in the first neighbourhood."""
    first = next(iter(HOODS))
    for need, place, count in (("debt", first, 7), ("childcare", first, 12), ("domestic-abuse", first, 3)):
        Gap.objects.create(need_key=need, place_code=place, month=LAST, count=count)
    Gap.objects.create(
        need_key="debt", place_code=list(HOODS)[1], month=datetime(2026, 3, 1, tzinfo=UTC), count=4
    )
    source = Source.objects.create(name="Test")
    service = Service.objects.create(
        source=source, external_id="s1", name="Choir", name_cy="Côr", kind="group"
    )
    latitude, longitude = HOODS[first]
    there = Location.objects.create(source=source, external_id="l1", latitude=latitude, longitude=longitude)
    ServiceAtLocation.objects.create(source=source, external_id="p1", service=service, location=there)
    ServiceFlow.objects.create(service_id=service.id, month=LAST, asked=12, accepted=9, happened=6, helped=3)
    return service


@pytest.fixture
def november() -> object:
    with clock.at(datetime(2026, 11, 20, 12, tzinfo=UTC)):
        yield


@pytest.fixture
def deprived(valley: None) -> None:
    for number, code in enumerate(HOODS):
        Deprivation.objects.create(
            place=code, index="wimd2019", decile=1 + 2 * number, rank=10 + number, domains="{}"
        )
