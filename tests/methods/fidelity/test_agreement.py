"""Agreement between raters: known values, and the laws of kappa."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.fidelity import IPS_25, Rating, agreement

ITEMS = [item.key for item in IPS_25.items]
scores = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=5, max_size=25)


def by_two(pairs):
    return [
        Rating(item, pair[n], rater, "independent")
        for item, pair in zip(ITEMS, pairs, strict=False)
        for n, rater in enumerate(("A", "B"))
    ]


def test_full_agreement_is_one():
    found = agreement(IPS_25, by_two([(n % 5 + 1, n % 5 + 1) for n in range(25)]))
    assert (found.kappa, found.exact.percent, found.bias) == (1.0, 100, 0)


def test_a_known_table_gives_its_known_kappa():
    pairs = [(1, 1)] * 4 + [(2, 2)] * 3 + [(3, 3)] * 3 + [(1, 2)] * 2 + [(2, 3)] * 1 + [(1, 3)] * 1
    found = agreement(IPS_25, by_two(pairs))
    observed = (2 * 1 + 1 * 1 + 1 * 4) / 14
    a, b = [p[0] for p in pairs], [p[1] for p in pairs]
    expected = sum((x - y) ** 2 for x in a for y in b) / 14**2
    assert found.kappa == pytest.approx(1 - observed / expected)
    assert found.kappa == pytest.approx(88 / 137)
    assert found.within_one.n == 13
    assert found.bias == pytest.approx(-5 / 14)


def test_agreement_of_one_rater_or_of_too_few_items_is_refused():
    for given_pairs in ([(1, 1)] * 4, []):
        found = agreement(IPS_25, by_two(given_pairs))
        assert (found.kappa, found.exact) == (None, None)
        assert [one.code for one in found.refusals] == ["two_raters_needed"]


def test_five_items_in_common_are_enough():
    found = agreement(IPS_25, by_two([(1, 1), (2, 2), (3, 3), (4, 4), (5, 4)]))
    assert (found.pairs, found.refusals, found.exact.n, found.exact.of) == (5, (), 4, 5)
    assert found.raters == ("A", "B")
    refused = agreement(IPS_25, by_two([(1, 1)] * 4))
    assert (refused.pairs, refused.raters, refused.bias, refused.within_one) == (0, ("A", "B"), None, None)
    assert "5" in refused.refusals[0].words.en


def test_three_raters_are_three_pairs_and_one_who_scored_little_is_left_out():
    third = [Rating(item, 3, "C", "independent") for item in ITEMS[:10]]
    fourth = [Rating(item, 3, "D", "independent") for item in ITEMS[:4]]
    pairs = [(n % 5 + 1, n % 5 + 1) for n in range(10)]
    found = agreement(IPS_25, [*by_two(pairs), *third, *fourth])
    # A and B agree in full, and each against C's threes no better than by chance.
    assert (found.pairs, found.kappa) == (30, pytest.approx(1 / 3))
    assert (found.exact.n, found.within_one.n) == (10 + 2 + 2, 10 + 6 + 6)
    assert found.to_dict()["pairs"] == 30


def test_the_same_score_everywhere_has_no_kappa():
    found = agreement(IPS_25, by_two([(3, 3)] * 10))
    assert (found.kappa, found.exact.percent) == (None, 100)
    assert [one.code for one in found.notes] == ["no_variation"]


def test_an_agreed_score_is_no_rater():
    extra = [Rating(item, 1, "C", "independent", (), True) for item in ITEMS]
    assert agreement(IPS_25, [*by_two([(2, 3)] * 10), *extra]).raters == ("A", "B")


@given(scores)
def test_kappa_is_never_above_one_and_does_not_mind_who_is_first(pairs):
    one = agreement(IPS_25, by_two(pairs))
    other = agreement(IPS_25, by_two([(b, a) for a, b in pairs]))
    assert (one.kappa is None) == (other.kappa is None)
    if one.kappa is not None:
        assert one.kappa <= 1
        assert one.kappa == pytest.approx(other.kappa)
    assert one.bias == pytest.approx(-other.bias)


@given(scores)
def test_turning_the_scale_round_keeps_kappa(pairs):
    one, other = (
        agreement(IPS_25, by_two(pairs)),
        agreement(IPS_25, by_two([(6 - a, 6 - b) for a, b in pairs])),
    )
    assert one.kappa == pytest.approx(other.kappa)
