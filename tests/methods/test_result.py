"""A result says everything as plain values, and a refused one carries no number."""

import json
from datetime import date
from fractions import Fraction

import numpy as np
import pytest

from cydwaith.methods.notes import Note
from cydwaith.methods.result import Design, Result, Sensitivity, Strength, plain
from cydwaith.methods.words import Words

WORDS = Words("hours a week", "oriau'r wythnos")
DESIGN = Design("randomised", Words("drawn by lot", "drwy hap"), Strength.A)


def a_result(**more):
    return Result("randomised", WORDS, "hours", DESIGN, WORDS, n=10, effective_n=10.0, **more)


def test_a_result_is_json_with_both_languages():
    said = json.loads(
        json.dumps(a_result(effect=1.5, details={"cells": {(2004, 2005): np.float64(0.5)}}).to_dict())
    )
    assert said["measure"] == {"en": "hours a week", "cy": "oriau'r wythnos"}
    assert said["design"]["strength"] == "A"
    assert said["details"]["cells"] == {"2004, 2005": 0.5}


def test_strengths_are_five_letters_from_the_strongest():
    assert [str(one) for one in Strength] == list("ABCDE")


def test_what_is_not_a_number_becomes_nothing():
    assert a_result(details={"x": np.array([np.nan, 1.0])}).to_dict()["details"] == {"x": [None, 1.0]}


def test_a_refused_result_has_no_effect():
    refused = a_result(refusals=(Note("too_few", WORDS),))
    assert refused.is_refused
    assert refused.to_dict()["effect"] is None
    assert refused.to_dict()["refusals"] == [
        {"code": "too_few", "words": {"en": "hours a week", "cy": "oriau'r wythnos"}}
    ]
    assert not a_result(effect=0.0).is_refused


def test_a_result_stands_at_ninety_five_per_cent_and_claims_nothing_that_it_was_not_given():
    said = a_result().to_dict()
    assert (said["confidence"], said["source"], said["details"]) == (0.95, "", {})
    assert [said[name] for name in ("effect", "standard_error", "low", "high")] == [None] * 4
    assert said["assumptions"] == said["sensitivities"] == said["refusals"] == said["warnings"] == []
    other_way = plain(Sensitivity("without_outliers", WORDS, None))
    assert (other_way["effect"], other_way["low"], other_way["high"]) == (None, None, None)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (float("inf"), None),
        (-float("inf"), None),
        (0.0, 0.0),
        (True, True),
        ("E", "E"),
        (None, None),
        (np.int64(3), 3),
        (np.arange(4).reshape(2, 2), [[0, 1], [2, 3]]),
        ((1, [2.5]), [1, [2.5]]),
        ({"b"}, ["b"]),
        (frozenset({"b"}), ["b"]),
        ({2024: 1, "x": {3: 4}}, {"2024": 1, "x": {"3": 4}}),
        (Strength.B, "B"),
        (date(2026, 4, 6), "2026-04-06"),
        (Fraction(1, 3), "1/3"),
    ],
)
def test_each_kind_of_value_is_told_as_json_takes_it(value, told):
    assert plain(value) == told
    assert json.loads(json.dumps(plain(value))) == told
