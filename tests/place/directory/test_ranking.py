"""Where a result stands."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from cydwaith.place.directory.rules.ranking import (
    USUAL_HELPED,
    Facts,
    Point,
    box_around,
    distance_km,
    freshness,
    helped_share,
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


FACTS = st.builds(
    Facts,
    fit=st.floats(0, 1),
    km=st.none() | st.floats(0, 500),
    reaches=st.booleans(),
    days=st.none() | st.integers(0, 9999),
    accepting=st.sampled_from(["yes", "no news", "paused"]),
    free=st.sampled_from([None, True, False]),
    is_open=st.sampled_from([None, True, False]),
    suits=st.booleans(),
    over=st.booleans(),
    happened=st.integers(0, 50),
)
ORDERED = [
    ("fit", 0.2, 0.7),
    ("km", 30.0, 2.0),
    ("reaches", False, True),
    ("days", None, 900),
    ("days", 900, 10),
    ("accepting", "paused", "unknown"),
    ("accepting", "unknown", "yes"),
    ("free", False, None),
    ("free", None, True),
    ("is_open", False, True),
    ("suits", False, True),
    ("over", True, False),
]


@pytest.mark.parametrize(("name", "worse", "better"), ORDERED)
@given(facts=FACTS, located=st.booleans())
def test_all_else_equal_what_suits_more_never_stands_behind(
    name: str, worse: object, better: object, facts: Facts, located: bool
) -> None:
    low, high = replace(facts, **{name: worse}), replace(facts, **{name: better})  # type: ignore[arg-type]
    assert score(low, located=located) <= score(high, located=located) + 1e-12


@given(FACTS, st.floats(0, 400), st.floats(0, 400))
def test_nearer_never_ranks_lower(facts: Facts, one: float, other: float) -> None:
    near, far = replace(facts, km=min(one, other)), replace(facts, km=max(one, other))
    assert score(near, located=True) >= score(far, located=True)


@given(FACTS)
def test_where_nobody_said_where_they_are_distance_counts_for_nothing(facts: Facts) -> None:
    assert score(replace(facts, km=1.0), located=False) == score(replace(facts, km=300.0), located=False)


@given(FACTS)
def test_an_event_that_has_passed_sinks_below_any_that_fits_as_well(facts: Facts) -> None:
    worst = replace(facts, km=499.0, days=None, accepting="paused", over=False)
    best = replace(facts, km=0.0, days=0, accepting="yes", over=True)
    if facts.fit >= 0.3:
        assert score(best, located=True) <= score(worst, located=True)


@given(st.integers(0, 1000), st.data())
def test_the_share_that_helped_is_drawn_toward_the_usual(happened: int, data: st.DataObject) -> None:
    helped = data.draw(st.integers(0, happened))
    share = helped_share(happened, helped)
    raw = helped / happened if happened else USUAL_HELPED
    assert min(raw, USUAL_HELPED) <= share + 1e-9 and share <= max(raw, USUAL_HELPED) + 1e-9
    assert helped_share(happened + 1, helped) <= share <= helped_share(happened + 1, helped + 1)
