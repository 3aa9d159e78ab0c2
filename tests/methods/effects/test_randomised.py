"""Randomised comparisons against published numbers, their refusals, and the laws that they keep."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.effects import randomised
from cydwaith.methods.effects.interval import newcombe
from cydwaith.methods.effects.trial import allocation_p
from cydwaith.methods.notes import MethodError
from cydwaith.methods.result import Strength
from tests.methods.effects.samples import EQOLISE, codes, jtpa, numbers, trial

few = settings(max_examples=30, deadline=None)
outcomes = st.lists(st.integers(-50, 50).map(float), min_size=8, max_size=30).filter(
    lambda found: np.ptp(found[::2]) > 0 and np.ptp(found[1::2]) > 0 and set(found) - {0.0, 1.0}
)


def arms(values):
    return {"y": list(values), "arm": [n % 2 for n in range(len(values))]}


def test_the_experiment_gives_the_published_difference_with_each_published_error():
    found = randomised(numbers("nsw/nsw_dw.csv"), outcome="re78", arm="treat")
    assert round(found.effect, 2) == 1794.34
    wanted = {"HC1": 670.82, "HC2": 671.00, "HC3": 672.68, "equal_variance": 632.85}
    for kind, error in wanted.items():
        assert round(found.details["standard_errors"][kind], 2) == error
    assert round(found.standard_error, 2) == 671.00
    assert (found.design.strength, found.n, found.effective_n) == (Strength.A, 445, 445)
    assert found.details["arms"]["1"] == {"people": 185, "known": 185, "mean": pytest.approx(6349.1435)}


@pytest.mark.parametrize("kind", ["HC0", "HC1", "HC2", "HC3"])
def test_the_error_asked_for_is_the_error_given(kind):
    found = randomised(numbers("nsw/nsw_dw.csv"), outcome="re78", arm="treat", errors=kind)
    assert found.standard_error == found.details["standard_errors"][kind]


def test_the_first_sample_gives_the_published_difference():
    found = randomised(numbers("nsw/nsw_lalonde_male.csv"), outcome="re78", arm="treat", errors="HC1")
    assert (round(found.effect, 1), round(found.standard_error, 1)) == (886.3, 488.1)


def test_an_offer_of_training_to_women_gives_the_published_effect():
    found = randomised(jtpa(), outcome="Y", arm="T", allocation=2 / 3)
    assert (round(found.effect, 1), round(found.standard_error, 1)) == (1242.6, 358.9)
    assert not found.refusals


def test_a_bonus_arm_among_seven_gives_the_published_effect():
    data = numbers("penn_bonus/penn_jae.csv.gz")
    table = {"weeks": np.log(data["inuidur1"]), "tg": data["tg"]}
    found = randomised(table, outcome="weeks", arm="tg", treated=4)
    assert (round(found.effect, 4), round(found.standard_error, 4), found.n) == (-0.0855, 0.0359, 5099)
    assert "other_arms" in codes(found.warnings)


def test_jobs_in_a_trial_of_ips_give_points_intervals_and_a_ratio():
    found = randomised(EQOLISE, outcome="worked", arm="arm", treated="IPS", control="vocational")
    assert (round(found.effect, 1), found.unit) == (26.9, "percentage points")
    assert (round(found.low, 1), round(found.high, 1)) == (16.1, 36.9)
    wald, ratio = found.details["wald"], found.details["risk_ratio"]
    assert (round(wald["low"], 2), round(wald["high"], 2)) == (16.42, 37.42)
    assert [round(ratio[key], 2) for key in ("effect", "low", "high")] == [1.98, 1.48, 2.65]


def test_the_interval_of_shares_is_that_of_the_paper():
    low, high = newcombe(56, 70, 48, 80, 1.959964)
    assert (round(low, 4), round(high, 4)) == (0.0524, 0.3339)
    assert newcombe(10, 10, 0, 10, 1.959964)[1] <= 1


def test_covariates_enter_with_an_effect_of_their_own_in_each_arm():
    data = trial()
    found = randomised(data, outcome="y", arm="arm", covariates=["x"])
    arm, inner = data["arm"] == 1, data["x"] - data["x"].mean()
    level = [np.polyfit(inner[side], data["y"][side], 1)[1] for side in (arm, ~arm)]
    assert found.effect == pytest.approx(level[0] - level[1])
    unadjusted = next(one for one in found.sensitivities if one.key == "unadjusted")
    assert unadjusted.effect == pytest.approx(data["y"][arm].mean() - data["y"][~arm].mean())
    assert found.standard_error < (unadjusted.high - unadjusted.low) / 4


def test_a_covariate_alike_in_both_arms_changes_nothing():
    values = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]
    data = {"y": values, "arm": [0, 1] * 6, "x": [1, 1, 2, 2, 3, 3] * 2}
    adjusted = randomised(data, outcome="y", arm="arm", covariates=["x"])
    assert adjusted.effect == pytest.approx(randomised(data, outcome="y", arm="arm").effect)


def test_words_become_columns_and_a_column_that_is_all_the_same_is_left_out_and_named():
    data = trial() | {"place": ["Bala", "Corwen"] * 20, "same": [1] * 40}
    data["place"] = [("Bala", "Corwen", "Ruthin")[n // 2 % 3] for n in range(40)]
    found = randomised(data, outcome="y", arm="arm", covariates=["place", "same"])
    dummies = trial() | {
        "c": [float(one == "Corwen") for one in data["place"]],
        "r": [float(one == "Ruthin") for one in data["place"]],
    }
    assert found.effect == pytest.approx(
        randomised(dummies, outcome="y", arm="arm", covariates=["c", "r"]).effect
    )
    left_out = next(one for one in found.warnings if one.code == "constant_covariate")
    assert "same" in left_out.words.cy


def test_groups_put_into_arms_widen_the_interval_and_change_the_design():
    data = trial(48)
    data["y"] = data["y"] + 3 * np.random.default_rng(3).normal(size=24)[data["group"].astype(int)]
    found = randomised(data, outcome="y", arm="arm", cluster="group")
    assert found.design.key == "randomised_groups"
    assert found.details["freedom"] == 22
    alone = randomised(data, outcome="y", arm="arm")
    assert found.effect == pytest.approx(alone.effect)
    assert found.standard_error > alone.standard_error


def test_groups_that_hold_both_arms_are_a_trial_of_people():
    data = trial(48) | {"group": np.arange(48) // 4}
    assert randomised(data, outcome="y", arm="arm", cluster="group").design.key == "randomised"


def test_shares_by_group_have_a_ratio_and_no_newcombe_interval():
    data = trial(96) | {"group": np.arange(96) // 2 * 2 % 24 + np.arange(96) % 2}
    data["y"] = (data["y"] > 0.5).astype(float)
    found = randomised(data, outcome="y", arm="arm", cluster="group")
    assert "newcombe" not in found.details
    shares = [data["y"][data["arm"] == arm].mean() for arm in (1, 0)]
    ratio = found.details["risk_ratio"]
    assert ratio["effect"] == pytest.approx(shares[0] / shares[1])
    assert ratio["low"] < ratio["effect"] < ratio["high"]


def test_ratios_by_groups_of_one_are_nearly_those_of_people():
    data = EQOLISE | {"group": list(range(312))}
    how = {"outcome": "worked", "arm": "arm", "treated": "IPS", "control": "vocational"}
    by_group = randomised(data, cluster="group", **how).details["risk_ratio"]
    alone = randomised(data, **how).details["risk_ratio"]
    assert by_group["low"] == pytest.approx(alone["low"], rel=0.01)
    assert by_group["high"] == pytest.approx(alone["high"], rel=0.01)


def test_arms_that_chance_would_not_make_are_refused():
    data = trial(1000) | {"arm": [1] * 551 + [0] * 449}
    assert codes(randomised(data, outcome="y", arm="arm", allocation=0.5).refusals) == []
    data["arm"] = [1] * 553 + [0] * 447
    refused = randomised(data, outcome="y", arm="arm", allocation=0.5)
    assert codes(refused.refusals) == ["arm_sizes"]
    assert (refused.effect, refused.low, refused.sensitivities) == (None, None, ())
    assert refused.design.key == "randomisation_broken"
    assert "mean" not in refused.details["arms"]["1"]


def test_arms_meant_to_be_uneven_may_be():
    data = trial(300) | {"arm": [1] * 200 + [0] * 100}
    assert not randomised(data, outcome="y", arm="arm", allocation=2 / 3).refusals
    assert randomised(data, outcome="y", arm="arm", allocation=0.5).refusals
    assert "allocation_not_stated" in codes(randomised(data, outcome="y", arm="arm").warnings)


def test_the_sizes_of_groups_are_judged_in_groups():
    data = {"y": np.arange(400.0) % 7, "group": np.repeat(np.arange(40), 10)}
    data["arm"] = (data["group"] < 22).astype(float)
    assert not randomised(data, outcome="y", arm="arm", cluster="group", allocation=0.5).refusals
    data["arm"] = (data["group"] < 32).astype(float)
    assert codes(randomised(data, outcome="y", arm="arm", cluster="group", allocation=0.5).refusals) == [
        "arm_sizes"
    ]


def test_chance_of_arm_sizes_is_the_sum_over_all_as_uneven():
    from math import comb

    for treated in range(13):
        tails = [
            sum(comb(12, n) * 0.3**n * 0.7 ** (12 - n) for n in side)
            for side in (range(treated + 1), range(treated, 13))
        ]
        assert allocation_p(treated, 12, 0.3) == pytest.approx(min(1, 2 * min(tails)))


def lost(of_treated, of_control):
    """100 in each arm, so many of each not known; the others 0 and 1 in turn."""
    known = [None] * of_treated + [n % 2 for n in range(100 - of_treated)]
    known += [None] * of_control + [n % 2 for n in range(100 - of_control)]
    return {"y": known, "arm": [1] * 100 + [0] * 100}


def test_too_many_unknown_outcomes_are_refused_with_bounds():
    assert not randomised(lost(20, 20), outcome="y", arm="arm").refusals
    refused = randomised(lost(21, 21), outcome="y", arm="arm")
    assert codes(refused.refusals) == ["outcome_not_known"]
    assert [one.key for one in refused.sensitivities] == ["lowest", "highest"]
    lowest, highest = refused.sensitivities
    known = sum(one or 0 for one in lost(21, 21)["y"][:100])
    assert lowest.effect == pytest.approx(known - (known + 21))
    assert highest.effect == pytest.approx(known + 21 - known)
    assert lowest.low < lowest.effect < highest.effect < highest.high


def test_outcomes_lost_more_in_one_arm_are_refused_with_bounds():
    assert not randomised(lost(15, 10), outcome="y", arm="arm").refusals
    refused = randomised(lost(10, 16), outcome="y", arm="arm")
    assert codes(refused.refusals) == ["outcome_known_apart"]
    assert len(refused.sensitivities) == 2


def test_a_few_unknown_outcomes_are_a_warning_with_bounds():
    found = randomised(lost(5, 5), outcome="y", arm="arm")
    assert "some_not_known" in codes(found.warnings)
    assert (found.n, found.effective_n) == (200, 190)
    assert {"lowest", "highest"} <= {one.key for one in found.sensitivities}


def test_bounds_of_a_number_use_the_limits_given_else_what_was_seen():
    data = trial() | {"y": [None, None, *np.linspace(1, 9, 38)]}
    seen = {one.key: one.effect for one in randomised(data, outcome="y", arm="arm").sensitivities}
    wider = randomised(data, outcome="y", arm="arm", limits=(0, 10)).sensitivities
    given_ = {one.key: one.effect for one in wider}
    assert given_["lowest"] == pytest.approx(seen["lowest"] - 2 / 20)
    assert given_["highest"] == pytest.approx(seen["highest"] + 2 / 20)
    assert "from" not in wider[-1].words.en and "10 there" in wider[-1].words.en
    with pytest.raises(MethodError) as refused:
        randomised(data, outcome="y", arm="arm", limits=(0, 5))
    assert (refused.value.code, refused.value.row) == ("limits_outside", 22)


def test_people_counted_in_another_arm_than_chance_gave_are_refused():
    data = trial()
    data["got"] = np.where(np.arange(40) < 3, 1 - data["arm"], data["arm"])
    refused = randomised(data, outcome="y", arm="got", assigned="arm")
    assert codes(refused.refusals) == ["not_as_assigned"]
    assert "3 people" in refused.refusals[0].words.en
    assert not randomised(data, outcome="y", arm="arm", assigned="arm").refusals


def test_fewer_than_ten_groups_are_refused():
    data = trial(60) | {"group": np.arange(60) % 10}
    assert not randomised(data, outcome="y", arm="arm", cluster="group").refusals
    data["group"] = np.arange(60) % 2 + 2 * (np.arange(60) // 16)
    refused = randomised(data, outcome="y", arm="arm", cluster="group")
    assert codes(refused.refusals) == ["too_few_clusters"]


def test_an_outcome_dated_before_assignment_is_refused():
    data = trial() | {"on": ["2026-03-01"] * 39 + ["2026-01-31"]}
    refused = randomised(data, outcome="y", arm="arm", outcome_date="on", assigned_date="2026-02-01")
    assert codes(refused.refusals) == ["outcome_before_assignment"]
    same_day = randomised(data, outcome="y", arm="arm", outcome_date="on", assigned_date="2026-01-31")
    assert not same_day.refusals
    assert "dates_not_stated" not in codes(same_day.warnings)
    data["on"][7] = "soon"
    with pytest.raises(MethodError) as wrong:
        randomised(data, outcome="y", arm="arm", outcome_date="on", assigned_date="2026-01-31")
    assert (wrong.value.code, wrong.value.row) == ("not_a_date", 8)


def test_one_known_person_in_an_arm_is_too_few():
    data = {"y": [1.0, 2, 3, 5, 9], "arm": [1, 0, 0, 0, 0]}
    assert "too_few_people" in codes(randomised(data, outcome="y", arm="arm").refusals)


def test_an_outcome_that_never_varies_is_refused_unless_it_is_yes_or_no():
    assert codes(randomised(arms([5.0] * 8), outcome="y", arm="arm").refusals) == ["no_variation"]
    assert codes(randomised(arms([5.0, 6.0] * 4), outcome="y", arm="arm").refusals) == ["no_variation"]
    nobody = randomised(arms([0] * 20), outcome="y", arm="arm")
    assert (nobody.effect, nobody.details["risk_ratio"]["effect"]) == (0, None)
    assert nobody.low < 0 < nobody.high


def test_more_covariates_than_people_can_bear_are_refused():
    data = trial(8) | {"z": [1, 5, 2, 8, 3, 1, 7, 2]}
    refused = randomised(data, outcome="y", arm="arm", covariates=["x", "z", "group"])
    assert set(codes(refused.refusals)) == {"too_many_covariates"}


@pytest.mark.parametrize(
    ("change", "wrongly", "code", "field", "row"),
    [
        ({}, {"treated": 2}, "no_such_arm", "arm", None),
        ({}, {"outcome": "z"}, "no_such_column", "z", None),
        ({"y": ["x"] + [1] * 39}, {}, "not_a_number", "y", 1),
        ({"y": [float("inf")] + [1] * 39}, {}, "not_a_number", "y", 1),
        ({"arm": [1, 0, None] + [1] * 37}, {}, "missing_value", "arm", 3),
        ({"x": [1, float("nan")] * 20}, {"covariates": ["x"]}, "missing_value", "x", 2),
        ({"x": ["a", "3"] * 20}, {"covariates": ["x"]}, "not_a_number", "x", 1),
        ({"w": [1, 1, 2, 2] * 10}, {"covariates": ["w", "v"]}, "collinear", "v", None),
        ({"y": [1, 2]}, {}, "unequal_columns", "arm", None),
        ({}, {"allocation": 1.0}, "allocation_outside", "allocation", None),
        ({}, {"confidence": 95}, "confidence_outside", "confidence", None),
        ({}, {"errors": "HC9"}, "unknown_choice", "errors", None),
    ],
)
def test_a_wrong_table_or_question_names_field_and_row(change, wrongly, code, field, row):
    data = trial() | {"v": [2, 2, 4, 4] * 10} | change
    with pytest.raises(MethodError) as refused:
        randomised(data, **({"outcome": "y", "arm": "arm"} | wrongly))
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, field, row)


@given(outcomes, st.randoms())
@few
def test_the_order_of_rows_changes_nothing(values, dice):
    data = arms(values)
    order = dice.sample(range(len(values)), len(values))
    shuffled = {name: [column[n] for n in order] for name, column in data.items()}
    one, other = (randomised(each, outcome="y", arm="arm") for each in (data, shuffled))
    assert one.effect == pytest.approx(other.effect)
    assert (one.low, one.high) == (pytest.approx(other.low), pytest.approx(other.high))


@given(outcomes, st.sampled_from([0.25, 2.0, -8.0, 1024.0]), st.sampled_from([0.0, -32.0, 4096.0]))
@few
def test_another_unit_or_origin_moves_only_what_it_should(values, scale, origin):
    one = randomised(arms(values), outcome="y", arm="arm")
    other = randomised(arms([scale * value + origin + 0.5 for value in values]), outcome="y", arm="arm")
    assert other.effect == pytest.approx(scale * one.effect, rel=1e-9, abs=1e-7)
    assert other.standard_error == pytest.approx(abs(scale) * one.standard_error, rel=1e-9)


@given(outcomes)
@few
def test_arms_the_other_way_round_turn_the_sign(values):
    one = randomised(arms(values), outcome="y", arm="arm")
    other = randomised(arms(values), outcome="y", arm="arm", treated=0, control=1)
    assert other.effect == pytest.approx(-one.effect)
    assert (other.low, other.high) == (pytest.approx(-one.high), pytest.approx(-one.low))


@given(outcomes)
@few
def test_everybody_twice_leaves_the_effect_and_divides_the_variance_by_two(values):
    one = randomised(arms(values), outcome="y", arm="arm", errors="HC0")
    data = arms(values)
    twice = {name: list(column) * 2 for name, column in data.items()}
    other = randomised(twice, outcome="y", arm="arm", errors="HC0")
    assert other.effect == pytest.approx(one.effect)
    assert other.standard_error == pytest.approx(one.standard_error / 2**0.5)


@given(outcomes)
@few
def test_new_names_of_arms_and_columns_and_another_kind_of_table_change_nothing(values):
    one = randomised(arms(values), outcome="y", arm="arm")
    rows = [{"a": ("no", "yes")[n % 2], "b": value} for n, value in enumerate(values)]
    other = randomised(rows, outcome="b", arm="a", treated="yes", control="no")
    assert (other.effect, other.low, other.high) == (one.effect, one.low, one.high)


@given(outcomes)
@few
def test_the_error_is_welchs_by_hand(values):
    found = randomised(arms(values), outcome="y", arm="arm")
    one, other = np.array(values[1::2]), np.array(values[::2])
    parts = [side.var(ddof=1) / len(side) for side in (one, other)]
    assert found.effect == pytest.approx(one.mean() - other.mean())
    assert found.standard_error == pytest.approx(sum(parts) ** 0.5)
    freedom = sum(parts) ** 2 / (parts[0] ** 2 / (len(one) - 1) + parts[1] ** 2 / (len(other) - 1))
    assert found.details["freedom"] == pytest.approx(freedom)


def test_the_same_table_twice_gives_the_same_to_the_bit_and_plain_json():
    import json

    ask = {"outcome": "y", "arm": "arm", "covariates": ["x"]}
    one, other = (json.dumps(randomised(trial(), **ask).to_dict()) for _ in range(2))
    assert one == other


def test_an_interval_at_another_confidence_is_wider_or_narrower():
    wide = randomised(trial(), outcome="y", arm="arm", confidence=0.99)
    narrow = randomised(trial(), outcome="y", arm="arm", confidence=0.8)
    assert wide.low < narrow.low < narrow.effect < narrow.high < wide.high
