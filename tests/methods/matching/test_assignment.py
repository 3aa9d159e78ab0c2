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
    ("pairs", "more", "code", "field", "said"),
    [
        ([Pair("a", "X", {"t": float("nan")})], {}, "wrong_score", "parts", "a.*X"),
        ([Pair("a", "X", {}), Pair("a", "X", {})], {}, "chosen_twice", "pairs", "a.*X"),
        ([Pair("a", "X", {})], {"capacities": {"X": 1.5}}, "wrong_capacity", "capacities", "1.5"),
        ([Pair("a", "X", {})], {"capacities": {"X": True}}, "wrong_capacity", "capacities", "X"),
        ([Pair("a", "X", {})], {"capacities": {"Z": -1}}, "wrong_capacity", "capacities", "-1"),
        ([Pair("a", "X", {})], {"kept": [("a", "Y")]}, "wrong_kept", "kept", "a.*Y"),
        (
            [Pair("a", "X", {}), Pair("b", "X", {})],
            {"kept": [("a", "X"), ("b", "X")]},
            "wrong_kept",
            "kept",
            "b.*X",
        ),
        (
            [Pair("a", "X", {}), Pair("a", "Y", {})],
            {"kept": [("a", "X"), ("a", "Y")]},
            "wrong_kept",
            "kept",
            "a.*Y",
        ),
    ],
)
def test_what_cannot_be_is_named(pairs, more, code, field, said):
    with pytest.raises(MatchingError, match=said) as refused:
        assign(pairs, **more)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_place_with_room_for_two_takes_two_and_none_where_none_is_given_takes_one():
    table = pairs_of({("a", "X"): 1, ("b", "X"): 2, ("c", "X"): 3})
    assert [one.one for one in assign(table).pairs] == ["c"]
    two = assign(table, {"X": 2})
    assert ([one.one for one in two.pairs], two.alone, two.score) == (["b", "c"], ("a",), 5)
    both = assign(table, {"X": 2}, [("a", "X"), ("b", "X")])
    assert [(one.one, one.kept) for one in both.pairs] == [("a", True), ("b", True)]
    assert assign(table, {"X": 3}).alone == ()
    assert assign(table, {"X": 0}).alone == ("a", "b", "c")


def test_more_pairs_come_before_better_ones_however_bad():
    table = pairs_of({("a", "X"): 1000, ("b", "X"): -999, ("a", "Y"): -1000})
    assert [(one.one, one.other) for one in assign(table).pairs] == [("a", "Y"), ("b", "X")]
    chain = {("a", "X"): 9, ("a", "Y"): -9, ("b", "X"): 9, ("b", "Z"): -9, ("c", "X"): -9}
    assert len(assign(pairs_of(chain)).pairs) == 3


def test_how_many_are_left_is_said_and_people_decide():
    found = assign(pairs_of({("a", "X"): 1, ("b", "X"): 2, ("c", "X"): 0}))
    assert [one.code for one in found.notes] == ["people_decide", "no_free_place"]
    assert "2" in found.notes[1].words.en
    assert [one.code for one in assign([]).notes] == ["people_decide"]
    told = found.to_dict()
    assert (told["alone"], told["score"], told["pairs"][0]["kept"]) == (["a", "c"], 2, False)


def test_as_many_are_suggested_as_asked_for():
    table = pairs_of({("a", name): 1 for name in "VWXYZ"})
    assert len(suggest(table)["a"]) == 3
    assert [pair.other for pair in suggest(table, most=2)["a"]] == ["V", "W"]
    assert list(suggest(pairs_of({("b", "X"): 1, ("a", "X"): 1}))) == ["a", "b"]
