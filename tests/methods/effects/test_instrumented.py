"""The effect of taking part: the sums by hand, the refusals, and the laws."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.effects import instrumented, randomised
from cydwaith.methods.effects.regression import ols
from cydwaith.methods.notes import MethodError
from cydwaith.methods.result import Strength
from tests.methods.effects.samples import TRAINED, codes, jtpa, jtpa_trained

few = settings(max_examples=30, deadline=None)
ASK = {"outcome": "y", "offered": "offer", "took_part": "part"}


def offers(people=400, seed=1, uptake=1.0):
    """Made up: the keener take part more often and fare better anyway; taking part adds 2."""
    dice = np.random.default_rng(seed)
    offer, keen = np.arange(people) % 2, dice.normal(size=people)
    part = (keen + 2 * uptake * offer > 1).astype(float)
    return {
        "y": 2 * part + keen + dice.normal(size=people),
        "offer": offer.astype(float),
        "part": part,
        "x": dice.normal(size=people),
        "group": np.arange(people) // 2 * 2 % 40 + np.arange(people) % 2,
    }


def test_the_effect_is_that_of_the_offer_divided_by_the_uptake():
    data = offers()
    found = instrumented(data, **ASK)
    yes = data["offer"] == 1
    offer = data["y"][yes].mean() - data["y"][~yes].mean()
    more = data["part"][yes].mean() - data["part"][~yes].mean()
    assert found.effect == pytest.approx(offer / more)
    assert found.details["took_part_more"] == pytest.approx(more)
    assert f"{100 * more:.1f}" in found.comparison.en
    assert found.low < 2 < found.high
    assert (found.design.key, found.design.strength) == ("taking_part", Strength.A)
    assert len(found.assumptions) == 6


def test_the_published_effect_of_training_on_the_women_of_jtpa():
    """Abadie, Angrist and Imbens 2002, table 2: 1,942 (560); and 1,243 (359) for the offer."""
    found = instrumented(jtpa_trained(), outcome="Y", offered="T", took_part="D", allocation=2 / 3)
    offer = randomised(jtpa_trained(), outcome="Y", arm="T", allocation=2 / 3, errors="HC1")
    assert (round(found.effect), round(found.standard_error)) == (1942, 560)
    assert (round(offer.effect), round(offer.standard_error)) == (1243, 359)
    assert found.details["took_part_more"] == pytest.approx(0.6573 - 0.0174, abs=1e-4)


def test_who_was_trained_adds_up_to_the_women_of_the_16_sites():
    data = jtpa()
    for arm in (0, 1):
        own = data["Y"][data["T"] == arm]
        assert (len(own), own.sum(), (own**2).sum()) == tuple(
            sum(parts) for parts in zip(TRAINED[arm, 0], TRAINED[arm, 1], strict=True)
        )


def test_the_error_is_the_sandwich_by_hand():
    data = offers(60)
    found = instrumented(data, **ASK, errors="HC0")
    z, x = (np.column_stack([np.ones(60), data[name]]) for name in ("offer", "part"))
    inverse = np.linalg.inv(z.T @ x)
    left = data["y"] - x @ (inverse @ z.T @ data["y"])
    spread = sum(left[n] ** 2 * np.outer(z[n], z[n]) for n in range(60))
    assert found.standard_error == pytest.approx(np.sqrt((inverse @ spread @ inverse.T)[1, 1]))


def test_when_everybody_does_as_offered_it_is_the_plain_difference():
    data = offers()
    data["part"] = data["offer"]
    found = instrumented(data, **ASK)
    tried = {one.key: one for one in found.sensitivities}
    assert found.effect == pytest.approx(tried["offer"].effect)
    assert found.standard_error == pytest.approx(
        (tried["offer"].high - tried["offer"].low) / 2 / 1.966, rel=1e-3
    )
    assert found.details["f"] > 1e20


def test_at_the_ends_of_the_lasting_interval_the_offer_has_nothing_left_to_explain():
    data = offers(200)
    found = instrumented(data, **ASK, errors="HC0")
    tried = {one.key: one for one in found.sensitivities}["anderson_rubin"]
    z = np.column_stack([np.ones(200), data["offer"]])
    for end in (tried.low, tried.high):
        fit = ols(data["y"] - end * data["part"], z, errors="HC0")
        assert abs(fit.coefficients[1]) / fit.standard_error(1) == pytest.approx(1.972017, abs=1e-5)
    assert tried.low < found.effect < tried.high


def test_the_lasting_interval_may_have_no_end_at_great_confidence():
    seed = next(
        n for n in range(200)
        if not instrumented(offers(80, n, 0.6), **ASK).refusals
        and instrumented(offers(80, n, 0.6), **ASK).details["f"] < 14
    )  # fmt: skip
    found = instrumented(offers(80, seed, 0.6), **ASK, confidence=0.9999)
    tried = {one.key: one for one in found.sensitivities}["anderson_rubin"]
    assert (tried.low, tried.high) == (float("-inf"), float("inf"))
    assert found.to_dict()["sensitivities"][1]["low"] is None


def test_an_offer_that_hardly_moved_anyone_is_refused():
    refused = instrumented(offers(60, uptake=0.02), **ASK)
    assert codes(refused.refusals) == ["weak_offer"]
    assert refused.effect is None and refused.details["f"] < 10
    assert "at least 10 is" in refused.refusals[0].words.en
    nobody = instrumented(offers() | {"part": np.zeros(400)}, **ASK)
    assert (codes(nobody.refusals), nobody.details["f"]) == (["weak_offer"], 0.0)


def test_f_of_ten_is_the_edge():
    found = [instrumented(offers(100, seed, 0.5), **ASK) for seed in range(60)]
    assert {bool(one.refusals) for one in found} == {True, False}
    for one in found:
        assert bool(one.refusals) == (one.details["f"] < 10)


def test_whatever_breaks_the_offer_breaks_the_effect_of_taking_part():
    data = offers()
    broken = instrumented(data, **ASK, allocation=0.9)
    assert codes(broken.refusals) == ["arm_sizes"]
    assert broken.design.key == "randomisation_broken"
    late = instrumented(data, **ASK, outcome_date="2026-01-01", assigned_date="2026-01-02")
    assert codes(late.refusals) == ["outcome_before_assignment"]
    data["y"] = np.where(np.arange(400) % 4 == 0, np.nan, data["y"])
    assert codes(instrumented(data, **ASK).refusals) == ["outcome_not_known", "outcome_known_apart"]


def test_groups_of_one_are_people_and_covariates_narrow_the_interval():
    data = offers() | {"own": np.arange(400)}
    by_group = instrumented(data, **ASK, cluster="own")
    alone = instrumented(data, **ASK)
    assert by_group.standard_error == pytest.approx(alone.standard_error)
    data["y"] = data["y"] + 3 * data["x"]
    assert (
        instrumented(data, **ASK, covariates=["x"]).standard_error < instrumented(data, **ASK).standard_error
    )


def test_by_group_the_interval_counts_groups():
    data = offers()
    data["y"] = data["y"] + np.random.default_rng(2).normal(size=40)[data["group"].astype(int)]
    found = instrumented(data, **ASK, cluster="group")
    reach = (found.high - found.effect) / found.standard_error
    assert reach == pytest.approx(2.028094, abs=1e-5)


def test_yes_and_no_are_answered_in_points():
    data = offers()
    data["y"] = (data["y"] > 1).astype(float)
    found = instrumented(data, **ASK)
    assert found.unit == "percentage points" and 5 < found.effect < 100


@pytest.mark.parametrize(
    ("change", "code", "field", "row"),
    [
        ({"part": [0.5] + [0] * 399}, "not_yes_or_no", "part", 1),
        ({"part": [None] + [0] * 399}, "missing_value", "part", 1),
        ({"offer": [0, 3] * 200}, "not_yes_or_no", "offer", 2),
        ({"offer": [0] * 400}, "no_such_arm", "offer", None),
    ],
)
def test_a_wrong_column_is_named(change, code, field, row):
    with pytest.raises(MethodError) as refused:
        instrumented(offers() | change, **ASK)
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, field, row)


@given(st.integers(0, 10_000), st.sampled_from([2.0, -0.5]), st.sampled_from([0.0, 64.0]), st.randoms())
@few
def test_order_unit_and_origin_move_only_what_they_should(seed, scale, origin, dice):
    data = offers(200, seed)
    order = dice.sample(range(200), 200)
    moved = {name: column[order] for name, column in data.items()}
    moved["y"] = scale * moved["y"] + origin
    one, other = instrumented(data, **ASK), instrumented(moved, **ASK)
    assert other.effect == pytest.approx(scale * one.effect, abs=1e-9)
    assert other.standard_error == pytest.approx(abs(scale) * one.standard_error)
    assert other.details["f"] == pytest.approx(one.details["f"])
