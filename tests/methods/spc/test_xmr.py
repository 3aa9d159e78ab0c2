"""XmR charts against every label of a published tool, and the laws that any such chart keeps."""

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.notes import MethodError
from cydwaith.methods.spc import Recalculation, xmr
from tests.methods import real

BETTER = {"increase": "high", "decrease": "low", "neutral": None}
NAMES = {
    "Common Cause": ("", 0),
    "Above UCL": ("outside", 1),
    "Below LCL": ("outside", -1),
    "7 Points Above CL": ("shift", 1),
    "7 Points Below CL": ("shift", -1),
    "2 in 3 Above CL": ("two_of_three", 1),
    "2 in 3 Below CL": ("two_of_three", -1),
    "7 Point Trend (Increasing)": ("trend", 1),
    "7 Point Trend (Decreasing)": ("trend", -1),
}
ICONS = {"consistent_pass": "pass", "consistent_fail": "fail", "inconsistent": "inconsistent", "": None}


def all_series():
    found = defaultdict(list)
    for row in real.rows("spc_xmr/xmr_expected.csv.gz"):
        found[row["series"]].append(row)
    return found


def judged(rows):
    first = rows[0]
    starts = [
        n
        for n, row in enumerate(rows, start=1)
        if n > 1 and row["rebase_group"] != rows[n - 2]["rebase_group"]
    ]
    return xmr(
        [float(row["value"]) for row in rows],
        rules="nhsr-0.2.2",
        better=BETTER[first["direction"]],
        target=float(first["target"]) if first["target"] else None,
        baseline=int(float(first["fix_after"])) if first["fix_after"] else None,
        recalculate=[Recalculation(start, "as recorded") for start in starts],
        screen=first["screen_outliers"] == "True",
    )


def test_every_label_of_the_published_tool_is_met():
    points = 0
    for name, rows in all_series().items():
        chart = judged(rows)
        for n, row in enumerate(rows):
            if row["lpl"] == "":
                continue
            points += 1
            where = (name, row["date"])
            assert chart.mean[n] == pytest.approx(float(row["mean"]), rel=1e-9, abs=1e-12), where
            assert chart.lower[n] == pytest.approx(float(row["lpl"]), rel=1e-9, abs=1e-12), where
            assert chart.upper[n] == pytest.approx(float(row["upl"]), rel=1e-9, abs=1e-12), where
            signal, way = NAMES[row["special_cause"]]
            assert chart.signal[n] == signal, where
            assert not signal or getattr(chart.signals, signal)[n] == way, where
            assert chart.kind[n] == row["point_type"].removeprefix("special_cause_"), where
        if rows[-1]["lpl"]:
            assert chart.assurance == ICONS[rows[-1]["assurance"]], name
    assert points > 6000


values = st.lists(st.floats(-1e6, 1e6).map(lambda x: round(x, 3)), min_size=13, max_size=60)


@given(values)
def test_another_unit_changes_no_signal_unless_rounding_does(series):
    whole = [float(int(value)) for value in series]
    one, other = xmr(whole, rules="mdc-2023"), xmr([8 * value + 64 for value in whole], rules="mdc-2023")
    assert np.allclose(other.upper, 8 * one.upper + 64)
    near = (
        np.isclose(one.values, one.upper)
        | np.isclose(one.values, one.mean)
        | np.isclose(one.values, one.lower)
    )
    if not near.any():
        assert (one.signals.outside == other.signals.outside).all()
        assert (one.signals.shift == other.signals.shift).all()


@given(values)
def test_upside_down_every_high_is_a_low(series):
    up, down = xmr(series, better="high"), xmr([-value for value in series], better="low")
    for one, other in zip(up.signals.each(), down.signals.each(), strict=True):
        assert (one == -other).all()
    assert (up.kind == down.kind).all()


@given(values)
def test_the_same_series_twice_is_the_same_to_the_bit(series):
    assert xmr(series).to_dict() == xmr(np.array(series)).to_dict()


def test_twenty_draws_have_the_limits_of_the_packages_own_example():
    series = [1, 2, 1, 2, 10, *([1, 2] * 10)]
    unscreened = xmr(series, rules="nhsr-0.2.2", screen=False)
    moving = np.abs(np.diff(series)).mean()
    assert unscreened.upper[0] == pytest.approx(np.mean(series) + 2.66 * moving)
    screened = xmr(series, rules="nhsr-0.2.2")
    assert screened.upper[0] < unscreened.upper[0]


def test_under_thirteen_points_there_are_dots_and_no_icons():
    chart = xmr(range(12), target=5, better="high")
    assert [one.code for one in chart.refusals] == ["too_few_points"]
    assert np.isnan([chart.mean, chart.lower, chart.upper]).all()
    assert (chart.variation, chart.assurance, chart.target, chart.better) == (None, None, 5, "high")
    assert chart.signal.tolist() == chart.kind.tolist() == [""] * 12
    assert [flags.tolist() for flags in chart.signals.each()] == [[0] * 12] * 4
    assert chart.values.tolist() == list(range(12))
    assert not xmr(range(13)).refusals


def test_a_constant_series_is_a_flat_line_with_a_note():
    chart = xmr([5] * 20, better="low")
    assert "flat_line" in [one.code for one in chart.notes]
    assert set(chart.kind) == {"common_cause"}


def test_seven_in_a_row_are_a_shift_and_six_are_not():
    base = [2, 0] * 10
    assert not xmr([*base, *[3, 2.5] * 3]).signals.shift[-1]
    assert xmr([*base, *[3, 2.5] * 3, 3]).signals.shift[-7:].tolist() == [1] * 7


def test_six_rising_points_are_a_trend_in_one_rule_set_and_not_in_the_other():
    series = [5, 4] * 10 + [4.1, 4.2, 4.3, 4.4, 4.5]
    assert xmr(series, rules="mdc-2023").signals.trend[-6:].tolist() == [1] * 6
    assert not xmr(series, rules="nhsr-0.2.2").signals.trend.any()


def test_a_tie_ends_a_trend():
    assert not xmr([5, 4] * 10 + [4.1, 4.2, 4.2, 4.3, 4.4]).signals.trend.any()


def test_past_three_sigma_counts_toward_two_of_three_in_the_newer_rules_only():
    series = [0.0, 1.0] * 12 + [2.9, 4.5, 0.6]
    newer, older = xmr(series, rules="mdc-2023"), xmr(series, rules="nhsr-0.2.2", screen=False)
    assert newer.signals.outside[-2] == older.signals.outside[-2] == 1
    assert newer.signals.two_of_three[-3:].tolist() == [1, 1, 0]
    assert not older.signals.two_of_three.any()


def test_a_point_that_is_both_is_an_improvement():
    series = [0, 2] * 10 + [9, 8, 7, 6, 5, 4]
    falling_but_high = xmr(series, better="high")
    assert falling_but_high.signals.trend[-1] == -1
    assert falling_but_high.kind[-6] == "improvement"


def test_what_is_good_names_a_point_that_is_also_bad_in_the_newer_rules_only():
    series = [0, 2] * 10 + [4.0, 3.9, 3.8, 3.7, 3.6, 3.5, 3.4]
    newer, older = (xmr(series, rules=rules, better="high") for rules in ("mdc-2023", "nhsr-0.2.2"))
    assert newer.signals.shift[-1] == older.signals.shift[-1] == 1
    assert newer.signals.trend[-1] == older.signals.trend[-1] == -1
    assert (newer.kind[-1], older.kind[-1]) == ("improvement", "concern")
    assert (newer.variation, older.variation) == ("improvement", "concern")


def test_five_falling_points_are_no_trend_in_either():
    series = [5, 4] * 10 + [4.8, 4.7, 4.6, 4.5, 4.4]
    assert not xmr(series, rules="mdc-2023").signals.trend.any()
    assert xmr([*series, 4.3], rules="mdc-2023").signals.trend[-6:].tolist() == [-1] * 6


def test_a_change_is_too_recent_when_the_next_one_follows_it_closely():
    series = [1, 2] * 10 + [11, 12] * 10
    first, second = Recalculation(21, "the clinic moved"), Recalculation(28, "a new form")
    chart = xmr(series, recalculate=[first, second])
    assert chart.recalculated == (second,)
    assert chart.mean[26] != chart.mean[27] == pytest.approx(np.mean(series[27:]))
    told = next(one for one in chart.notes if one.code == "change_too_recent")
    assert told.words.en.startswith("There are 7 points since the change at point 21, and 13 are needed.")


def test_thirteen_points_after_a_change_are_enough():
    series = [1, 2] * 10 + [11, 12] * 6 + [11]
    assert len(xmr(series, recalculate=[Recalculation(21, "moved")]).recalculated) == 1
    assert not xmr(series[:-1], recalculate=[Recalculation(21, "moved")]).recalculated


def test_new_limits_begin_only_at_a_change_with_a_reason():
    series = [1, 2] * 10 + [11, 12] * 10
    chart = xmr(series, recalculate=[Recalculation(21, "the clinic moved")])
    assert chart.mean[19] == pytest.approx(1.5)
    assert chart.mean[20] == pytest.approx(11.5)
    with pytest.raises(MethodError) as refused:
        xmr(series, recalculate=[Recalculation(21, " ")])
    assert (refused.value.code, refused.value.row) == ("change_needs_reason", 21)


def test_a_change_too_recent_keeps_the_limits_of_before():
    series = [1, 2] * 10 + [11, 12] * 5
    chart = xmr(series, recalculate=[Recalculation(21, "the clinic moved")])
    assert "change_too_recent" in [one.code for one in chart.notes]
    assert chart.recalculated == ()
    assert len(set(chart.mean)) == 1


@pytest.mark.parametrize(
    ("wrongly", "code", "field", "row"),
    [
        ({"rules": "excel"}, "unknown_rules", "rules", None),
        ({"better": "up"}, "which_way_is_better", "better", None),
        ({"baseline": 1}, "baseline_too_short", "baseline", None),
        ({"baseline": 21}, "baseline_too_short", "baseline", None),
        ({"recalculate": [Recalculation(13, "x")]}, "change_outside", "recalculate", 13),
        ({"recalculate": [Recalculation(21, "x")]}, "change_outside", "recalculate", 21),
        ({"recalculate": [Recalculation(n, "x") for n in (15, 14)]}, "change_outside", "recalculate", 14),
        ({"recalculate": [Recalculation(n, "x") for n in (15, 15)]}, "change_outside", "recalculate", 15),
        ({"target": float("nan")}, "missing_value", "target", 1),
    ],
)
def test_a_wrong_question_is_named(wrongly, code, field, row):
    with pytest.raises(MethodError) as refused:
        xmr(range(20), **wrongly)
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, field, row)


def test_the_edges_of_what_may_be_asked_are_answered():
    assert xmr(range(20), baseline=2).mean[0] == pytest.approx(0.5)
    assert xmr(range(20), baseline=20).mean[0] == pytest.approx(9.5)
    assert not xmr(range(26), recalculate=[Recalculation(14, "x")]).refusals
    with pytest.raises(MethodError, match="from 14 to 20"):
        xmr(range(20), recalculate=[Recalculation(21, "x")])


def test_limits_of_a_baseline_judge_all_that_follows():
    series = [1, 2] * 6 + [8] * 8
    chart = xmr(series, baseline=12)
    assert chart.mean[-1] == pytest.approx(1.5)
    assert chart.signals.outside[-8:].tolist() == [1] * 8


@pytest.mark.parametrize(
    ("target", "better", "icon"),
    [
        (0, "high", "pass"),
        (9, "high", "fail"),
        (9, "low", "pass"),
        (0, "low", "fail"),
        (4, "low", "inconsistent"),
    ],
)
def test_the_second_icon_is_the_target_against_the_limits(target, better, icon):
    assert xmr([4, 5] * 10, target=target * 1.0 + (0 if target else -3), better=better).assurance == icon


def test_a_target_on_a_limit_may_be_met_or_not():
    chart = xmr([4, 5] * 10, target=0, better="high")
    for edge in (chart.lower[-1], chart.upper[-1]):
        assert xmr([4, 5] * 10, target=edge, better="high").assurance == "inconsistent"
    assert xmr([4, 5] * 10, target=4).assurance is None
