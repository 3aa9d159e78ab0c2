"""Near a postcode, and covering it."""

from pathlib import Path
from typing import Any

import pytest

from cydwaith.commons.places.commands import import_places
from cydwaith.kernel import actor
from tests.commons.places import samples
from tests.standards.publishing import NEWER, OLDER, ask, ids, service, take_in_records

pytestmark = pytest.mark.django_db

CARDIFF = (51.4757, -3.1792)
BOX = '{"type": "Polygon", "coordinates": [[[-3.3, 51.4], [-3.1, 51.4], [-3.1, 51.5], [-3.3, 51.5], [-3.3, 51.4]]]}'


@pytest.fixture(autouse=True)
def _places(tmp_path: Path) -> None:
    for name in ("wards.csv.gz", "icb.csv.gz", "lhb.csv", "points.csv.gz", "compact.csv.gz"):
        import_places(actor.system("a test"), samples.write(tmp_path, name, samples.ALL[name][0]))


def at(number: int, north: float) -> dict[str, Any]:
    location = {"id": f"l{number}", "latitude": CARDIFF[0] + north, "longitude": CARDIFF[1]}
    return service(number, service_at_locations=[{"id": f"p{number}", "location": location}])


def test_only_what_is_within_so_many_metres_is_given(tmp_path: Path) -> None:
    take_in_records(tmp_path, at(1, 0.0), at(2, 0.01), at(3, 0.2), service(4))
    for metres, expected in ((100, ["id-1"]), (1_200, ["id-1", "id-2"]), (50_000, ["id-1", "id-2", "id-3"])):
        question = {"postcode": "cf101ep", "proximity": str(metres)}
        assert ids(ask(f"{NEWER}services", **question)) == expected
        assert ids(ask(f"{OLDER}services", **question)) == expected
    assert ids(ask(f"{NEWER}service_at_locations", postcode="CF10 1EP", proximity="1200")) == ["p1", "p2"]


def area(number: int, **said: Any) -> dict[str, Any]:
    return service(number, service_areas=[{"id": f"a{number}", **said}])


AREAS = [
    area(1, name="Cardiff", uri="https://statistics.example/id/W06000015"),
    area(2, name="Powys", uri="https://statistics.example/id/W06000023"),
    area(3, name="Caerdydd a'r cylch", extent=BOX),
    area(4, name="Far away", extent=BOX.replace("-3.", "-2.")),
    area(5, name="Wherever the bus goes"),
    service(6),
]


def test_a_postcode_alone_leaves_out_what_covers_only_other_areas(tmp_path: Path) -> None:
    take_in_records(tmp_path, *AREAS)
    expected = ["id-1", "id-3", "id-5", "id-6"]
    assert ids(ask(f"{NEWER}services", postcode="CF10 1EP")) == expected
    assert ids(ask(f"{OLDER}services", coverage="CF10 1EP")) == expected


def test_a_postcode_that_nobody_knows_is_asked_for_again() -> None:
    problem = ask(f"{NEWER}services", 400, postcode="CF10 9ZZZ", proximity="5")
    assert problem["parameter"] == "postcode"
    assert ask(f"{OLDER}services", 400, postcode="CF10 1EP")["parameter"] == "proximity"
