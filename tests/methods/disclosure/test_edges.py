"""Each rule of disclosure on its edge, with the numbers that it says."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest

from cydwaith.methods.disclosure import (
    POLICIES,
    Cube,
    Dimension,
    DisclosureError,
    Policy,
    Release,
    concentrated,
    mean,
    money,
    policy,
    rate,
)
from cydwaith.methods.disclosure.cube import relations
from cydwaith.methods.disclosure.readings import bounds_of

from .tables import PLACES, cube

FLAT = Dimension.flat("place", ("a", "b"), "all")


# Figures.


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(5, 40, 13), (5, 35, 14), (10, 30, 33), (25, 200, 13), (20, 20, 100)]
)
def test_a_rate_is_rounded_half_up(part: int, whole: int, percent: int) -> None:
    assert (rate(part, whole).value, rate(part, whole).n) == (percent, whole)


@pytest.mark.parametrize(
    ("figure", "code", "n", "said"),
    [
        (rate(5, 15), "small_denominator", 15, ("20", "15")),
        (rate(7, 20), "not_rounded", 20, ("part", "7")),
        (rate(-5, 20), "not_rounded", 20, ("part", "-5")),
        (rate(5, 22), "not_rounded", 22, ("whole", "22")),
        (rate(30, 25), "part_above_whole", 25, ("30", "25")),
        (mean([1.0] * 9), "few_for_mean", 9, ("10", "9")),
        (money([1.0] * 9 + [0.0]), "few_for_sum", 9, ("10", "9")),
        (money([50.0, 40.0] + [1.25] * 8), "dominated", 10, ("90", "85")),
    ],
)
def test_a_figure_that_is_not_printed_says_what_it_lacks(figure, code, n, said) -> None:
    assert (figure.value, figure.refusal.code, figure.n) == (None, code, n)
    for part in said:
        assert part in figure.refusal.words.en
        assert part in figure.refusal.words.cy or part in ("part", "whole")
    assert figure.to_dict()["refusal"]["code"] == code


def test_a_figure_that_is_printed_is_plain() -> None:
    assert mean([1.0] * 9 + [11.0]).to_dict() == {"value": 2.0, "n": 10, "refusal": None}
    assert money([0.0] * 5 + [3.0] * 10).to_dict() == {"value": 30.0, "n": 10, "refusal": None}


@pytest.mark.parametrize("figure", [mean, money])
def test_a_number_that_is_none_is_named_with_its_row(figure) -> None:
    with pytest.raises(DisclosureError, match=r"-2") as refused:
        figure([0.0, 1, -2.0])
    assert (refused.value.code, refused.value.field, refused.value.row) == ("not_a_number", "values", 3)


# Groups.


def needs(debt: int, lonely: int) -> Release:
    dimensions = (FLAT, Dimension.flat("need", ("debt", "lonely"), "any"))
    cells = {
        (place, need): number * (3 if place == "b" else 4 if place == "all" else 1)
        for place in ("all", "a", "b")
        for need, number in (("any", debt + lonely), ("debt", debt), ("lonely", lonely))
    }
    return Release("r", "controlled-5", dimensions, cells)


def test_forty_nine_people_nine_in_ten_alike_are_a_group_and_fifty_are_not() -> None:
    (found,) = concentrated(needs(45, 4), "need")
    assert found.to_dict() == {"cell": ["a", "debt"], "total": 49, "inside": 45}
    assert concentrated(needs(46, 4), "need") == ()
    assert [one.cell for one in concentrated(needs(9, 1), "need")] == [
        ("all", "debt"),
        ("a", "debt"),
        ("b", "debt"),
    ]
    assert concentrated(needs(8, 1), "need") == ()
    assert concentrated(needs(0, 0), "need") == ()
    words = found.note(1).words
    assert "a" in words.en
    assert "debt" in words.en
    assert "/" not in words.en.split("debt")[0]


def test_a_group_is_told_with_every_other_split_that_it_lies_in() -> None:
    dimensions = (
        FLAT,
        Dimension.flat("need", ("debt", "lonely"), "any"),
        Dimension.flat("month", ("May", "June"), "both"),
    )
    counts = {("a", "debt", "May"): 30, ("a", "lonely", "May"): 60, ("b", "lonely", "June"): 60}
    table = Cube.of("t", dimensions, counts)
    cells = dict(zip(table.cells(), table.counts.ravel().tolist(), strict=True))
    release = Release("r", "controlled-5", dimensions, cells)
    assert [one.cell for one in concentrated(release, "need")] == []
    assert [one.cell for one in concentrated(release, "place")] == [
        ("a", "debt", "both"), ("a", "debt", "May"),
    ]  # fmt: skip
    (one, _) = concentrated(release, "month")
    assert (one.cell, one.total, one.inside) == (("all", "debt", "May"), 30, 30)
    words = one.note(2).words.en
    assert "all / debt" in words
    assert "May" in words


def test_a_hidden_number_is_no_group_and_an_unknown_split_is_named() -> None:
    release = needs(9, 1)
    hidden = Release("r", "nhs-hes", release.dimensions, dict.fromkeys(release.cells))
    assert concentrated(hidden, "need") == ()
    part = Release("r", "nhs-hes", release.dimensions, {**release.cells, ("a", "debt"): None})
    assert ("a", "debt") not in [one.cell for one in concentrated(part, "need")]
    with pytest.raises(DisclosureError, match="age") as refused:
        concentrated(release, "age")
    assert (refused.value.code, refused.value.field) == ("unknown_member", "dimension")


# Trees and tables.


def test_a_tree_has_its_top_first_and_parents_before_their_children() -> None:
    assert PLACES.members == ("valley", "north", "south", "n1", "n2", "n3", "s1")
    assert PLACES.children == {"valley": ("north", "south"), "north": ("n1", "n2", "n3"), "south": ("s1",)}
    assert (PLACES.top, PLACES.place["n2"]) == ("valley", 4)
    assert [member for member in PLACES.members if PLACES.is_leaf(member)] == ["n1", "n2", "n3", "s1"]
    assert PLACES.to_dict() == {"key": "place", "parents": dict(PLACES.parents)}
    assert Dimension("one", {"all": ""}).members == ("all",)


@pytest.mark.parametrize(
    ("parents", "said"),
    [
        ({"a": "", "b": ""}, "b"),
        ({"a": "", "b": "x"}, "b"),
        ({"a": "", "b": "c", "c": "b"}, "b"),
        ({"a": "", "b": "b"}, "b"),
    ],
)
def test_the_member_that_hangs_nowhere_is_named(parents, said) -> None:
    with pytest.raises(DisclosureError, match=said) as refused:
        Dimension("where", parents)
    assert (refused.value.code, refused.value.field) == ("bad_tree", "where")
    assert "where" in refused.value.note.words.en


def test_a_table_has_every_margin() -> None:
    table = Cube.of(
        "t", (FLAT, Dimension.flat("need", ("x", "y"), "any")), {("a", "x"): 1, ("a", "y"): 2, ("b", "y"): 4}
    )
    assert table.counts.tolist() == [[7, 1, 6], [3, 1, 2], [4, 0, 4]]
    assert list(table.cells())[:4] == [("all", "any"), ("all", "x"), ("all", "y"), ("a", "any")]
    assert table.lowest() == [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")]
    assert (table.count(("all", "y")), table.counts.flags["C_CONTIGUOUS"]) == (6, True)
    assert Cube.of("t", (FLAT,), {("a",): np.int64(3)}).count(("all",)) == 3
    assert Cube.of("t", (FLAT, Dimension("one", {"all": ""})), {("a", "all"): 2}).count(("all", "all")) == 2


def test_every_sum_of_a_table_is_a_relation() -> None:
    found = relations((FLAT, Dimension.flat("need", ("x", "y"), "any")))
    sums = {
        (int(total), tuple(sorted(found.part[found.row == row].tolist())))
        for row, total in enumerate(found.total)
    }
    assert sums == {(0, (3, 6)), (1, (4, 7)), (2, (5, 8)), (0, (1, 2)), (3, (4, 5)), (6, (7, 8))}


@pytest.mark.parametrize(
    ("cell", "count", "code", "field", "said"),
    [
        (("z",), 1, "unknown_member", "place", "z.*place"),
        (("valley",), 1, "unknown_member", "place", "valley"),
        (("n1", "x"), 1, "wrong_shape", "counts", "2.*1"),
        (("n1",), -3, "bad_count", "counts", "-3"),
        (("n1",), "4", "bad_count", "counts", "4"),
    ],
)
def test_a_wrong_row_is_said_with_what_it_was(cell, count, code, field, said) -> None:
    with pytest.raises(DisclosureError, match=said) as refused:
        cube({("n2",): 0, cell: count}, (PLACES,))
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, field, 2)


@pytest.mark.parametrize("dimensions", [(), (Dimension("one", {"all": ""}),)])
def test_a_table_needs_something_to_tell_apart(dimensions) -> None:
    with pytest.raises(DisclosureError) as refused:
        Cube.of("t", dimensions, {})
    assert (refused.value.code, refused.value.field) == ("no_dimensions", "dimensions")


# Rules, and what a published number says under each.


def test_the_rules_are_these() -> None:
    assert {
        key: (one.way, one.base, one.hide_from, one.hide_to, one.national_exact)
        for key, one in POLICIES.items()
    } == {
        "controlled-5": ("controlled rounding", 5, 1, 0, False),
        "nhs-hes": ("hide and round", 5, 1, 7, True),
        "ons-10-5": ("hide and round", 5, 0, 9, False),
        "star-under-5": ("hide", 1, 1, 4, False),
    }
    told = policy("nhs-hes").to_dict()
    assert (told["key"], told["way"], told["base"], told["hidden"]) == (
        "nhs-hes",
        "hide and round",
        5,
        [1, 7],
    )
    assert told["national_exact"] is True
    assert told["en"] != told["cy"]
    assert "NHS England" in told["source"]
    assert policy("controlled-5").to_dict()["hidden"] is None
    assert policy("ons-10-5").to_dict()["hidden"] == [0, 9]
    assert Policy("own", "hide", policy("nhs-hes").words).to_dict()["source"] == ""
    with pytest.raises(DisclosureError, match=r"most.*controlled-5, nhs-hes, ons-10-5, star-under-5"):
        policy("most")


@pytest.mark.parametrize(
    ("rule", "value", "low", "high"),
    [
        ("controlled-5", 0, 0, 4), ("controlled-5", 5, 1, 9), ("controlled-5", 10, 6, 14),
        ("nhs-hes", None, 1, 7), ("nhs-hes", 0, 0, 0), ("nhs-hes", 10, 8, 12), ("nhs-hes", 15, 13, 17),
        ("ons-10-5", None, 0, 9), ("ons-10-5", 10, 10, 12), ("ons-10-5", 15, 13, 17),
        ("star-under-5", None, 1, inf), ("star-under-5", 7, 7, 7), ("withheld", None, 0, inf), ("withheld", 3, 3, 3),
    ],
)  # fmt: skip
def test_a_published_number_says_this_of_the_true_one(rule, value, low, high) -> None:
    release = Release(
        "r", rule, (FLAT,), {("a",): value, ("all",): 3 if rule in ("nhs-hes", "withheld") else 5}
    )
    assert bounds_of(release)[("a",)] == (low, high)
    assert bounds_of(Release("r", "controlled-5", (FLAT,), release.cells), rule)[("a",)] == (low, high)
    if rule == "nhs-hes":
        assert bounds_of(release)[("all",)] == (3, 3)


def test_a_star_that_stands_for_more_says_so_and_only_of_stars() -> None:
    release = Release("r", "nhs-hes", (FLAT,), {("all",): None, ("a",): None, ("b",): 10}, (1, 60))
    assert bounds_of(release) == {("all",): (0, inf), ("a",): (1, 60), ("b",): (8, 12)}
    assert [release.shown(cell) for cell in release.cells] == ["*", "*", "10"]
    assert release.to_dict()["cells"] == [["all", None], ["a", None], ["b", 10]]
