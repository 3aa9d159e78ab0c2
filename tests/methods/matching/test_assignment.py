"""Pairs by score: as many as can be, then the best, never one that is not allowed."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.matching import MatchingError, Pair, assign, suggest


def pairs_of(scores):
    return [Pair(one, other, {"times": score}) for (one, other), score in scores.items()]


scores = st.dictionaries(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("XYZ")), st.integers(-9, 9), max_size=12
)
rooms = st.fixed_dictionaries({name: st.integers(0, 2) for name in "XYZ"})


def best_by_trying(table, room):
    """The most pairs, then the highest score, by trying everything."""
    ones = sorted({one for one, _ in table})
    best = (0, 0)
    for chosen in product([None, *"XYZ"], repeat=len(ones)):
        made = [(one, other) for one, other in zip(ones, chosen, strict=True) if other]
        if any(pair not in table for pair in made):
            continue
        if any([other for _, other in made].count(name) > room[name] for name in "XYZ"):
            continue
        best = max(best, (len(made), sum(table[pair] for pair in made)))
    return best


@given(scores, rooms)
def test_it_is_the_best_that_trying_everything_finds(table, room):
    found = assign(pairs_of(table), room)
    assert (len(found.pairs), round(found.score)) == best_by_trying(table, room)
    assert all((pair.one, pair.other) in table for pair in found.pairs)


@given(scores, rooms, st.randoms())
def test_the_order_of_pairs_changes_nothing(table, room, dice):
    pairs = pairs_of(table)
    assert assign(pairs, room).score == assign(dice.sample(pairs, len(pairs)), room).score


def test_a_pair_that_was_good_is_kept_and_takes_its_room():
    table = {("a", "X"): 1, ("b", "X"): 9, ("b", "Y"): 2}
    found = assign(pairs_of(table), kept=[("a", "X")])
    assert [(pair.one, pair.other, pair.kept) for pair in found.pairs] == [
        ("a", "X", True),
        ("b", "Y", False),
    ]


def test_who_is_left_is_named_and_counted():
    found = assign(pairs_of({("a", "X"): 1, ("b", "X"): 2}))
    assert (found.alone, found.notes[-1].code) == (("a",), "no_free_place")
    assert assign([]).pairs == ()


def test_a_score_is_the_sum_of_its_parts_and_they_stay_with_the_pair():
    found = assign([Pair("a", "X", {"times": 2.0, "language": 3.0})])
    assert found.pairs[0].score == 5
    assert found.to_dict()["pairs"][0]["parts"] == {"times": 2.0, "language": 3.0}


def test_three_are_suggested_and_of_equals_whoever_has_fewer():
    found = suggest(pairs_of({("a", name): 1 for name in "VWXYZ"}), taken={"V": 2, "W": 1})
    assert [pair.other for pair in found["a"]] == ["X", "Y", "Z"]
    best = suggest(pairs_of({("a", "X"): 1, ("a", "Y"): 3, ("b", "X"): 2}))
    assert [pair.other for pair in best["a"]] == ["Y", "X"]


@pytest.mark.parametrize(
    ("pairs", "more", "code"),
    [
        ([Pair("a", "X", {"t": float("nan")})], {}, "wrong_score"),
        ([Pair("a", "X", {}), Pair("a", "X", {})], {}, "chosen_twice"),
        ([Pair("a", "X", {})], {"capacities": {"X": 1.5}}, "wrong_capacity"),
        ([Pair("a", "X", {})], {"kept": [("a", "Y")]}, "wrong_kept"),
        ([Pair("a", "X", {}), Pair("b", "X", {})], {"kept": [("a", "X"), ("b", "X")]}, "wrong_kept"),
        ([Pair("a", "X", {}), Pair("a", "Y", {})], {"kept": [("a", "X"), ("a", "Y")]}, "wrong_kept"),
    ],
)
def test_what_cannot_be_is_named(pairs, more, code):
    with pytest.raises(MatchingError) as refused:
        assign(pairs, **more)
    assert refused.value.code == code
