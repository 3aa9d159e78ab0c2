"""Funnels against an R package's limits, and what they refuse."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.notes import MethodError
from cydwaith.methods.spc import funnel
from tests.methods import real

COLUMNS = {
    "rate": "rr",
    "z": "Uzscore",
    "lower_95": "ll95",
    "upper_95": "ul95",
    "lower_998": "ll998",
    "upper_998": "ul998",
    "wide_lower_95": "od_ll95",
    "wide_upper_95": "od_ul95",
    "wide_lower_998": "od_ll998",
    "wide_upper_998": "od_ul998",
}


@pytest.mark.parametrize(
    ("name", "kind", "phi", "tau2"),
    [("made_PR", "proportion", 4.014943, 0.00174668), ("made_SR_shmi", "ratio", 5.308909, 0.02716560)],
)
def test_every_limit_of_the_published_package_is_met(name, kind, phi, tau2):
    rows = [row for row in real.rows("funnel/funnel_expected.csv") if row["set"] == name]
    found = funnel(
        [row["group"] for row in rows],
        [float(row["numerator"]) for row in rows],
        [float(row["denominator"]) for row in rows],
        kind=kind,
    )
    assert found.phi == pytest.approx(phi, abs=5e-7)
    assert found.tau2 == pytest.approx(tau2, abs=5e-9)
    assert found.target == pytest.approx(float(rows[0]["target"]))
    for place, row in zip(found.places, rows, strict=True):
        for ours, theirs in COLUMNS.items():
            assert getattr(place, ours) == pytest.approx(float(row[theirs]), abs=3e-7), (row["group"], ours)


def twelve(counts, people=100):
    return funnel([f"place {n}" for n in range(len(counts))], counts, [people] * len(counts))


def test_places_that_differ_by_chance_alone_have_no_extra_variance():
    found = twelve([50, 51, 49, 50, 52, 48, 50, 51, 49, 50, 50, 50])
    assert found.tau2 == 0
    assert not any(place.signal for place in found.places)
    assert "overdispersed" not in [one.code for one in found.notes]


def test_one_place_far_off_stands_out_both_ways():
    counts = [50] * 12
    assert twelve([*counts, 90]).places[-1].signal == "high"
    assert twelve([*counts, 10]).places[-1].signal == "low"


def test_a_league_table_is_refused_by_code_in_both_languages():
    refused = funnel([f"p{n}" for n in range(12)], [5] * 12, [50] * 12, rank=True)
    assert [one.code for one in refused.refusals] == ["no_league_table"]
    assert "trefn" in refused.refusals[0].words.cy
    assert [place.place for place in refused.places] == [f"p{n}" for n in range(12)]


def test_a_place_of_few_people_is_left_out_and_named():
    found = funnel([*(f"p{n}" for n in range(12)), "tiny"], [5] * 12 + [1], [50] * 12 + [9])
    assert "tiny" not in [place.place for place in found.places]
    assert "tiny" in found.refusals[0].words.en


def test_fewer_than_ten_places_are_no_funnel():
    found = twelve([50] * 9)
    assert found.places == ()
    assert [one.code for one in found.refusals] == ["too_few_places"]
    assert "9" in found.refusals[0].words.en
    assert "10" in found.refusals[0].words.en
    told = found.to_dict()
    assert (told["kind"], told["target"], told["phi"], told["tau2"]) == ("proportion", None, None, None)
    assert len(twelve([50] * 10).places) == 10
    assert twelve([50] * 10).refusals == ()


def test_a_rate_on_its_limit_is_no_signal():
    names = [f"p{n}" for n in range(13)]
    nobody = funnel(names, [10] * 12 + [0], [100] * 12 + [10]).places[-1]
    assert (nobody.rate, nobody.wide_lower_998, nobody.signal) == (0, 0, "")
    everybody = funnel(names, [90] * 12 + [10], [100] * 12 + [10]).places[-1]
    assert (everybody.rate, everybody.wide_upper_998, everybody.signal) == (1, 1, "")


def test_ten_people_are_enough_and_nine_are_not():
    found = funnel([f"p{n}" for n in range(12)], [5] * 12, [50] * 10 + [10, 9])
    assert [place.place for place in found.places] == [f"p{n}" for n in range(11)]
    assert "p11" in found.refusals[0].words.en


def test_where_chance_explains_all_the_wide_limits_are_the_narrow_ones():
    place = twelve([50, 51, 49, 50, 52, 48, 50, 51, 49, 50, 50, 50]).places[0]
    assert (place.wide_lower_95, place.wide_upper_998) == (place.lower_95, place.upper_998)


def test_a_place_that_saw_no_case_counts_as_half_a_case():
    names = [f"p{n}" for n in range(12)]
    found = funnel(names, [30] * 11 + [0], [30] * 12, kind="ratio").places[-1]
    assert found.rate == 0
    assert found.z == pytest.approx(np.log(0.5 / 30) * np.sqrt(30))


def test_everybody_or_nobody_leaves_nothing_to_compare():
    assert "all_or_none" in [one.code for one in twelve([0] * 12).refusals]
    assert "all_or_none" in [one.code for one in twelve([100] * 12).refusals]


@pytest.mark.parametrize(
    ("places", "over", "under", "code", "field", "row"),
    [
        (["a", "a"], [1, 1], [20, 20], "given_twice", "places", 2),
        (["a", "b", "c"], [1, 0, -1], [20, 20, 20], "negative", "numerators", 3),
        (["a", "b"], [1, 1], [20, -20], "negative", "denominators", 2),
        (["a", "b"], [20, 21], [20, 20], "more_than_all", "numerators", 2),
        (["a"], [1, 2], [20, 20], "unequal", "numerators", None),
        (["a", "b"], [1, 2], [20], "unequal", "numerators", None),
        (["a", "b"], [1, None], [20, 20], "missing_value", "numerators", 2),
        (["a", "b"], [1, 2], [None, 2], "missing_value", "denominators", 1),
    ],
)
def test_a_wrong_row_is_named(places, over, under, code, field, row):
    with pytest.raises(MethodError) as refused:
        funnel(places, over, under)
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, field, row)


def test_the_numbers_that_do_not_match_are_said():
    with pytest.raises(MethodError, match="There are 1 places, 2 first numbers and 3 second ones"):
        funnel(["a"], [1, 2], [20, 20, 20])


def test_observed_may_be_above_expected_and_a_wrong_kind_is_refused():
    names = [f"p{n}" for n in range(12)]
    assert funnel(names, [30] * 12, [20.5] * 12, kind="ratio").target == 1
    with pytest.raises(MethodError) as refused:
        funnel(names, [30] * 12, [40] * 12, kind="rate")
    assert (refused.value.code, refused.value.field) == ("unknown_kind", "kind")


counts = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 200)), min_size=10, max_size=25)


@given(counts, st.randoms())
def test_the_order_of_places_changes_nothing(pairs, dice):
    places = [(f"p{n}", over, over + more + 10) for n, (over, more) in enumerate(pairs)]
    shuffled = dice.sample(places, len(places))
    one = {place.place: place for place in funnel(*zip(*places, strict=True)).places}
    other = {place.place: place for place in funnel(*zip(*shuffled, strict=True)).places}
    assert one.keys() == other.keys()
    for name, place in one.items():
        assert place.upper_998 == pytest.approx(other[name].upper_998)


@given(counts)
def test_wide_limits_hold_the_narrow_ones_and_variance_is_never_negative(pairs):
    found = funnel(
        [f"p{n}" for n in range(len(pairs))], [a for a, _ in pairs], [a + b + 10 for a, b in pairs]
    )
    assert not found.places or found.tau2 >= 0
    for place in found.places:
        assert (
            place.wide_lower_998 <= place.lower_998 + 1e-12 <= place.upper_998 <= place.wide_upper_998 + 1e-12
        )
        assert np.isfinite(place.z)
