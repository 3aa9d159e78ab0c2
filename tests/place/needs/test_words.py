"""Words as search sees them, and which are near to which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.place.needs.rules.words import distance, fold, nearest, roots, sought, words


def test_hats_and_accents_make_no_difference() -> None:
    assert fold("Tŷ Cŵn Ŷ Gâr") == "ty cwn y gar"


def test_apostrophes_join() -> None:
    assert words("Men's shed, men’s")[0] == "mens"


def test_small_words_are_not_looked_for_unless_nothing_else_is_there() -> None:
    assert sought("I need help with my debts") == ["debts"]
    assert sought("what is it") == ["what", "is", "it"]


@pytest.mark.parametrize(
    ("mutated", "root"),
    [
        ("gor", "cor"),
        ("ngherdd", "cerdd"),
        ("ardd", "gardd"),
        ("bobl", "pobl"),
        ("ddyled", "dyled"),
        ("lyfr", "llyfr"),
    ],
)
def test_a_welsh_mutation_leads_back_to_its_root(mutated: str, root: str) -> None:
    assert root in set(roots(mutated))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("physiotherpy", "physiotherapy"), ("wlaking", "walking"), ("alotment", "allotment"), ("coir", "choir")],
)
def test_a_slip_of_the_finger_finds_its_word(typed: str, meant: str) -> None:
    assert nearest(typed, ["walking", "waking", "physiotherapy", "allotment", "choir", "talking"]) == meant


def test_a_word_that_is_near_to_nothing_stays_alone() -> None:
    assert nearest("xyzzyq", ["walking", "choir"]) is None


@given(st.text("abcd", max_size=6), st.text("abcd", max_size=6))
def test_distance_is_the_same_both_ways_and_zero_only_for_the_same_word(one: str, other: str) -> None:
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) == (one == other)


@given(st.text("abc", max_size=5), st.text("abc", max_size=5), st.integers(0, 3))
def test_the_limit_only_cuts_off(one: str, other: str, limit: int) -> None:
    whole = distance(one, other, 99)
    cut = distance(one, other, limit)
    assert cut == whole if whole <= limit else cut > limit


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)
