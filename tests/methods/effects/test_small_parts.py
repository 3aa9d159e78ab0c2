"""The small parts that several designs share, by hand and against printed tables."""

import numpy as np
import pytest

from cydwaith.methods.effects.chance import beyond_chi2, within
from cydwaith.methods.effects.codes import coded, labelled
from cydwaith.methods.effects.frame import chosen, groups, label, labels
from cydwaith.methods.effects.hidden import as_ratio, e_value
from cydwaith.methods.effects.incidence import incidence
from cydwaith.methods.effects.interval import Estimate, around, is_binary, newcombe, ratio, t_of, z_of
from cydwaith.methods.notes import MethodError


def test_chance_is_that_of_the_printed_tables():
    assert within(10, 1) == (pytest.approx(8.040036), pytest.approx(11.959964))
    assert [
        beyond_chi2(value, freedom) for value, freedom in ((3.841459, 1), (5.991465, 2), (18.307, 10))
    ] == (pytest.approx([0.05] * 3, abs=1e-6))
    assert beyond_chi2(-1e-12, 1) == 1


def test_names_are_told_apart_and_numbers_are_named_alike():
    assert [label(value) for value in (1, 1.0, True, np.float64(1), "1 ", 2.5, None, float("nan"), "")] == [
        "1", "1", "1", "1", "1", "2.5", "", "", "",
    ]  # fmt: skip
    assert labels([1, "1", 1.0], "x").tolist() == labels(np.array([1, 1, 1]), "x").tolist() == ["1"] * 3
    with pytest.raises(MethodError) as refused:
        labels(["a", " "], "x")
    assert (refused.value.code, refused.value.field, refused.value.row) == ("missing_value", "x", 2)
    places, names = coded(["b", "a", "b"], "x")
    assert (places.tolist(), names) == ([1, 0, 1], ("a", "b"))
    assert coded([2, "a", 1], "x")[1] == (1, 2, "a")
    with pytest.raises(MethodError) as refused:
        coded(["b", float("nan")], "x")
    assert (refused.value.code, refused.value.field, refused.value.row) == ("missing_value", "x", 2)
    assert [labelled(value) for value in (2004.0, 1.5, 1e6, 20260101.0)] == [
        "2004",
        "1.5",
        "1000000",
        "20260101",
    ]


def test_a_ratio_has_an_interval_on_the_log_scale_and_none_of_nobody():
    found = ratio(0.5, 0.25, 0.1, 2.0)
    assert (found.effect, found.low, found.high) == pytest.approx((2, 2 * np.exp(-0.2), 2 * np.exp(0.2)))
    for share, other in ((0.0, 0.5), (0.5, 0.0), (0.0, 0.0)):
        assert ratio(share, other, 0.1, 2.0) == Estimate(None, None, None)


def test_an_interval_reaches_so_many_errors_to_either_side():
    assert around(3.0, 0.5, 2.0) == Estimate(3.0, 2.0, 4.0, 0.5)
    assert (z_of(0.95), t_of(0.95, 10.9), t_of(0.95, 0.2)) == pytest.approx((1.959964, 2.228139, 12.706205))


def test_the_interval_of_two_shares_is_newcombes_own_example():
    # Newcombe 1998, Table II, method 10: 56 of 70 less 48 of 80.
    assert newcombe(56, 70, 48, 80, z_of(0.95)) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_yes_and_no_are_0_and_1_of_what_is_known():
    assert is_binary(np.array([0.0, 1, np.nan]))
    assert not is_binary(np.array([0.0, 1, 2]))
    assert not is_binary(np.array([np.nan]))


def test_the_e_value_is_that_of_the_paper_whichever_way_the_ratio_goes():
    # VanderWeele and Ding 2017: a ratio of 3.9 (1.8 to 8.7) needs 7.26, its limit 3.0.
    one, other = Estimate(3.9, 1.8, 8.7), Estimate(1 / 3.9, 1 / 8.7, 1 / 1.8)
    for found in (e_value(one), e_value(other)):
        assert (found["estimate"], found["limit"]) == pytest.approx((7.26, 3.0), abs=0.005)
    assert e_value(Estimate(1.2, 0.9, 1.5))["limit"] == 1.0
    assert e_value(Estimate(1.0, 1.0, 1.0)) == {"estimate": 1.0, "limit": 1.0}
    assert e_value(Estimate(None, None, None)) == {"estimate": None, "limit": None}
    turned = as_ratio(Estimate(1.0, -1.0, None), 2.0)
    assert (turned.effect, turned.low, turned.high) == (
        pytest.approx(np.exp(0.455)),
        pytest.approx(np.exp(-0.455)),
        None,
    )
    assert as_ratio(Estimate(1.0, 0.0, 2.0), 0.0) == Estimate(None, None, None)


def test_rows_that_are_kept_stay_as_they_were_given():
    kept = np.array([True, False, True])
    assert chosen(["a", "b", "c"], kept) == ["a", "c"]
    assert chosen(np.array([1, 2, 3]), kept).tolist() == [1, 3]
    values = ("a", "b", "c")
    assert chosen(values, np.ones(3, dtype=bool)) is values
    assert groups(["b", "a", "b"], "x").tolist() == [1, 0, 1]


def test_where_everybody_has_had_something_the_error_is_the_binomial_one():
    # Two of three had the event and the third something else, all at once: 1 - 2/3 - 1/3 is not quite 0 in binary.
    found = incidence(np.array([4.0, 4.0, 4.0]), np.array([1, 2, 1]))
    assert found.errors() == pytest.approx([(2 / 3 * 1 / 3 / 3) ** 0.5])
    assert found.error_by(4.0) == pytest.approx(found.errors()[0])
