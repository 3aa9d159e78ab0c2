"""A hazard ratio: by the partial likelihood, and refused where one number cannot stand for all times."""

from math import log

import numpy as np
import pytest

from cydwaith.methods.effects.hazards import hazard_ratio

from .spells import ask, codes, people


def crossing():
    """One group all early or very late, the other in the middle."""
    early = [1.0, 2, 3, 4, 5] * 8 + [30.0, 31, 32, 33, 34] * 8
    middle = [10.0, 11, 12, 13, 14, 15, 16, 17] * 10
    return {"time": early + middle, "event": [1] * 160, "arm": ["a"] * 80 + ["b"] * 80}


def test_a_hazard_ratio_is_refused_when_hazards_cross():
    found = ask(crossing(), until=40, hazard_ratio=True)
    assert codes(found.refusals) == ["hazards_cross"]
    assert found.hazard_ratio.effect is None
    assert found.result.effect is not None


def test_a_hazard_ratio_that_fades_is_given_with_a_warning():
    table = {"early": (200, 100), "late": (100, 95)}
    rows = [(1 + n % 10, 1, "a") for n in range(table["early"][0])]
    rows += [(11 + n % 10, 1, "a") for n in range(table["late"][0])]
    rows += [(1 + n % 10, 1, "b") for n in range(table["early"][1])]
    rows += [(11 + n % 10, 1, "b") for n in range(200)]
    data = {name: [row[n] for row in rows] for n, name in enumerate(("time", "event", "arm"))}
    ratio = ask(data, until=20, hazard_ratio=True).hazard_ratio
    assert "hazards_change" in codes(ratio.warnings)
    assert ratio.effect < 1


def test_a_hazard_ratio_needs_two_groups_with_events():
    assert codes(ask(group=None, hazard_ratio=True).refusals) == ["hazard_ratio_two_groups"]
    data = people() | {"event": [n % 2 for n in range(120)], "time": [20] * 120}
    assert codes(ask(data, hazard_ratio=True).refusals) == ["hazard_ratio_two_groups"]


def test_a_hazard_ratio_is_the_peak_of_the_partial_likelihood_without_ties():
    dice = np.random.default_rng(3)
    times, second = dice.exponential(5, 40), np.arange(40) % 2 == 1
    happened = dice.random(40) < 0.8

    def likelihood(value):
        return sum(
            value * second[i] - log(sum(np.exp(value * second[j]) for j in range(40) if times[j] >= times[i]))
            for i in range(40)
            if happened[i]
        )

    found = hazard_ratio(times, happened, second)
    peak = likelihood(found.log_ratio)
    assert peak > likelihood(found.log_ratio + 0.01)
    assert peak > likelihood(found.log_ratio - 0.01)
    bend = (likelihood(found.log_ratio + 0.01) - 2 * peak + likelihood(found.log_ratio - 0.01)) / 0.01**2
    assert found.standard_error == pytest.approx((-bend) ** -0.5, rel=1e-3)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_ratio_that_holds_is_seldom_refused(ratio):
    refused = 0
    for seed in range(100):
        dice = np.random.default_rng(seed)
        second = np.arange(120) % 2 == 1
        times = np.ceil(10 * dice.exponential(np.where(second, 1 / ratio, 1.0)))
        refused += hazard_ratio(times, np.ones(120, dtype=bool), second).crosses
    assert refused <= 5


def test_events_that_all_come_at_one_time_have_one_ratio():
    times, second = np.array([1.0] * 6 + [2.0] * 6), np.array([1, 1, 1, 1, 0, 0] + [0, 1] * 3) == 1
    found = hazard_ratio(times, times == 1, second)
    assert found.early == found.late == pytest.approx(np.exp(found.log_ratio))
    assert not found.crosses
    assert not found.differs
