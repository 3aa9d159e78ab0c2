"""Rates of reliable change: pairs only, and hidden when too few answered twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.measures import MeasureError, Reading, reliable_rate, score


def reading(person, total, instrument="gad7", **more):
    answers = [min(3, max(0, total - 3 * n)) for n in range(7)]
    return Reading(person, score(instrument, answers, **more))


def both(pairs):
    return [reading(n, a) for n, (a, _) in enumerate(pairs)], [
        reading(n, b) for n, (_, b) in enumerate(pairs)
    ]


def test_each_way_is_counted_by_the_published_threshold():
    found = reliable_rate(*both([(15, 5)] * 6 + [(12, 9)] * 3 + [(6, 10)] * 2 + [(9, 5)]))
    assert (found.improved.n, found.deteriorated.n, found.recovered.n, found.pairs) == (7, 2, 7, 12)


def test_a_rate_is_hidden_when_fewer_than_six_in_ten_answered_twice():
    before, after = both([(15, 5)] * 20)
    hidden = reliable_rate(before, after[:11])
    assert (hidden.improved, [one.code for one in hidden.refusals]) == (None, ["low_response"])
    assert reliable_rate(before, after[:12]).improved.percent == 100


def test_nine_pairs_are_too_few():
    assert [one.code for one in reliable_rate(*both([(15, 5)] * 9)).refusals] == ["too_few_pairs"]


def test_pairs_in_two_languages_are_left_out_and_counted():
    before = [reading(n, 15, language="en") for n in range(12)]
    after = [reading(n, 5, language="cy" if n < 2 else "en") for n in range(12)]
    found = reliable_rate(before, after)
    assert found.pairs == 10
    assert "left_unlike" in [one.code for one in found.notes]


def test_a_measure_without_a_published_threshold_has_no_rate():
    before = [Reading(n, score("ons4", [5, 5, 5, 5])) for n in range(12)]
    with pytest.raises(MeasureError):
        reliable_rate(before, before)
    assert [one.code for one in reliable_rate(before, before, scale="satisfied").refusals] == [
        "no_published_threshold"
    ]


def test_nobody_is_refused():
    with pytest.raises(MeasureError):
        reliable_rate([], [])


@given(st.lists(st.tuples(st.integers(0, 21), st.integers(0, 21)), min_size=10, max_size=30))
def test_nobody_is_counted_both_ways_and_recovery_is_improvement(pairs):
    found = reliable_rate(*both(pairs))
    assert found.improved.n + found.deteriorated.n <= found.pairs
    assert found.recovered.n <= found.improved.n
