"""Before and after: the change of the same people, and not a word of what brought it about."""

import dataclasses
import json
import re
from math import nan, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.effects import before_after, before_after_notes
from cydwaith.methods.notes import MethodError
from cydwaith.methods.result import Strength
from cydwaith.methods.words import Words

BEFORE = {"ann": 10.0, "bob": 12.0, "cai": 14.0, "dai": 8.0}
AFTER = {"dai": 9.0, "cai": 10.0, "bob": 11.0, "ann": 7.0}
FORBIDDEN = re.compile(
    r"\b(impact\w*|effect\w*|due to|because of|thanks to|h?effaith|h?effeith\w*|oherwydd|o ganlyniad|diolch i)\b",
    re.I,
)


def codes(notes):
    return [note.code for note in notes]


def every_sentence(found):
    """All words that a result says, in both languages."""
    if isinstance(found, Words):
        yield from (found.en, found.cy)
    elif dataclasses.is_dataclass(found):
        for field in dataclasses.fields(found):
            yield from every_sentence(getattr(found, field.name))
    elif isinstance(found, dict):
        for value in found.values():
            yield from every_sentence(value)
    elif isinstance(found, list | tuple):
        for value in found:
            yield from every_sentence(value)


def test_the_mean_change_and_its_interval_are_those_of_the_paired_t():
    found = before_after(BEFORE, AFTER)
    changes = [-3, -1, -4, 1]
    assert found.effect == np.mean(changes) == -1.75
    assert found.standard_error == pytest.approx(np.std(changes, ddof=1) / 2)
    assert found.high - found.effect == pytest.approx(3.182446 * found.standard_error, rel=1e-6)
    assert found.low == pytest.approx(2 * found.effect - found.high)
    assert (found.n, found.details["mean_before"], found.details["mean_after"]) == (4, 11.0, 9.25)
    json.dumps(found.to_dict(), allow_nan=False)


def test_it_is_never_stronger_than_e_and_says_so():
    found = before_after(BEFORE, AFTER)
    assert found.design.strength == Strength.E
    assert codes(found.warnings) == ["not_a_cause", "regression_to_the_mean", "no_comparison"]
    assert "does not show the programme caused it" in found.design.words.en


def test_no_sentence_in_either_language_claims_a_cause():
    results = [
        before_after(BEFORE, AFTER | {"eva": 3.0}, usual=5, reliability=0.8, recovery=-1.0),
        before_after(BEFORE | {f"p{n}": 1.0 for n in range(9)}, AFTER),
        before_after([1, 2], [2, 3]),
        before_after({"a": 1}, {"a": 2}),
        before_after({"a": 1, "b": 0}, {"a": 1, "b": 0}, outcome="work"),
    ]
    spoken = [*before_after_notes.SENTENCES.values(), *results]
    spoken += [value for value in vars(before_after_notes).values() if isinstance(value, Words | tuple)]
    sentences = list(every_sentence(spoken))
    assert len(sentences) > 60
    assert [one for one in sentences if FORBIDDEN.search(one)] == []


def test_the_words_that_are_looked_for_would_be_found():
    for words in ("its impact", "an effect", "due to it", "ei heffaith", "effeithiau", "oherwydd hyn"):
        assert FORBIDDEN.search(words)


def test_two_lists_that_nothing_ties_together_are_refused():
    found = before_after([10, 12], [9, 11])
    assert codes(found.refusals) == ["unpaired"]
    assert found.effect is None
    assert before_after([10, 12], [9, 11], by_row=True).effect == -1.0


def test_two_sets_of_different_people_are_refused():
    assert codes(before_after({"a": 1, "b": 2}, {"c": 1, "d": 2}).refusals) == ["unpaired"]


def test_one_pair_is_too_few_and_two_are_enough():
    assert codes(before_after({"a": 1, "b": 2}, {"a": 2}).refusals) == ["too_few_pairs"]
    assert before_after({"a": 1, "b": 2}, {"a": 2, "b": 3}).effect == 1


def test_keeping_a_job_is_not_mixed_with_finding_one():
    starts = {"ann": 1, "bob": 0, "cai": 0, "dai": 0}
    found = before_after(BEFORE, AFTER, in_work_at_start=starts)
    assert codes(found.refusals) == ["retention_mixed"]
    assert "In work at the start: 1. Not in work: 3." in found.refusals[0].words.en
    assert before_after(BEFORE, AFTER, in_work_at_start=dict.fromkeys(BEFORE, 1)).effect == -1.75
    work = before_after({"a": 0, "b": 1}, {"a": 1, "b": 1}, outcome="work")
    assert codes(work.refusals) == ["retention_mixed"]
    assert before_after({"a": 0, "b": 0}, {"a": 1, "b": 0}, outcome="work").effect == 0.5


def test_those_with_one_number_only_are_counted_and_what_if_they_stayed_is_shown():
    found = before_after(BEFORE | {"eva": 20.0, "fay": None}, AFTER | {"gus": 1.0})
    assert found.n == 4
    told = next(note for note in found.warnings if note.code == "left_unpaired")
    assert told.words.en.startswith("2 ")
    assert "low_response" not in codes(found.warnings)
    stayed = next(one for one in found.sensitivities if one.key == "rest_unchanged")
    assert stayed.effect == pytest.approx(-1.75 * 4 / 5)
    few = before_after(BEFORE | {f"p{n}": 1.0 for n in range(3)}, AFTER)
    assert "low_response" in codes(few.warnings)


def test_six_in_ten_is_not_a_low_response():
    before = {n: float(n) for n in range(10)}
    assert "low_response" not in codes(before_after(before, dict.fromkeys(range(6), 0.0)).warnings)
    assert "low_response" in codes(before_after(before, dict.fromkeys(range(5), 0.0)).warnings)


def test_the_drift_to_the_usual_value_and_the_change_of_people_who_waited_are_taken_off():
    found = before_after(BEFORE, AFTER, usual=6.0, reliability=0.8, recovery=-1.5)
    beside = {one.key: one for one in found.sensitivities}
    assert beside["regression_to_the_mean"].effect == pytest.approx(-1.75 - 0.2 * (6 - 11))
    assert beside["recovery"].effect == pytest.approx(-0.25)
    assert beside["recovery"].high - beside["recovery"].low == pytest.approx(found.high - found.low)
    assert "no_comparison" not in codes(found.warnings)


def test_choosing_the_worst_makes_a_change_out_of_nothing_which_the_drift_explains():
    dice = np.random.default_rng(1)
    usual = dice.normal(10, 2, 4000)
    first, last = usual + dice.normal(0, 2, 4000), usual + dice.normal(0, 2, 4000)
    worst = first < 8
    found = before_after(first[worst], last[worst], by_row=True, usual=10, reliability=0.5)
    assert found.low > 1
    left = found.sensitivities[0]
    assert left.low < 0 < left.high


@pytest.mark.parametrize(
    ("before", "after", "options", "code", "row"),
    [
        ([1, 2], [1], {"by_row": True}, "unequal", None),
        ({"a": "x"}, {"a": 1}, {}, "not_a_number", 1),
        ({}, {}, {}, "no_rows", None),
        ({"a": 2, "b": 1}, {"a": 1, "b": 0}, {"outcome": "work"}, "not_yes_or_no", 1),
        (BEFORE, AFTER, {"outcome": "pay"}, "unknown_outcome", None),
        (BEFORE, AFTER, {"usual": 5}, "wrong_reliability", None),
        (BEFORE, AFTER, {"reliability": 0.5}, "wrong_reliability", None),
        (BEFORE, AFTER, {"usual": 5, "reliability": 1.5}, "wrong_reliability", None),
        (BEFORE, AFTER, {"in_work_at_start": {"ann": 1}}, "start_unknown", None),
        (BEFORE, AFTER, {"in_work_at_start": dict.fromkeys(BEFORE, 2)}, "not_yes_or_no", 1),
    ],
)
def test_wrong_input_is_named(before, after, options, code, row):
    with pytest.raises(MethodError) as error:
        before_after(before, after, **options)
    assert (error.value.code, error.value.row) == (code, row)


laws = settings(max_examples=30, deadline=None)
pairs = st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=2, max_size=20)


@laws
@given(pairs, st.randoms())
def test_the_order_and_the_names_of_people_change_nothing_to_the_bit(values, dice):
    before = {n: float(one) / 3 for n, (one, _) in enumerate(values)}
    after = {n: float(one) / 7 for n, (_, one) in enumerate(values)}
    order = list(before)
    dice.shuffle(order)
    mixed = before_after({f"x{n}": before[n] for n in order}, {f"x{n}": after[n] for n in reversed(order)})
    assert mixed == before_after(before, after)


@laws
@given(pairs, st.integers(-50, 50), st.integers(1, 9))
def test_a_shift_of_both_changes_nothing_and_a_unit_scales(values, shift, scale):
    before, after = ([float(pair[side]) for pair in values] for side in (0, 1))
    one = before_after(before, after, by_row=True)
    other = before_after([scale * x + shift for x in before], [scale * x + shift for x in after], by_row=True)
    assert other.effect == pytest.approx(scale * one.effect)
    assert other.standard_error == pytest.approx(scale * one.standard_error)
    back = before_after(after, before, by_row=True)
    assert (back.effect, back.low) == pytest.approx((-one.effect, -one.high))


def test_nothing_measured_is_no_number():
    found = before_after({"a": 1, "b": nan, "c": 3}, {"a": 2, "b": 2, "c": None})
    assert codes(found.refusals) == ["too_few_pairs"]
    assert sqrt(found.effective_n) == 1
