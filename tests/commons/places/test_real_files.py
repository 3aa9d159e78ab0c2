"""The files as they are published, where the data folder stands beside the checkout; else samples alike."""

import csv
import gzip
import math
from pathlib import Path

import pytest

from cydwaith.commons.places import known, queries
from cydwaith.commons.places.commands import import_places
from cydwaith.commons.places.models import Place, Postcode
from cydwaith.commons.places.readers.grid import to_micro_degrees
from cydwaith.commons.places.rules import DEGREE
from cydwaith.kernel.actor import Actor

from . import samples

pytestmark = pytest.mark.django_db

EARTH_M_PER_DEGREE = 111_320
REAL = {
    "postcodes-gb/raw-codepoint-open/cf.csv.gz": (23_447, "cf.csv.gz"),
    "postcodes-gb/raw-codepoint-open/ld.csv.gz": (2_222, "cf.csv.gz"),
    "postcodes-gb/raw-nspl-2021-11/NSPL_NOV_2021_UK_HR.csv.gz": (7_984, "nspl.csv"),
    "postcodes-gb/raw-nspl-2021-11/NSPL_NOV_2021_UK_LD.csv.gz": (2_590, "nspl.csv"),
    "boundaries/lhb22_wales.geojson.gz": (7, "squares.geojson.gz"),
    "boundaries/lad24_uk.geojson.gz": (361, "squares.geojson.gz"),
    "boundaries/icb22_england.geojson.gz": (42, "squares.geojson.gz"),
    "boundaries/lsoa21_wales.geojson.gz": (1_917, "squares.geojson.gz"),
    "boundaries/lsoa21_points.csv.gz": (35_672, "points.csv.gz"),
    "area-lookups/ltla21_lhb22.csv.gz": (51, "lhb.csv"),
    "area-lookups/ltla24_region24.csv.gz": (601, "lhb.csv"),
    "area-lookups/ruc21_lsoa21.csv.gz": (35_672, "rural.csv.gz"),
    "deprivation/wimd2019_lsoa11.csv.gz": (1_909, "wimd.csv.gz"),
    "deprivation/iod2025_england_lsoa21.csv.gz": (33_755, "iod.csv.gz"),
    "deprivation/iod2025_england_lsoa21_indicators.csv.gz": (33_755, "indicators.csv"),
}


def real_or_like(folder: Path, name: str, like: str) -> Path:
    """The published file, or a sample in its layout."""
    path = samples.REAL / name
    return path if path.is_file() else samples.write(folder, like, samples.ALL[like][0])


@pytest.mark.parametrize("name", REAL)
def test_every_published_row_lands_once(tmp_path: Path, keeper: Actor, name: str) -> None:
    rows, like = REAL[name]
    path = real_or_like(tmp_path, name, like)
    report = import_places(keeper, path)
    assert report.rejected == 0
    assert report.created == (rows if path.is_relative_to(samples.REAL) else report.created) > 0
    again = import_places(keeper, path)
    assert (again.created, again.changed, again.unchanged) == (0, 0, report.created)


def test_published_areas_and_look_ups_place_the_two_sides_of_the_border(
    tmp_path: Path, keeper: Actor
) -> None:
    for name, like in {
        "postcodes-gb/raw-codepoint-open/cf.csv.gz": "cf.csv.gz",
        "boundaries/lsoa21_wales.geojson.gz": "squares.geojson.gz",
        "area-lookups/ltla21_lhb22.csv.gz": "lhb.csv",
        "area-lookups/lsoa21_ward24_ltla24.csv.gz": "wards.csv.gz",
        "area-lookups/lsoa21_icb24.csv.gz": "icb.csv.gz",
        "boundaries/lsoa21_points.csv.gz": "points.csv.gz",
    }.items():
        import_places(keeper, real_or_like(tmp_path, name, like))
    import_places(keeper, samples.write(tmp_path, "bs.csv", samples.CODEPOINT_BS))
    cardiff, bristol = queries.locate("CF10 1EP"), queries.locate("BS1 4DJ")
    assert cardiff and cardiff.neighbourhood and cardiff.council and cardiff.board
    assert (cardiff.neighbourhood.code, cardiff.council.code) == ("W01001952", "W06000015")
    assert cardiff.board.name == "Cardiff and Vale University Health Board"
    assert bristol and bristol.neighbourhood and bristol.council and bristol.board
    assert (bristol.neighbourhood.code, bristol.council.code) == ("E01033908", "E06000023")
    assert bristol.board.code == "E54000039"
    assert Place.objects.filter(level="neighbourhood").exists()


def test_the_grid_is_right_to_five_metres() -> None:
    """Against the latitudes of ONS, for rows that carry both."""
    for east, north, latitude, longitude in grid_pairs():
        (lat,), (lon,) = to_micro_degrees([east], [north])
        across = (lon / DEGREE - longitude) * math.cos(math.radians(latitude))
        assert math.hypot(lat / DEGREE - latitude, across) * EARTH_M_PER_DEGREE < 5


def grid_pairs() -> list[tuple[int, int, float, float]]:
    path = samples.REAL / "postcodes-gb/raw-nspl-2021-11/NSPL_NOV_2021_UK_HR.csv.gz"
    if not path.is_file():
        return [(351418, 240501, 52.060745, -2.710027), (305969, 261273, 52.241583, -3.378543)]
    with gzip.open(path, "rt") as text:
        rows = [row for row in csv.DictReader(text) if row["oseast1m"] and row["osgrdind"] == "1"][::50]
    return [(int(r["oseast1m"]), int(r["osnrth1m"]), float(r["lat"]), float(r["long"])) for r in rows]


def test_the_outward_codes_that_come_along_agree_with_the_postcodes(tmp_path: Path, keeper: Actor) -> None:
    import_places(keeper, real_or_like(tmp_path, "postcodes-gb/raw-codepoint-open/cf.csv.gz", "cf.csv.gz"))
    row = Postcode.objects.get(key="CF101EP")
    shipped = known.outwards()["CF10"]
    assert abs(shipped.latitude - row.latitude_e6 / DEGREE) < 0.02
    assert abs(shipped.longitude - row.longitude_e6 / DEGREE) < 0.02
    assert shipped.council == row.council
    assert len(known.outwards()) > 2_800
