"""Deferred acceptance: stable, best for those who ask, and the same in any order."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.matching import Matching, MatchingError, blocking_pairs, deferred_acceptance


@st.composite
def sides(draw, most=6):
    ones = [f"p{n}" for n in range(draw(st.integers(0, most)))]
    others = [f"m{n}" for n in range(draw(st.integers(0, 4)))]
    proposers = {one: draw(st.permutations(others))[: draw(st.integers(0, len(others)))] for one in ones}
    receivers = {one: draw(st.permutations(ones))[: draw(st.integers(0, len(ones)))] for one in others}
    room = {one: draw(st.integers(0, 3)) for one in others}
    return proposers, receivers, room


def test_gale_and_shapleys_own_example():
    men = {"a": ["A", "B", "C"], "b": ["B", "C", "A"], "c": ["C", "A", "B"]}
    women = {"A": ["b", "c", "a"], "B": ["c", "a", "b"], "C": ["a", "b", "c"]}
    assert deferred_acceptance(men, women).pairs == (("a", "A"), ("b", "B"), ("c", "C"))
    assert deferred_acceptance(women, men).pairs == (("A", "b"), ("B", "c"), ("C", "a"))


@given(sides())
def test_nobody_is_left_who_would_both_rather(world):
    proposers, receivers, room = world
    found = deferred_acceptance(proposers, receivers, room)
    assert blocking_pairs(proposers, receivers, found, room) == []


@given(sides())
def test_everybody_is_paired_with_somebody_they_named_and_no_room_is_overfull(world):
    proposers, receivers, room = world
    found = deferred_acceptance(proposers, receivers, room)
    for who, choice in found.pairs:
        assert choice in proposers[who]
        assert who in receivers[choice]
    taken = [choice for _, choice in found.pairs]
    assert all(taken.count(choice) <= room[choice] for choice in receivers)
    assert len({who for who, _ in found.pairs}) == len(found.pairs)
    assert sorted([*found.proposers_alone, *(who for who, _ in found.pairs)]) == sorted(proposers)


@given(sides(), st.randoms())
def test_the_order_in_which_people_are_given_changes_nothing(world, dice):
    proposers, receivers, room = world
    shuffled = [
        {name: side[name] for name in dice.sample(sorted(side), len(side))} for side in (proposers, receivers)
    ]
    assert deferred_acceptance(proposers, receivers, room) == deferred_acceptance(*shuffled, room)


@given(sides(most=4))
def test_no_stable_matching_is_better_for_anybody_who_asks(world):
    proposers, receivers, _ = world
    found = deferred_acceptance(proposers, receivers)
    got = dict(found.pairs)
    names, places = sorted(proposers), [*sorted(receivers), *[None] * len(proposers)]
    for chosen in set(permutations(places, len(names))):
        pairs = [(who, choice) for who, choice in zip(names, chosen, strict=True) if choice]
        if any(choice not in proposers[who] or who not in receivers[choice] for who, choice in pairs):
            continue
        other = type(found)(tuple(pairs), (), (), ())
        if blocking_pairs(proposers, receivers, other):
            continue
        for who, choice in pairs:
            assert proposers[who].index(got[who]) <= proposers[who].index(choice)


@pytest.mark.parametrize(
    ("proposers", "receivers", "room", "code", "field", "said"),
    [
        ({"a": ["X"]}, {"A": []}, {}, "unknown_choice", "choices", "a.*X"),
        ({"a": []}, {"A": ["b"]}, {}, "unknown_choice", "choices", "A.*b"),
        ({"a": ["B", "A", "A"]}, {"A": [], "B": []}, {}, "chosen_twice", "choices", "a.*A"),
        ({"a": []}, {"a": []}, {}, "both_sides", "receivers", "a"),
        ({"a": []}, {"A": []}, {"A": -1}, "wrong_capacity", "capacities", "-1"),
        ({"a": []}, {"A": []}, {"A": True}, "wrong_capacity", "capacities", "A"),
        ({"a": []}, {"A": []}, {"A": 1.5}, "wrong_capacity", "capacities", "1.5"),
        ({"a": []}, {"A": []}, {"B": 1}, "unknown_choice", "capacities", "B"),
    ],
)
def test_a_wrong_choice_is_named(proposers, receivers, room, code, field, said):
    with pytest.raises(MatchingError, match=said) as refused:
        deferred_acceptance(proposers, receivers, room)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert "{" not in refused.value.note.words.cy


def test_who_is_alone_on_either_side_is_told_in_order():
    found = deferred_acceptance({"b": ["A"], "a": ["A"], "c": []}, {"B": ["a"], "A": ["a", "b"], "C": ["c"]})
    assert found.pairs == (("a", "A"),)
    assert (found.proposers_alone, found.receivers_alone) == (("b", "c"), ("B", "C"))
    assert found.to_dict() == {
        "pairs": [["a", "A"]], "proposers_alone": ["b", "c"], "receivers_alone": ["B", "C"],
        "notes": [{"code": "people_decide", "words": found.to_dict()["notes"][0]["words"]}],
    }  # fmt: skip
    both = deferred_acceptance({"b": ["A"], "a": ["A"]}, {"A": ["a", "b"]}, {"A": 2})
    assert both.pairs == (("a", "A"), ("b", "A"))


def test_a_pair_that_would_both_rather_is_found():
    proposers, receivers = {"a": ["A", "B"], "b": ["A", "B"]}, {"A": ["a", "b"], "B": ["b", "a"]}
    crossed = Matching((("a", "B"), ("b", "A")), (), (), ())
    assert blocking_pairs(proposers, receivers, crossed) == [("a", "A")]
    assert blocking_pairs(proposers, receivers, crossed, {"A": 2}) == [("a", "A")]
    nobody = Matching((), (), (), ())
    assert blocking_pairs(proposers, receivers, nobody) == [("a", "A"), ("a", "B"), ("b", "A"), ("b", "B")]
    assert blocking_pairs(proposers, receivers, nobody, {"A": 0, "B": 0}) == []
    assert blocking_pairs(proposers, {"A": ["b"], "B": []}, nobody) == [("b", "A")]
    # Whoever is there already is no reason to want the place again.
    shared = Matching((("a", "A"), ("b", "A")), (), (), ())
    assert blocking_pairs({"a": ["A"], "b": ["A"]}, {"A": ["a", "b"]}, shared, {"A": 2}) == []
    good = Matching((("a", "A"), ("b", "B")), (), (), ())
    assert blocking_pairs(proposers, receivers, good) == []
