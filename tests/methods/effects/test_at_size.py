"""A million rows are answered, whatever they came in as."""

import numpy as np
import pytest

from cydwaith.methods.effects import randomised, weighted
from cydwaith.methods.effects.regression import ols


def test_a_million_people_are_answered_and_right():
    dice = np.random.default_rng(1)
    arm = np.arange(1_000_000) % 2
    data = {"y": 3 * arm + dice.normal(size=len(arm)), "arm": arm, "x": dice.normal(size=len(arm))}
    found = randomised(data, outcome="y", arm="arm", allocation=0.5)
    assert found.effect == pytest.approx(3, abs=0.01)
    data["took"] = (dice.normal(size=len(arm)) + data["x"] > 1.5).astype(float)
    found = weighted(data, outcome="y", treated="took", covariates=["x", "arm"], earlier=["x"])
    assert found.effect == pytest.approx(0, abs=0.02)


def test_a_long_table_is_fitted_as_a_short_one_is():
    dice = np.random.default_rng(2)
    design = np.column_stack([np.ones(3001), dice.normal(size=(3001, 4))])
    outcome = dice.normal(size=3001)
    assert ols(outcome, design).coefficients == pytest.approx(np.linalg.lstsq(design, outcome)[0])
