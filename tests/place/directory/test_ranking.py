"""Where a result stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from cydwaith.place.directory.rules.ranking import (
    Facts,
    Point,
    box_around,
    distance_km,
    freshness,
    nearness,
    score,
)

LATITUDES = st.floats(-80, 80)
LONGITUDES = st.floats(-170, 170)
POINTS = st.builds(Point, LATITUDES, LONGITUDES)


@given(POINTS, POINTS)
def test_distance_agrees_with_a_geodesic_of_others(one: Point, other: Point) -> None:
    *_, metres = Geod(ellps="WGS84").inv(one.longitude, one.latitude, other.longitude, other.latitude)
    assert distance_km(one, other) == pytest.approx(metres / 1000, rel=0.006, abs=0.001)


@given(POINTS, POINTS)
def test_there_is_as_far_as_back(one: Point, other: Point) -> None:
    assert abs(distance_km(one, other) - distance_km(other, one)) < 1e-6


@given(POINTS, st.floats(0.1, 100), st.floats(-1, 1), st.floats(-1, 1))
def test_the_box_holds_every_point_within_reach(centre: Point, km: float, up: float, along: float) -> None:
    other = Point(centre.latitude + up, centre.longitude + along)
    box = box_around(centre, km)
    if distance_km(centre, other) <= km:
        assert box.south <= other.latitude <= box.north
        assert box.west <= other.longitude <= box.east


@given(st.floats(0, 500), st.floats(0, 500))
def test_nearer_is_never_worse(one: float, other: float) -> None:
    assert nearness(min(one, other)) >= nearness(max(one, other))


def test_never_checked_counts_as_stale() -> None:
    assert freshness(None) == freshness(5000) == 0 < freshness(400) < freshness(10) == 1


@given(st.floats(0, 1), st.none() | st.floats(0, 500), st.none() | st.integers(0, 9999))
def test_a_score_is_between_0_and_1(text: float, km: float | None, days: int | None) -> None:
    assert 0 <= score(Facts(text, km, days=days, accepting="yes"), located=True) <= 1.0000001


def test_paused_stands_behind_open_all_else_equal() -> None:
    assert score(Facts(1, 1, days=1, accepting="paused"), located=True) < score(
        Facts(1, 1, days=1), located=True
    )
