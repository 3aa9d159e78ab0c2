"""Local corrections: RFC 7396 on its own table, and the laws that keep them and the feed apart."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.place.directory.rules.patching import (
    ABSENT,
    Local,
    corrected,
    difference,
    from_leaves,
    kept,
    leaves,
    merge_patch,
    moved,
    pick,
    released,
    same,
    settled,
)

RFC_7396_APPENDIX_A: list[tuple[Any, Any, Any]] = [
    ({"a": "b"}, {"a": "c"}, {"a": "c"}),
    ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
    ({"a": "b"}, {"a": None}, {}),
    ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
    ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
    ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
    ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
    ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
    (["a", "b"], ["c", "d"], ["c", "d"]),
    ({"a": "b"}, ["c"], ["c"]),
    ({"a": "foo"}, None, None),
    ({"a": "foo"}, "bar", "bar"),
    ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
    ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
    ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
]
NOTHING = Local({}, {})

keys = st.sampled_from(["a", "b", "c", "a/b", "~", ""])
plain = st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["", "x", "y"])
values = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(keys, inner, max_size=3), max_leaves=8
)
records = st.dictionaries(keys, values, max_size=4)


@pytest.mark.parametrize(("target", "patch", "result"), RFC_7396_APPENDIX_A)
def test_a_patch_does_what_the_rfc_says(target: Any, patch: Any, result: Any) -> None:
    assert same(merge_patch(target, patch), result)


@given(records, records)
def test_a_patch_twice_is_a_patch_once_and_neither_side_is_touched(target: Any, patch: Any) -> None:
    before = repr((target, patch))
    once = merge_patch(target, patch)
    assert same(merge_patch(once, patch), once)
    assert repr((target, patch)) == before


@given(records, records)
def test_the_difference_leads_from_the_one_to_the_other(target: Any, patch: Any) -> None:
    wanted = merge_patch(target, patch)
    assert same(merge_patch(target, difference(target, wanted)), wanted)
    assert difference(target, target) == {}


@given(records)
def test_a_patch_is_its_leaves(patch: Any) -> None:
    assert same(from_leaves(leaves(patch)), patch)


@given(records, records, records)
def test_two_corrections_are_kept_as_one_that_does_the_same(feed: Any, first: Any, second: Any) -> None:
    local = corrected(feed, corrected(feed, NOTHING, first), second)
    assert same(merge_patch(feed, local.patch), merge_patch(merge_patch(feed, first), second))


@given(records, records)
def test_nothing_is_a_conflict_until_the_feed_moves(feed: Any, patch: Any) -> None:
    assert moved(feed, corrected(feed, NOTHING, patch)) == ()


@given(records, records, records)
def test_a_later_feed_never_undoes_a_correction_and_each_conflict_is_a_move(
    feed: Any, patch: Any, later: Any
) -> None:
    local = corrected(feed, NOTHING, patch)
    shown = merge_patch(later, local.patch)
    for path, value in leaves(local.patch):
        assert value == {} or same(pick(shown, path), ABSENT if value is None else merge_patch(None, value))
    for one in moved(later, local):
        assert not same(one.was, one.theirs)
        assert same(one.theirs, pick(later, one.path))


@given(records, records, records)
def test_keeping_ours_ends_every_conflict_and_giving_it_up_shows_the_feed(
    feed: Any, patch: Any, later: Any
) -> None:
    local = corrected(feed, NOTHING, patch)
    fields = [one.path for one in moved(later, local)]
    assert moved(later, kept(later, local, fields)) == ()
    assert released(local, [path for path, _ in leaves(local.patch)]) == NOTHING


def test_a_conflict_names_all_three_values() -> None:
    local = corrected({"name": "Choir", "fees": "£2"}, NOTHING, {"name": "The Choir"})
    (one,) = moved({"name": "Choirs", "fees": "£3"}, local)
    assert (one.path, one.ours, one.was, one.theirs) == ("/name", "The Choir", "Choir", "Choirs")


def test_a_field_that_was_taken_away_here_and_comes_back_is_a_conflict() -> None:
    local = corrected({"fees": "£2"}, NOTHING, {"fees": None})
    assert moved({"fees": "£2"}, local) == ()
    (one,) = moved({"fees": "£3"}, local)
    assert (one.ours, one.theirs) == (ABSENT, "£3")


def test_only_the_part_that_was_corrected_can_conflict() -> None:
    feed = {"translations": {"cy": {"name": "Cor", "description": "Canu"}}}
    local = corrected(feed, NOTHING, {"translations": {"cy": {"name": "Côr"}}})
    later = {"translations": {"cy": {"name": "Cor", "description": "Canu bob wythnos"}}}
    assert moved(later, local) == ()
    assert merge_patch(later, local.patch)["translations"]["cy"] == {
        "name": "Côr",
        "description": "Canu bob wythnos",
    }


def test_a_feed_that_agrees_at_last_is_no_conflict() -> None:
    local = corrected({"name": "Choir"}, NOTHING, {"name": "The Choir"})
    assert moved({"name": "The Choir"}, local) == ()


@pytest.mark.parametrize(("theirs", "left"), [("2026-06-01", False), ("2026-04-01", True), (None, True)])
def test_the_newer_assurance_counts(theirs: str | None, left: bool) -> None:
    local = corrected({}, NOTHING, {"assured_date": "2026-05-01", "assured_by": "The Choir", "name": "C"})
    after = settled({"assured_date": theirs} if theirs else {}, local)
    assert ("assured_date" in after.patch, after.patch["name"]) == (left, "C")


@pytest.mark.parametrize(("one", "other"), [(True, 1), (1, True), (False, 0), (0, False)])
def test_yes_and_no_are_never_numbers(one: object, other: object) -> None:
    assert not same(one, other)
    assert difference({"free": one}, {"free": other}) == {"free": other}


def test_a_day_of_assurance_that_moves_in_the_feed_is_no_conflict() -> None:
    feed = {"assured_date": "2026-01-01", "name": "Choir"}
    local = corrected(feed, NOTHING, {"assured_date": "2026-05-01"})
    assert moved(feed | {"assured_date": "2026-02-01"}, local) == ()
