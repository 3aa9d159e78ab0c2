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
    assert (found.improved.of, found.instrument, found.scale, found.baseline) == (12, "gad7", "anxiety", 12)
    assert [one.code for one in found.notes] == ["not_cause"]
    assert (found.response.n, found.strength, found.to_dict()["recovered"]["n"]) == (12, "E", 7)
    improved_only = reliable_rate(*both([(20, 12)] * 10))
    assert (improved_only.improved.n, improved_only.recovered.n) == (10, 0)


def test_a_measure_with_a_threshold_and_no_caseness_has_no_recovery():
    def wellbeing(answer):
        return [Reading(n, score("swemwbs", [answer] * 7)) for n in range(10)]

    found = reliable_rate(wellbeing(2), wellbeing(4))
    assert (found.improved.n, found.recovered) == (10, None)


def test_a_rate_is_hidden_when_fewer_than_six_in_ten_answered_twice():
    before, after = both([(15, 5)] * 20)
    hidden = reliable_rate(before, after[:11])
    assert (hidden.improved, [one.code for one in hidden.refusals]) == (None, ["low_response"])
    assert reliable_rate(before, after[:12]).improved.percent == 100


def test_nine_pairs_are_too_few():
    few = reliable_rate(*both([(15, 5)] * 9))
    assert [one.code for one in few.refusals] == ["too_few_pairs"]
    assert (few.improved, few.deteriorated, few.recovered, few.pairs, few.scale) == (
        None,
        None,
        None,
        9,
        "anxiety",
    )
    assert "9" in few.refusals[0].words.en
    assert "10" in few.refusals[0].words.en
    assert reliable_rate(*both([(15, 5)])).scale == "anxiety"
    before, _ = both([(15, 5)] * 9)
    assert (reliable_rate(before, []).scale, reliable_rate(before, [], scale="anxiety").scale) == (
        "gad7",
        "anxiety",
    )


def test_pairs_in_two_languages_are_left_out_and_counted():
    before = [reading(n, 15, language="en") for n in range(12)]
    after = [reading(n, 5, language="cy" if n < 2 else "en") for n in range(12)]
    found = reliable_rate(before, after)
    assert found.pairs == 10
    assert [one.code for one in found.notes] == ["not_cause", "left_unlike"]
    assert "2" in found.notes[1].words.en
    assert found.baseline == 12


def test_a_pair_of_two_versions_or_of_other_questions_is_left_out():
    before = [Reading(n, score("wsas", [4] * 5)) for n in range(11)]
    after = [Reading(n, score("wsas", ["not_applicable" if n == 0 else 4, 4, 4, 4, 4])) for n in range(11)]
    assert reliable_rate(before, after).pairs == 10
    with pytest.raises(MeasureError) as refused:
        reliable_rate(before, [reading(n, 4) for n in range(11)])
    assert refused.value.code == "different_instrument"


def test_a_measure_without_a_published_threshold_has_no_rate():
    before = [Reading(n, score("ons4", [5, 5, 5, 5])) for n in range(12)]
    with pytest.raises(MeasureError):
        reliable_rate(before, before)
    assert [one.code for one in reliable_rate(before, before, scale="satisfied").refusals] == [
        "no_published_threshold"
    ]


def test_nobody_is_refused():
    with pytest.raises(MeasureError) as refused:
        reliable_rate([], [])
    assert refused.value.code == "nothing_to_compare"


@given(st.lists(st.tuples(st.integers(0, 21), st.integers(0, 21)), min_size=10, max_size=30))
def test_nobody_is_counted_both_ways_and_recovery_is_improvement(pairs):
    found = reliable_rate(*both(pairs))
    assert found.improved.n + found.deteriorated.n <= found.pairs
    assert found.recovered.n <= found.improved.n
