"""Results of places together against published numbers, with the laws; and many questions at once."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.effects import DESIGNS, benjamini_hochberg, pooled, randomised
from cydwaith.methods.notes import MethodError
from cydwaith.methods.result import Strength
from tests.methods.effects.samples import codes, jtpa

few = settings(max_examples=50, deadline=None)
# Tuberculosis and none, vaccinated; tuberculosis and none, not (Colditz and others 1994).
BCG = [
    (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619), (33, 5036, 47, 5761),
    (180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892), (29, 7470, 45, 7232),
    (17, 1699, 65, 1600), (186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825),
]  # fmt: skip
results = st.lists(
    st.tuples(st.floats(-100, 100).map(lambda x: round(x, 2)), st.integers(1, 400).map(lambda n: n / 8)),
    min_size=2,
    max_size=20,
)


def of(pairs, **more):
    return pooled([one for one, _ in pairs], [error for _, error in pairs], **more)


def by_key(result):
    return {one.key: one for one in result.sensitivities}


def test_thirteen_trials_give_the_published_mean_and_variance_between():
    logs = [np.log(a / (a + b) / (c / (c + d))) for a, b, c, d in BCG]
    errors = [(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)) ** 0.5 for a, b, c, d in BCG]
    found = pooled(logs, errors)
    assert (round(found.effect, 4), round(found.standard_error, 4)) == (-0.7141, 0.1787)
    assert round(found.details["tau2"], 4) == 0.3088
    assert round(found.details["i2"], 2) == 92.12
    assert round(found.details["q"], 2) == 152.23
    assert "places_differ" in codes(found.warnings)
    another = by_key(found)["another_place"]
    assert another.low < found.low < found.high < another.high


def sites():
    data = jtpa()
    for site in np.unique(data["site"]):
        here = data["site"] == site
        yield site, randomised({"Y": data["Y"][here], "T": data["T"][here]}, outcome="Y", arm="T")


def test_sixteen_sites_differ_by_chance_alone_and_their_variance_is_nought_not_negative():
    names, answers = zip(*sites(), strict=True)
    effects, errors = [one.effect for one in answers], [one.standard_error for one in answers]
    found = pooled(effects, errors, places=names, parts=[one.design for one in answers])
    assert (round(found.effect, 1), round(found.standard_error, 1)) == (1196.0, 347.4)
    assert found.details["tau2"] == 0 and found.details["i2"] == 0
    assert found.details["q"] < found.details["freedom"] == 15
    assert (round(min(effects)), round(max(effects))) == (-5212, 3029)
    fixed = by_key(found)["fixed"]
    assert (found.low, found.high) == (fixed.low, fixed.high)
    assert found.design.strength == Strength.A
    assert [place["place"] for place in found.details["places"]] == list(names)
    assert all(place["shrunken"] == pytest.approx(found.effect) for place in found.details["places"])
    assert not codes(found.warnings)


def test_together_they_are_as_strong_as_the_weakest():
    parts = [DESIGNS["randomised"], DESIGNS["weighted"], DESIGNS["staggered"]]
    assert of([(1, 1)] * 3, parts=parts).design.strength == Strength.C
    not_said = of([(1, 1)] * 3)
    assert not_said.design.strength == Strength.E
    assert "designs_not_stated" in codes(not_said.warnings)


def test_a_league_table_is_refused_and_so_is_one_result_alone():
    refused = of([(1, 1)] * 3, rank=True)
    assert codes(refused.refusals) == ["no_league_table"]
    assert refused.effect is None and not refused.details
    assert codes(of([(1, 1)]).refusals) == ["too_few_results"]


def test_few_results_are_said_and_two_have_no_interval_for_another_place():
    assert "few_results" in codes(of([(1, 1)] * 4).warnings)
    assert "few_results" not in codes(of([(1, 1)] * 5).warnings)
    assert list(by_key(of([(1, 1), (2, 1)]))) == ["fixed"]
    assert list(by_key(of([(1, 1), (2, 1), (3, 1)]))) == ["fixed", "another_place"]


def test_three_results_by_hand():
    found = of([(0, 1), (4, 1), (8, 1)])
    assert found.details["q"] == pytest.approx(32)
    assert found.details["tau2"] == pytest.approx((32 - 2) / (3 - 1))
    assert found.standard_error == pytest.approx((16 / 3) ** 0.5)
    assert found.effective_n == pytest.approx(3)
    first = found.details["places"][0]
    assert first["shrunken"] == pytest.approx(4 - 4 * 15 / 16)
    half = 1.959964 * ((15 / 16) + (1 / 16) ** 2 * 16 / 3) ** 0.5
    assert first["high"] - first["shrunken"] == pytest.approx(half, rel=1e-6)
    another = by_key(found)["another_place"]
    assert another.high - 4 == pytest.approx(12.706205 * (15 + 16 / 3) ** 0.5)


@pytest.mark.parametrize(
    ("estimates", "errors", "more", "code", "row"),
    [
        ([1, 2], [1], {}, "unequal_results", None),
        ([1, 2], [1, 1], {"places": ["a"]}, "unequal_results", None),
        ([1, 2], [1, 0], {}, "error_not_above_0", 2),
        ([1, None], [1, 1], {}, "missing_value", 2),
        ([], [], {}, "no_rows", None),
        ([1, "x"], [1, 1], {}, "not_a_number", 2),
        ([1, 2], [1, 1], {"confidence": 0}, "confidence_outside", None),
    ],
)
def test_wrong_results_are_named(estimates, errors, more, code, row):
    with pytest.raises(MethodError) as refused:
        pooled(estimates, errors, **more)
    assert (refused.value.code, refused.value.row) == (code, row)


@given(results)
@few
def test_never_narrower_than_if_all_were_the_same_and_never_a_negative_variance(pairs):
    found = of(pairs)
    fixed = by_key(found)["fixed"]
    assert found.details["tau2"] >= 0 and 0 <= found.details["i2"] <= 100
    assert found.high - found.low >= (fixed.high - fixed.low) * (1 - 1e-12)
    assert min(one for one, _ in pairs) - 1e-9 <= found.effect <= max(one for one, _ in pairs) + 1e-9


@given(results)
@few
def test_each_place_is_drawn_toward_the_mean_and_never_past_it(pairs):
    found = of(pairs)
    for place in found.details["places"]:
        ends = sorted([place["estimate"], found.effect])
        assert ends[0] - 1e-9 <= place["shrunken"] <= ends[1] + 1e-9


@given(results, st.randoms())
@few
def test_order_changes_nothing_and_places_stay_in_the_order_given(pairs, dice):
    mixed = dice.sample(pairs, len(pairs))
    one, other = of(pairs), of(mixed)
    assert other.effect == pytest.approx(one.effect, rel=1e-9, abs=1e-9)
    assert other.details["tau2"] == pytest.approx(one.details["tau2"], rel=1e-6, abs=1e-6)
    assert [place["estimate"] for place in other.details["places"]] == [value for value, _ in mixed]


@given(results, st.sampled_from([4.0, -0.5]), st.sampled_from([0.0, 32.0]))
@few
def test_unit_and_origin_move_only_what_they_should(pairs, scale, origin):
    one = of(pairs)
    other = of([(scale * value + origin, abs(scale) * error) for value, error in pairs])
    assert other.effect == pytest.approx(scale * one.effect + origin, rel=1e-9, abs=1e-6)
    assert other.details["tau2"] == pytest.approx(scale**2 * one.details["tau2"], rel=1e-6, abs=1e-6)


def test_fifteen_p_values_of_the_paper_leave_four():
    values = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
        0.6528, 0.7590, 1.0,
    ]  # fmt: skip
    found = benjamini_hochberg(values)
    assert found.stands == (True,) * 4 + (False,) * 11
    assert found.adjusted[:4] == pytest.approx([0.0015, 0.003, 0.0095, 0.035625])
    assert found.to_dict()["level"] == 0.05


@given(st.lists(st.integers(0, 1000).map(lambda n: n / 1000), min_size=1, max_size=20), st.randoms())
@few
def test_the_answers_that_stand_are_those_of_the_step_up_rule(values, dice):
    found, ordered = benjamini_hochberg(values, level=0.1), sorted(values)
    last = max((n for n, p in enumerate(ordered, 1) if p * len(values) / n <= 0.1), default=0)
    assert sum(found.stands) == max(last, sum(p <= (ordered[last - 1] if last else -1) for p in values))
    assert all(p <= raised <= 1 for p, raised in zip(values, found.adjusted, strict=True))
    order = dice.sample(range(len(values)), len(values))
    mixed = benjamini_hochberg([values[n] for n in order], level=0.1)
    assert mixed.adjusted == tuple(found.adjusted[n] for n in order)


@pytest.mark.parametrize(
    ("values", "level", "code", "row"),
    [([0.1, 1.2], 0.05, "p_outside", 2), ([-0.1], 0.05, "p_outside", 1), ([0.1], 1.0, "level_outside", None),
     ([None], 0.05, "missing_value", 1)],
)  # fmt: skip
def test_wrong_p_values_are_named(values, level, code, row):
    with pytest.raises(MethodError) as refused:
        benjamini_hochberg(values, level=level)
    assert (refused.value.code, refused.value.row) == (code, row)
