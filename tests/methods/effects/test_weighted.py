"""Weighted comparisons against published numbers, their refusals, and the laws that they keep."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.effects import nearest_neighbour_matching, weighted
from cydwaith.methods.effects.balancing import balance, entropy_balance
from cydwaith.methods.effects.hidden import as_ratio, e_value
from cydwaith.methods.effects.interval import Estimate
from cydwaith.methods.notes import MethodError
from cydwaith.methods.result import Strength
from tests.methods.effects.samples import COVARIATES, codes, nsw_and_cps, study

few = settings(max_examples=30, deadline=None)
EARNINGS = {"outcome": "re78", "treated": "treat", "covariates": COVARIATES, "earlier": ["re74", "re75"]}
ASK = {"outcome": "y", "treated": "took", "covariates": ["before", "age"], "earlier": ["before"]}


def others_of(result):
    return {one.key: one for one in result.sensitivities}


def test_men_of_the_survey_give_every_published_answer():
    found = weighted(nsw_and_cps(), **EARNINGS)
    assert (round(found.effect, 2), round(found.standard_error, 2)) == (1406.30, 654.93)
    assert found.effect == pytest.approx(1406.27, rel=0.005)
    assert (round(found.effective_n), found.n) == (269, 185 + 15992)
    assert found.design.strength == Strength.C
    tried = others_of(found)
    assert round(tried["unadjusted"].effect, 2) == -8497.52
    assert round(tried["regression"].effect, 2) == 1066.38
    assert round(tried["oaxaca_blinder"].effect, 2) == 1133.28
    for key, error in (("unadjusted", 581.92), ("regression", 626.85)):
        width = tried[key].high - tried[key].low
        assert round(width / 2 / 1.959964, 2) == error
    assert tried["oaxaca_blinder"].high - tried["oaxaca_blinder"].effect == pytest.approx(
        1.96 * 624.26, rel=0.02
    )


def test_the_balance_table_is_that_of_the_groups_before_and_nothing_after():
    found = weighted(nsw_and_cps(), **EARNINGS)
    rows = {row["name"]: row for row in found.details["balance"]}
    assert list(rows) == COVARIATES
    assert rows["age"]["treated"] == pytest.approx(25.8162, abs=5e-5)
    assert rows["age"]["others"] == pytest.approx(33.2252, abs=5e-5)
    share = rows["black"]["treated"]
    gap = share - rows["black"]["others"]
    assert rows["black"]["before"] == pytest.approx(gap / (share * (1 - share)) ** 0.5)
    assert all(abs(row["after"]) < 1e-8 for row in rows.values())
    assert found.details["steps"] <= 12


def test_the_same_sum_on_earlier_earnings_fails_so_the_answer_is_refused():
    refused = weighted(nsw_and_cps(), **EARNINGS, placebo="re75", placebo_without=["u75"])
    assert codes(refused.refusals) == ["placebo_fails"]
    assert refused.effect is None
    assert [one.key for one in refused.sensitivities] == ["placebo"]
    assert others_of(refused)["placebo"].effect == pytest.approx(-1227.2, abs=0.05)
    assert "balance" in refused.details and "e_value" not in refused.details


def test_a_placebo_that_holds_is_shown_and_one_not_run_is_said():
    data = study()
    found = weighted(data, **ASK, placebo="long_before")
    assert found.effect == pytest.approx(1.5, abs=0.6)
    assert others_of(found)["placebo"].low < 0 < others_of(found)["placebo"].high
    assert "placebo_not_run" in codes(weighted(data, **ASK).warnings)
    assert "placebo_not_run" not in codes(found.warnings)


def test_a_placebo_that_leaves_nothing_to_weigh_by_is_said():
    found = weighted(study(), **ASK, placebo="before", placebo_without=["age"])
    assert "placebo_not_weighed" in codes(found.warnings)
    assert found.effect is not None


def test_a_placebo_that_cannot_be_balanced_is_said():
    data = study()
    data["age"] = np.where(data["took"] == 1, 90.0, data["age"])
    refused = weighted(data, **ASK, placebo="before")
    assert "no_overlap" in codes(refused.refusals)
    assert "placebo_not_weighed" in codes(refused.warnings)


def test_no_overlap_is_refused_with_what_is_still_unlike():
    data = study()
    data["age"] = np.where(data["took"] == 1, 200.0 + data["age"], data["age"])
    refused = weighted(data, **ASK)
    assert {"no_overlap", "not_balanced"} <= set(codes(refused.refusals))
    assert refused.effect is None
    assert "age" in next(one for one in refused.refusals if one.code == "not_balanced").words.en
    assert any(abs(row["after"]) > 0.1 for row in refused.details["balance"])


def test_too_few_left_to_compare_with_is_refused():
    assert "few_effective" in codes(weighted(study(others=45), **ASK).refusals)
    assert "few_effective" not in codes(weighted(study(others=400), **ASK).refusals)


def test_a_quarter_of_those_who_took_part_is_needed_too():
    data = study(own=1000, others=100)
    refused = weighted(data, **ASK)
    assert codes(refused.refusals) == ["few_effective"]
    assert 50 < refused.effective_n < 250
    assert "At least 250 are" in refused.refusals[0].words.en


def test_no_earlier_outcome_among_covariates_is_refused():
    refused = weighted(study(), **{**ASK, "earlier": []})
    assert codes(refused.refusals) == ["no_earlier_outcome"]
    assert refused.effect is None


def test_a_covariate_dated_after_the_start_is_refused_and_an_undated_one_said():
    data = study() | {"start": ["2026-02-01"] * 460, "seen": ["2026-02-01"] * 459 + ["2026-02-02"]}
    refused = weighted(data, **ASK, started="start", measured={"age": "seen"})
    assert codes(refused.refusals) == ["covariate_after_start"]
    assert "before" in next(one for one in refused.warnings if one.code == "dates_not_given").words.en
    on_the_day = weighted(
        data, **ASK, started="start", measured={"age": "2026-02-01", "before": "2025-01-01"}
    )
    assert not on_the_day.refusals
    assert "dates_not_given" not in codes(on_the_day.warnings)


def test_matching_to_the_nearest_is_refused_by_option_and_by_name():
    by_option = weighted(study(), **ASK, method="nearest_neighbour")
    by_name = nearest_neighbour_matching(study())
    for refused in (by_option, by_name):
        assert codes(refused.refusals) == ["nearest_neighbour_not_offered"]
        assert (refused.effect, refused.n, refused.design.strength) == (None, 460, Strength.E)


def test_yes_and_no_are_answered_in_points_with_a_ratio():
    data = study()
    data["y"] = (data["y"] > 4).astype(float)
    found = weighted(data, **ASK)
    assert found.unit == "percentage points"
    assert found.details["risk_ratio"]["effect"] > 1
    ratio = found.details["risk_ratio"]["effect"]
    assert found.details["e_value"]["estimate"] == pytest.approx(ratio + (ratio * (ratio - 1)) ** 0.5)
    nobody = weighted(data | {"y": np.zeros(460)}, **ASK)
    assert (nobody.effect, nobody.details["e_value"]["estimate"]) == (0, None)


def test_the_e_value_is_that_of_the_paper():
    found = e_value(Estimate(3.9, 1.8, 8.7))
    assert (round(found["estimate"], 2), round(found["limit"], 1)) == (7.26, 3.0)
    below = e_value(Estimate(1 / 3.9, 1 / 8.7, 1 / 1.8))
    assert below["estimate"] == pytest.approx(found["estimate"])
    assert below["limit"] == pytest.approx(found["limit"])
    assert e_value(Estimate(1.2, 0.9, 1.6))["limit"] == 1
    assert e_value(Estimate(None, None, None)) == {"estimate": None, "limit": None}
    assert as_ratio(Estimate(2.0, 0.0, 4.0), 4.0).effect == pytest.approx(np.exp(0.455))
    assert as_ratio(Estimate(2.0, 0.0, 4.0), 0.0).effect is None


def test_a_covariate_that_is_the_same_for_all_is_left_out_and_words_are_columns():
    data = study() | {"same": [1] * 460, "place": ["Bala", "Corwen", "Ruthin", "Bala"] * 115}
    found = weighted(data, **{**ASK, "covariates": ["before", "age", "same", "place"]})
    names = [row["name"] for row in found.details["balance"]]
    assert names == ["before", "age", "place: Corwen", "place: Ruthin"]
    assert "constant_covariate" in codes(found.warnings)


def test_one_person_on_a_side_is_too_few():
    data = study(own=1)
    assert codes(weighted(data, **ASK).refusals) == ["too_few_people"]


@pytest.mark.parametrize(
    ("change", "wrongly", "code", "field", "row"),
    [
        ({"took": [2] + [0] * 459}, {}, "not_yes_or_no", "took", 1),
        ({"y": [1.0, None] * 230}, {}, "missing_value", "y", 2),
        ({"age": [1.0, float("nan")] * 230}, {}, "missing_value", "age", 2),
        ({}, {"covariates": []}, "no_covariates", "covariates", None),
        ({}, {"earlier": ["long_before"]}, "not_among_covariates", "covariates", None),
        ({}, {"measured": {"z": "2026-01-01"}}, "not_among_covariates", "covariates", None),
        ({}, {"covariates": ["z", "before"]}, "no_such_column", "z", None),
        ({}, {"method": "propensity"}, "unknown_choice", "method", None),
        ({}, {"errors": "HC7"}, "unknown_choice", "errors", None),
        ({}, {"started": "then"}, "not_a_date", "started", 1),
        ({}, {"confidence": 1.0}, "confidence_outside", "confidence", None),
    ],
)
def test_a_wrong_table_or_question_names_field_and_row(change, wrongly, code, field, row):
    with pytest.raises(MethodError) as refused:
        weighted(study() | change, **(ASK | wrongly))
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, field, row)


def test_weights_are_those_nearest_to_equal():
    """Slow and obvious: among all weights with those means, entropy is greatest at ours."""
    dice = np.random.default_rng(5)
    others = dice.normal(size=(30, 2))
    found = entropy_balance(others, np.array([0.3, -0.2])).values
    assert found @ others == pytest.approx([0.3, -0.2])
    free = np.linalg.svd(np.column_stack([np.ones(30), others]).T)[2][3:]
    best = -(found * np.log(found)).sum()
    for way in free:
        for size in (1e-3, -1e-3):
            moved = found + size * way
            assert moved.min() > 0
            assert -(moved * np.log(moved)).sum() < best


def test_equal_groups_keep_equal_weights_in_no_step():
    others = np.array([[1.0], [2.0], [3.0]])
    found = entropy_balance(others, np.array([2.0]))
    assert found.values == pytest.approx([1 / 3] * 3)
    assert (found.steps, found.effective) == (0, pytest.approx(3))


def test_an_aim_outside_what_there_is_does_not_converge():
    found = entropy_balance(np.array([[1.0], [2.0], [3.0]]), np.array([3.5]))
    assert not found.converged
    assert np.isfinite(found.values).all()


def test_a_covariate_that_does_not_vary_among_those_who_took_part_is_measured_by_the_others():
    rows = balance(
        ("x",),
        np.array([[5.0], [5.0], [1.0], [3.0]]),
        np.array([1, 1, 0, 0], dtype=bool),
        np.array([0.5, 0.5]),
    )
    assert rows[0].before == pytest.approx(3 / 2**0.5)


seeds = st.integers(0, 10_000)


@given(seeds, st.randoms())
@few
def test_the_order_of_rows_changes_nothing(seed, dice):
    data = study(others=200, seed=seed)
    order = dice.sample(range(260), 260)
    shuffled = {name: np.asarray(column)[order] for name, column in data.items()}
    one, other = weighted(data, **ASK), weighted(shuffled, **ASK)
    assert codes(one.refusals) == codes(other.refusals)
    assert one.effective_n == pytest.approx(other.effective_n)
    assert one.effect == pytest.approx(other.effect)


@given(seeds, st.sampled_from([0.01, 3.0, -50.0]), st.sampled_from([0.0, 7.0, -1000.0]))
@few
def test_covariates_in_another_unit_and_twice_over_change_nothing(seed, scale, origin):
    data = study(others=200, seed=seed)
    moved = data | {"age": scale * data["age"] + origin, "again": 2 * data["before"]}
    one = weighted(data, **ASK)
    other = weighted(moved, **{**ASK, "covariates": ["age", "before", "again"]})
    assert other.effective_n == pytest.approx(one.effective_n, rel=1e-5)
    assert codes(other.refusals) == codes(one.refusals)
    assert one.effect is None or other.effect == pytest.approx(one.effect, rel=1e-5, abs=1e-6)


@given(seeds, st.sampled_from([0.5, -4.0]), st.sampled_from([0.0, 100.0]))
@few
def test_the_outcome_in_another_unit_moves_only_what_it_should(seed, scale, origin):
    data = study(others=300, seed=seed)
    one = weighted(data, **ASK)
    other = weighted(data | {"y": scale * data["y"] + origin}, **ASK)
    if one.effect is not None:
        assert other.effect == pytest.approx(scale * one.effect, abs=1e-8)
        assert other.standard_error == pytest.approx(abs(scale) * one.standard_error)


@given(seeds)
@few
def test_everybody_twice_leaves_the_effect_and_doubles_the_effective_number(seed):
    data = study(others=300, seed=seed)
    twice = {name: np.concatenate([column, column]) for name, column in data.items()}
    one, other = weighted(data, **ASK, errors="HC0"), weighted(twice, **ASK, errors="HC0")
    assert other.effective_n == pytest.approx(2 * one.effective_n)
    if one.effect is not None:
        assert other.effect == pytest.approx(one.effect)
        assert other.standard_error == pytest.approx(one.standard_error / 2**0.5)


@given(seeds)
@few
def test_a_truth_that_is_linear_in_what_was_recorded_is_found_exactly(seed):
    data = study(others=300, seed=seed)
    data["y"] = 5 * data["took"] + 2 * data["before"] - 0.3 * data["age"] + 7
    found = weighted(data, **ASK)
    assert found.effect is None or found.effect == pytest.approx(5, abs=1e-6)
