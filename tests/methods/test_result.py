"""A result says everything as plain values, and a refused one carries no number."""

import json

import numpy as np

from cydwaith.methods.notes import Note
from cydwaith.methods.result import Design, Result, Strength
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


def test_what_is_not_a_number_becomes_nothing():
    assert a_result(details={"x": np.array([np.nan, 1.0])}).to_dict()["details"] == {"x": [None, 1.0]}


def test_a_refused_result_has_no_effect():
    refused = a_result(refusals=(Note("too_few", WORDS),))
    assert refused.is_refused
    assert refused.to_dict()["effect"] is None
