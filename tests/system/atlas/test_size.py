"""A place's page stays small and asks little, however many places lie in it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cydwaith.commons.places import commands as places
from cydwaith.commons.places.models import Containment, Deprivation, Place
from cydwaith.commons.places.reports import NewPlace
from cydwaith.commons.places.rules import Level
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.models import Service, Source
from cydwaith.system.atlas import commands
from cydwaith.system.atlas.models import Asset

from .valley import BOARD, COUNCIL, HOOD, NATION

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november")]

CITY = "X06000002"
MANY = 220
MOST_QUERIES, MOST_BYTES = 12, 60_000
NAMES_ABOVE = 2
"""What the first look in a minute may ask beside: what the places above are called, and who we are."""


@pytest.fixture
def city(counted: Service, deprived: None, keeper: Actor) -> str:
    """A second council of the board, as large as a capital, with something in every neighbourhood."""
    commands.publish_figures(keeper)
    places.add_place(keeper, place=NewPlace(CITY, "Teg City", "Dinas Teg", within=(BOARD, NATION)))
    codes = [f"X01{number:06}" for number in range(1000, 1000 + MANY)]
    Place.objects.bulk_create(
        Place(
            code=code,
            level=Level.NEIGHBOURHOOD,
            name=f"Teg City {code[-3:]} and its long name",
            latitude_e6=51_400_000 + number // 15 * 6_000 + number % 7 * 400,
            longitude_e6=-3_300_000 + number % 15 * 9_000 + number % 4 * 700,
        )
        for number, code in enumerate(codes)
    )
    above = ((CITY, Level.COUNCIL), (BOARD, Level.BOARD), (NATION, Level.NATION))
    Containment.objects.bulk_create(
        Containment(child=code, parent=parent, level=level, valid_from=date(2021, 1, 1))
        for code in codes
        for parent, level in above
    )
    Deprivation.objects.bulk_create(
        Deprivation(place=code, index="wimd2019", decile=1 + number % 10, rank=100 + number, domains="{}")
        for number, code in enumerate(codes)
    )
    places.draw_invented(keeper, council=CITY)
    source = Source.objects.create(name="City")
    services = [Service(source=source, external_id=f"c{n}", name=f"Group {n}") for n in range(MANY)]
    Service.objects.bulk_create(services)
    Asset.objects.bulk_create(
        Asset(service_id=one.id, place_code=code, latitude=51.5, longitude=-3.2, needs=["debt"])
        for one, code in zip(services, codes, strict=True)
    )
    return codes[0]


def asked_and_weight(client: Client, code: str) -> tuple[int, int, int]:
    """Queries of the first and the second look, and bytes of the second as they travel."""
    cache.clear()
    counts = []
    for _ in ("first", "second"):
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(f"/places/{code}/", headers={"Accept-Encoding": "gzip"})
        counts.append(len(asked))
    assert answer.headers["Content-Encoding"] == "gzip"
    return counts[0], counts[1], len(answer.content)


def test_a_page_asks_and_weighs_as_little_for_a_city_as_for_a_hamlet(client: Client, city: str) -> None:
    found = {code: asked_and_weight(client, code) for code in (HOOD, city, COUNCIL, CITY, BOARD, NATION)}
    assert found[HOOD][:2] == found[city][:2]
    assert found[COUNCIL][:2] == found[CITY][:2]
    assert max(again for _first, again, _bytes in found.values()) <= MOST_QUERIES
    assert max(first for first, _again, _bytes in found.values()) <= MOST_QUERIES + NAMES_ABOVE
    assert max(weight for _first, _again, weight in found.values()) <= MOST_BYTES
