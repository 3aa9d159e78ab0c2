"""Whatever cannot be right is named by its field and row, and said with what it was."""

import numpy as np
import pytest

from cydwaith.methods.effects import (
    before_after,
    benjamini_hochberg,
    instrumented,
    interrupted,
    pooled,
    randomised,
    staggered,
    time_to_event,
    weighted,
)
from cydwaith.methods.notes import MethodError
from tests.methods.effects.samples import study, trial

BEFORE, AFTER = {"ann": 1, "bob": 2, "cai": 3}, {"ann": 2, "bob": 2, "cai": 5}
SERIES = [float(n % 3) for n in range(30)]
PEOPLE = {"days": [5, 3, 9, 4], "found": [1, 0, 1, 2], "who": ["a", "a", "b", "b"]}
PLACES = {
    "place": np.repeat([f"p{n}" for n in range(12)], 3), "year": np.tile([1.0, 2.0, 3.0], 12),
    "y": np.arange(36.0) % 5, "start": np.repeat([0.0] * 6 + [2.0] * 3 + [3.0] * 3, 3),
}  # fmt: skip


def with_row(table, row, **changed):
    """The table with some values of one row (from 1) changed."""
    found = {name: list(values) for name, values in table.items()}
    for name, value in changed.items():
        found[name][row - 1] = value
    return found


def ba(before=BEFORE, after=AFTER, **more):
    return lambda: before_after(before, after, **more)


def its(series=SERIES, **more):
    return lambda: interrupted(series, **({"change": 15, "protocol": "a plan"} | more))


def tte(data=PEOPLE, **more):
    return lambda: time_to_event(
        data, **({"time": "days", "event": "found", "until": 9.0, "clock": "referral"} | more)
    )


def did(data=PLACES, **more):
    asked = {
        "unit": "place",
        "time": "year",
        "outcome": "y",
        "first_treated": "start",
        "anticipation": 0,
    } | more
    return lambda: staggered(data, **asked)


def rct(data=None, **more):
    return lambda: randomised(data or trial(), **({"outcome": "y", "arm": "arm"} | more))


def eb(data=None, **more):
    asked = {"outcome": "y", "treated": "took", "covariates": ["before", "age"], "earlier": ["before"]} | more
    return lambda: weighted(data or study(), **asked)


def iv(data=None, **more):
    table = trial() | {"took": trial()["arm"]}
    return lambda: instrumented(
        data or table, **({"outcome": "y", "offered": "arm", "took_part": "took"} | more)
    )


CASES = [
    (ba(outcome="pay"), "unknown_outcome", "outcome", None, ""),
    (ba(usual=5), "wrong_reliability", "reliability", None, ""),
    (ba(usual=5, reliability=-0.1), "wrong_reliability", "reliability", None, ""),
    (ba([1, 2, 3], [1, 2], by_row=True), "unequal", "after", None, "3.*2"),
    (ba(in_work_at_start={"ann": 1, "bob": 1}), "start_unknown", "in_work_at_start", None, "cai"),
    (ba(in_work_at_start={"ann": 1, "bob": 3, "cai": 1}), "not_yes_or_no", "in_work_at_start", 2, "3"),
    (ba({"ann": 0, "bob": 4}, {"ann": 0, "bob": 0}, outcome="work"), "not_yes_or_no", "before", 2, "4"),
    (ba({"ann": 0, "bob": 0}, {"ann": 5, "bob": 0}, outcome="work"), "not_yes_or_no", "after", 1, "5"),
    (ba({"ann": "x"}, AFTER), "not_a_number", "before", 1, "x"),
    (its(lags=-1), "wrong_lags", "lags", None, ""),
    (its(lags=30), "wrong_lags", "lags", None, ""),
    (its(change=0), "change_outside", "change", None, ""),
    (its(change=31), "change_outside", "change", None, ""),
    (its(family="poisson"), "unknown_family", "family", None, ""),
    (its(errors="plain"), "unknown_errors", "errors", None, ""),
    (its(season=3.9), "wrong_season", "season", None, ""),
    (its(season=float("inf")), "wrong_season", "season", None, ""),
    (its({"value": SERIES, "people": SERIES}, exposure="people"), "exposure_of_counts", "exposure", None, ""),
    (its([1.0, 0.0, -1.0, *SERIES], family="quasipoisson"), "negative_count", "value", 3, ""),
    (
        its({"value": SERIES, "people": [1.0] * 3 + [0.0] * 27}, family="quasipoisson", exposure="people"),
        "no_exposure", "people", 4, "0",
    ),
    (its(change="2026-05-04"), "mixed_times", "change", None, ""),
    (its(other_changes=["soon"]), "not_a_time", "other_changes", None, "soon"),
    (its(decided_on=float("nan"), protocol=""), "not_a_time", "decided_on", None, "nan"),
    (its({"value": [1, 2], "when": ["2026-01-01", 4]}, time="when"), "mixed_times", "when", None, ""),
    (its({"value": [1, 2], "when": ["2026-01-01", "2026-02-31"]}, time="when"), "not_a_time", "when", 2, "2026-02-31"),
    (its({"value": [1, 2, 3], "when": [1, 3, 1]}, time="when"), "given_twice", "when", 3, "1"),
    (its({"value": [1, 2, 3, 4], "when": [1, 2, 5, 3]}, time="when"), "uneven", "when", 3, "5"),
    (tte(until=0.0), "wrong_until", "until", None, ""),
    (tte(until=float("inf")), "wrong_until", "until", None, ""),
    (tte(with_row(PEOPLE, 3, days=-1)), "negative_time", "days", 3, ""),
    (tte(with_row(PEOPLE, 2, found=0.5)), "not_an_event", "found", 2, "0.5"),
    (tte(with_row(PEOPLE, 4, found=-1)), "not_an_event", "found", 4, "-1"),
    (tte(curve="steps"), "unknown_curve", "curve", None, ""),
    (tte(at=[2, 10]), "time_outside", "at", 2, "10"),
    (tte(at=[-1]), "time_outside", "at", 1, "-1"),
    (tte(group="who", reference="z"), "no_such_group", "reference", None, "z.*a, b"),
    (tte(with_row(PEOPLE, 2, who=""), group="who"), "missing_value", "who", 2, ""),
    (did(control="later"), "unknown_control", "control", None, ""),
    (did(estimator="three_way"), "unknown_estimator", "estimator", None, ""),
    (did(anticipation=-1), "wrong_anticipation", "anticipation", None, ""),
    (did(anticipation=float("inf")), "wrong_anticipation", "anticipation", None, ""),
    (did(with_row(PLACES, 2, year=1.0)), "unit_twice", "place", 2, ""),
    (did(with_row(PLACES, 20, start=3.0)), "start_varies", "start", 20, "p6"),
    (did({name: values[::3] for name, values in PLACES.items()}), "one_time_only", "time", None, ""),
    (rct(treated=7), "no_such_arm", "arm", None, "7.*0, 1"),
    (rct(allocation=0.0), "allocation_outside", "allocation", None, ""),
    (rct(allocation=1.0), "allocation_outside", "allocation", None, ""),
    (rct(confidence=1.0), "confidence_outside", "confidence", None, ""),
    (rct(confidence=0.0), "confidence_outside", "confidence", None, ""),
    (rct(errors="HC9"), "unknown_choice", "errors", None, "HC9.*HC0, HC1, HC2, HC3"),
    (rct(with_row(trial(), 3, y=50.0), limits=(-20, 20)), "limits_outside", "y", 3, "50.*-20.*20"),
    (rct(with_row(trial(), 3, y=-50.0), limits=(-20, 20)), "limits_outside", "y", 3, "-50"),
    (rct(outcome_date="soon", assigned_date="2026-01-01"), "not_a_date", "outcome_date", 1, "soon"),
    (rct(trial() | {"seen": ["2026-05-04"] * 39 + ["x"]}, outcome_date="seen", assigned_date="2026-01-01"),
     "not_a_date", "seen", 40, "x"),
    (rct(trial() | {"seen": ["2026-05-04"] * 39 + ["NaT"]}, outcome_date="seen", assigned_date="2026-01-01"),
     "not_a_date", "seen", 40, "NaT"),
    (rct(trial() | {"twin": trial()["x"]}, covariates=["x", "twin"]), "collinear", "twin", None, "twin"),
    (eb(method="guess"), "unknown_choice", "method", None, "guess.*entropy, nearest_neighbour"),
    (eb(covariates=[], earlier=[]), "no_covariates", "covariates", None, ""),
    (eb(earlier=["y"]), "not_among_covariates", "covariates", None, "y"),
    (eb(with_row(study(), 2, took=2)), "not_yes_or_no", "took", 2, "2"),
    (iv(took_part="y"), "not_yes_or_no", "y", 1, ""),
    (iv(offered="y"), "not_yes_or_no", "y", 1, ""),
    (lambda: pooled([1, 2], [1, 0]), "error_not_above_0", "standard_errors", 2, ""),
    (lambda: pooled([1, 2, 3], [1, 1]), "unequal_results", "standard_errors", None, "3.*2.*3"),
    (lambda: pooled([1, 2], [1, 1], places=["a"]), "unequal_results", "standard_errors", None, "2.*2.*1"),
    (lambda: benjamini_hochberg([0.1, 1.2]), "p_outside", "p_values", 2, "1.2"),
    (lambda: benjamini_hochberg([0.5], level=0.0), "level_outside", "level", None, ""),
    (lambda: benjamini_hochberg([0.5], level=1.0), "level_outside", "level", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("ask", "code", "field", "row", "said"), CASES)
def test_it_is_named_by_its_field_and_row_and_said_in_both_languages(ask, code, field, row, said):
    with pytest.raises(MethodError, match=said or None) as refused:
        ask()
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, field, row)
    words = refused.value.note.words
    assert "{" not in words.en + words.cy
    assert words.en != words.cy


@pytest.mark.parametrize(
    "ask",
    [
        ba(usual=5, reliability=0.0), ba(usual=5, reliability=1.0), its(lags=0), its(lags=29), its(season=4.0),
        tte(at=[0, 9]), did(anticipation=0.0), rct(allocation=0.5, limits=(-20, 20)), rct(confidence=0.999),
        lambda: benjamini_hochberg([0.0, 1.0]),
    ],
)  # fmt: skip
def test_the_ends_of_what_may_be_asked_are_answered(ask):
    assert ask() is not None
