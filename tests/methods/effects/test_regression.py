"""Least squares against sums by hand, and the identities that its errors keep."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.effects.regression import ERRORS, ols, two_stage
from cydwaith.methods.notes import MethodError

few = settings(max_examples=30, deadline=None)
seeds = st.integers(0, 10_000)


def made(seed=1, rows=40):
    dice = np.random.default_rng(seed)
    design = np.column_stack([np.ones(rows), dice.normal(size=rows), dice.normal(50, 10, rows)])
    return design @ [1.0, 2.0, 0.1] + dice.normal(size=rows) * np.abs(design[:, 1]), design


def slow(outcome, design, weights, kind):
    """Normal equations and the sandwich, row by row."""
    rows, columns = design.shape
    bread = np.linalg.inv(sum(w * np.outer(x, x) for w, x in zip(weights, design, strict=True)))
    found = bread @ sum(w * x * y for w, x, y in zip(weights, design, outcome, strict=True))
    filling = np.zeros((columns, columns))
    for w, x, y in zip(weights, design, outcome, strict=True):
        left, leverage = (y - x @ found) ** 2, w * x @ bread @ x
        raised = {
            "HC0": 1, "HC1": rows / (rows - columns), "HC2": 1 / (1 - leverage), "HC3": 1 / (1 - leverage) ** 2,
        }[kind]  # fmt: skip
        filling += raised * left * w * w * np.outer(x, x)
    return found, bread @ filling @ bread


@given(seeds, st.sampled_from(ERRORS))
@few
def test_coefficients_and_covariance_are_those_by_hand(seed, kind):
    outcome, design = made(seed)
    weights = np.random.default_rng(seed).uniform(0.1, 3, len(outcome))
    found, covariance = slow(outcome, design, weights, kind)
    fit = ols(outcome, design, weights=weights, errors=kind)
    assert fit.coefficients == pytest.approx(found, rel=1e-6)
    assert fit.covariance == pytest.approx(covariance, rel=1e-6, abs=1e-12)
    assert fit.standard_error(1) == pytest.approx(covariance[1, 1] ** 0.5)


def test_the_same_spread_everywhere_gives_the_textbook_error():
    outcome, design = made()
    fit = ols(outcome, design)
    spread = (fit.residuals**2).sum() / 37
    assert fit.equal_variance_error(2) == pytest.approx(
        (spread * np.linalg.inv(design.T @ design)[2, 2]) ** 0.5
    )


@given(seeds)
@few
def test_groups_of_one_are_hc1_and_groups_by_hand(seed):
    outcome, design = made(seed)
    alone = ols(outcome, design, errors="HC1")
    ones = ols(outcome, design, clusters=np.arange(40))
    assert ones.covariance == pytest.approx(alone.covariance)
    clusters = np.arange(40) % 8
    found = ols(outcome, design, clusters=clusters)
    bread = np.linalg.inv(design.T @ design)
    sums = [design[clusters == g].T @ alone.residuals[clusters == g] for g in range(8)]
    filling = sum(np.outer(one, one) for one in sums) * 8 / 7 * 39 / 37
    assert found.covariance == pytest.approx(bread @ filling @ bread, rel=1e-6, abs=1e-12)


@given(seeds)
@few
def test_errors_grow_from_hc0_to_hc3(seed):
    fits = [ols(*made(seed), errors=kind) for kind in ("HC0", "HC2", "HC3")]
    for place in range(3):
        errors = [fit.standard_error(place) for fit in fits]
        assert errors == sorted(errors)


@given(seeds, st.sampled_from([1e-6, 1.0, -1e6]))
@few
def test_a_column_in_another_unit_turns_its_coefficient_over(seed, scale):
    outcome, design = made(seed)
    one = ols(outcome, design)
    other = ols(outcome, design * [1, 1, scale])
    assert other.coefficients == pytest.approx(one.coefficients / [1, 1, scale], rel=1e-6)
    assert other.residuals == pytest.approx(one.residuals, abs=1e-6)


def test_a_row_fitted_exactly_adds_no_error():
    design = np.column_stack([np.ones(6), [1.0, 0, 0, 0, 0, 0]])
    for kind in ERRORS:
        assert np.isfinite(ols(np.array([9.0, 1, 2, 3, 4, 5]), design, errors=kind).covariance).all()


def test_a_column_that_repeats_others_is_named():
    outcome, design = made()
    repeated = np.column_stack([design, design[:, 1] * 2 - design[:, 0]])
    with pytest.raises(MethodError) as refused:
        ols(outcome, repeated, names=("1", "x", "w", "z"))
    assert (refused.value.code, refused.value.field) == ("collinear", "z")
    with pytest.raises(MethodError) as unnamed:
        ols(outcome, np.column_stack([design, np.zeros(40)]))
    assert unnamed.value.field == "4"
    with pytest.raises(MethodError):
        ols(outcome[:2], design[:2])


def test_two_stages_with_columns_as_their_own_instruments_are_one():
    outcome, design = made()
    one, other = ols(outcome, design, errors="HC1"), two_stage(outcome, design, design, errors="HC1")
    assert other.coefficients == pytest.approx(one.coefficients)
    assert other.covariance == pytest.approx(one.covariance)


def test_two_stages_with_more_instruments_than_needed_by_hand():
    outcome, design = made()
    dice = np.random.default_rng(3)
    extra = design[:, [1]] + dice.normal(size=(40, 2))
    instruments = np.column_stack([design[:, [0, 2]], extra])
    hat = instruments @ np.linalg.inv(instruments.T @ instruments) @ instruments.T @ design
    wanted = np.linalg.inv(hat.T @ hat) @ hat.T @ outcome
    found = two_stage(outcome, design, instruments)
    assert found.coefficients == pytest.approx(wanted)
    assert found.residuals == pytest.approx(outcome - design @ wanted)
    with pytest.raises(MethodError) as refused:
        two_stage(outcome, design, design[:, :2], names=("1", "x", "w"))
    assert (refused.value.code, refused.value.field) == ("collinear", "w")
