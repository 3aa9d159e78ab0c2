"""Draws: the same every time, as wide as they should be, and the widest swing first."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.value import Outcome, Spread, case

from .test_case import HERE, NHS, cost, jobs


def unsure(**parts):
    return case([jobs(values=(NHS,), **parts)], [cost(5000)], HERE, draws=20_000).uncertainty


def test_a_case_of_sure_numbers_has_no_uncertainty():
    assert unsure() is None


def test_the_same_case_has_the_same_draws_to_the_bit():
    one, other = unsure(effect=Spread(0.5, 0.2, 0.9)), unsure(effect=Spread(0.5, 0.2, 0.9))
    assert one.digest == other.digest
    assert one == other


def test_one_more_unsure_number_moves_no_draw_of_another():
    one = Spread(0.5, 0.2, 0.9).draw(np.random.default_rng(3), 1000)
    assert (one == Spread(0.5, 0.2, 0.9).draw(np.random.default_rng(3), 1000)).all()
    alone, both = (
        unsure(effect=Spread(0.5, 0.2, 0.9)),
        unsure(effect=Spread(0.5, 0.2, 0.9), anyway=Spread(0.0, 0.0, 1e-12)),
    )
    assert both.net_present_value == pytest.approx(alone.net_present_value, rel=1e-9)


def test_a_normal_effect_has_the_percentiles_that_it_should():
    found = unsure(effect=Spread(0.5, standard_error=0.1))
    middle = 11_320 * 0.5 - 5000
    half = 11_320 * 0.1 * 1.2816
    assert found.net_present_value == pytest.approx((middle - half, middle, middle + half), abs=60)
    assert found.chance_below_one == pytest.approx(0.2795, abs=0.01)


def test_a_triangle_has_its_own_median_and_stays_inside_its_ends():
    drawn = Spread(2.0, 0.0, 10.0).draw(np.random.default_rng(1), 50_000)
    assert 0 <= drawn.min() < drawn.max() <= 10
    assert np.median(drawn) == pytest.approx(10 - np.sqrt(40), abs=0.05)
    assert drawn.mean() == pytest.approx(4.0, abs=0.05)


def test_a_triangle_without_width_is_its_middle():
    assert set(Spread(1.0, 1.0, 1.0).draw(np.random.default_rng(1), 5)) == {1.0}


def test_the_number_that_matters_most_stands_first():
    found = unsure(effect=Spread(0.5, 0.1, 0.9), anyway=Spread(0.0, 0.0, 0.1))
    assert [one.name for one in found.swings] == ["jobs: effect", "jobs: anyway"]
    assert found.swings[0].at_low == pytest.approx(11_320 * 0.1 - 5000)
    assert found.swings[1].at_high == pytest.approx(11_320 * 0.5 * 0.9 - 5000)


def test_a_value_may_be_unsure_and_the_ratio_is_gain_by_cost():
    unsure_value = type(NHS)(
        code="E", amount=Spread(1000, 900, 1100), kind="fiscal", gainer="NHS", price_year=2012, source="x"
    )
    found = case([jobs(values=(unsure_value,))], [cost(5000)], HERE, draws=500, seed=7).uncertainty
    assert [one.name for one in found.swings] == ["jobs: E"]
    assert (found.swings[0].at_low, found.swings[0].at_high) == (pytest.approx(4000), pytest.approx(6000))
    assert found.ratio == pytest.approx([(net + 5000) / 5000 for net in found.net_present_value])
    assert (found.draws, found.seed, found.chance_below_one) == (500, 7, 0)


def test_without_a_cost_in_every_draw_there_is_no_ratio():
    found = case([jobs(values=(NHS,), effect=Spread(0.5, 0.2, 0.9))], [cost(0)], HERE, draws=50)
    assert found.uncertainty.ratio is None


def test_the_ends_of_a_normal_number_are_its_outer_tenths():
    assert Spread(1.0, standard_error=0.1).ends() == pytest.approx((0.87184, 1.12816))
    assert Spread(1.0).ends() == (1.0, 1.0)
    assert Spread(1.0, 0.0, 3.0).ends() == (0.0, 3.0)
    assert [Spread(1.0, standard_error=0.1).shape, Spread(1.0).shape, Spread(1.0, 0.0, 3.0).shape] == [
        "normal", "sure", "triangular",
    ]  # fmt: skip


def test_costs_may_be_unsure_too():
    unsure_cost = cost(0)
    unsure_cost = type(unsure_cost)(key="c", payer="NHS", pounds=(Spread(1000, 500, 2000),))
    found = case([jobs(values=(NHS,))], [unsure_cost], HERE).uncertainty
    assert [one.name for one in found.swings] == ["c: year 0"]
    assert found.ratio[0] < found.ratio[2]


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_percentiles_are_in_order_and_inside_the_ends(a, b, c):
    low, middle, high = sorted((a, b, c))
    outcome = jobs(values=(NHS,), effect=Spread(middle, low, high))
    assert isinstance(outcome, Outcome)
    found = case([outcome], [cost(5000)], HERE, draws=500).uncertainty
    p10, p50, p90 = found.net_present_value
    assert 11_320 * low - 5000.001 <= p10 <= p50 <= p90 <= 11_320 * high - 4999.999
    assert 0 <= found.chance_below_one <= 1
