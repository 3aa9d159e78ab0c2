"""Figures made from counts: printed only when they rest on enough."""

from __future__ import annotations

import pytest

from cydwaith.methods.disclosure import (
    Dimension,
    DisclosureError,
    Figure,
    Release,
    concentrated,
    mean,
    money,
    rate,
)


def code(figure: Figure) -> str:
    assert figure.value is None
    assert figure.refusal is not None
    assert figure.refusal.words.cy
    assert figure.to_dict()["n"] == figure.n
    return figure.refusal.code


@pytest.mark.parametrize(("part", "whole", "percent"), [(5, 20, 25), (20, 30, 67), (0, 20, 0), (25, 25, 100)])
def test_a_rate_is_a_whole_per_cent_of_rounded_numbers(part: int, whole: int, percent: int) -> None:
    assert rate(part, whole).value == percent


def test_a_rate_is_refused_below_twenty_from_true_counts_or_above_the_whole() -> None:
    assert code(rate(5, 15)) == "small_denominator"
    assert code(rate(7, 20)) == "not_rounded"
    assert code(rate(5, 22)) == "not_rounded"
    assert code(rate(25, 20)) == "part_above_whole"


def test_an_average_needs_ten() -> None:
    assert mean([2.0] * 10).value == 2
    assert code(mean([2.0] * 9)) == "few_for_mean"


def test_a_sum_of_money_needs_ten_and_no_two_that_are_nearly_all_of_it() -> None:
    assert money([10.0] * 10).value == 100
    assert code(money([10.0] * 9 + [0.0])) == "few_for_sum"
    assert money([42.5, 42.5] + [15 / 8] * 8).value == pytest.approx(100)
    assert code(money([43, 43] + [14 / 8] * 8)) == "dominated"


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -1.0, True, "3", None])
def test_what_is_no_number_is_named_by_its_row(bad: object) -> None:
    for figure in (mean, money):
        with pytest.raises(DisclosureError) as refusal:
            figure([1.0, bad])  # type: ignore[list-item]
        assert (refusal.value.field, refusal.value.row) == ("values", 2)


def table(debt: int, lonely: int) -> Release:
    places = Dimension("place", {"all": "", "a": "all", "b": "all"})
    needs = Dimension.flat("need", ("debt", "lonely"))
    values = {"debt": debt, "lonely": lonely, "all": debt + lonely}
    cells = {
        (place, need): number * 20 if place == "b" else number * (21 if place == "all" else 1)
        for place in ("all", "a", "b")
        for need, number in values.items()
    }
    return Release("r", "controlled-5", (places, needs), cells)


def test_a_small_group_with_nearly_all_in_one_category_is_found() -> None:
    (group,) = concentrated(table(20, 0), "need")
    assert (group.cell, group.total, group.inside) == (("a", "debt"), 20, 20)
    assert "merge" in group.note(1).words.en
    assert group.to_dict()["inside"] == 20


def test_a_mixed_group_and_a_large_one_are_left_alone() -> None:
    assert concentrated(table(20, 5), "need") == ()
    assert concentrated(table(100, 0), "need") == ()
    with pytest.raises(DisclosureError):
        concentrated(table(5, 5), "age")
