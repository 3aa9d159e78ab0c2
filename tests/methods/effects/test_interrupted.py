"""Interrupted series: a planted fall, a slow oracle, simulated truth, and every refusal."""

import csv
import json
from datetime import date
from math import exp, log, nan, sqrt
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.effects import interrupted
from cydwaith.methods.effects.segments import design, fitted, ljung_box, newey_west_lags
from cydwaith.methods.notes import MethodError
from cydwaith.methods.result import Strength

INVENTED = Path(__file__).resolve().parents[3] / "docs" / "methods" / "examples" / "admissions.csv"


def columns_of(path):
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return {name: [row[name] if name == "month" else float(row[name]) for row in rows] for name in rows[0]}


def admissions():
    found = columns_of(INVENTED)
    return {"month": found["month"], "cases": found["admissions"], "people": found["people"]}


def law(data=None, **options):
    asked = {
        "change": "2024-01",
        "outcome": "cases",
        "time": "month",
        "exposure": "people",
        "family": "quasipoisson",
        "slope": False,
        "errors": "model",
        "protocol": "the law of that January",
    }
    return interrupted(data or admissions(), **(asked | options))


def test_the_planted_fall_is_inside_its_interval_and_the_season_narrows_it():
    found, plain = law(season=12).level, law().level
    assert found.low < 0.88 < found.high < 1
    assert found.high / found.low < plain.high / plain.low
    assert (found.details["points_before"], found.details["points_after"]) == (36, 23)
    json.dumps(law().to_dict(), allow_nan=False)


def test_the_same_question_asked_otherwise_stands_beside():
    found = law(season=12)
    beside = {one.key: one for one in found.level.sensitivities}
    assert list(beside) == ["other_errors", "other_shape", "no_season", "placebo"]
    assert beside["other_errors"].effect == found.level.effect
    assert beside["other_errors"].low != found.level.low
    assert beside["no_season"].effect == pytest.approx(law().level.effect)
    assert beside["other_shape"].effect == pytest.approx(law(season=12, slope=True).level.effect)
    assert beside["placebo"].low < 1 < beside["placebo"].high
    first = {name: column[:36] for name, column in admissions().items()}
    early = interrupted(
        first,
        change="2022-07",
        outcome="cases",
        time="month",
        exposure="people",
        family="quasipoisson",
        slope=False,
        errors="model",
        protocol="x",
    )
    assert next(one for one in law().level.sensitivities if one.key == "placebo").effect == pytest.approx(
        early.level.effect
    )


def codes(notes):
    return [note.code for note in notes]


def plain_counts(columns, values, exposure):
    """IRLS written out, with normal equations and plain lists of weights."""
    effects = np.zeros(columns.shape[1])
    effects[0] = log(values.sum() / exposure.sum())
    for _ in range(100):
        mean = np.array(
            [exp(float(row @ effects)) * risk for row, risk in zip(columns, exposure, strict=True)]
        )
        information = sum(m * np.outer(row, row) for m, row in zip(mean, columns, strict=True))
        score = sum((y - m) * row for y, m, row in zip(values, mean, columns, strict=True))
        effects = effects + np.linalg.solve(information, score)
    return effects, mean, np.linalg.inv(information)


def plain_newey_west(columns, away, inverse, lags):
    points, width = columns.shape
    total = np.zeros((width, width))
    for i in range(points):
        for j in range(points):
            if abs(i - j) <= lags:
                weight = 1 - abs(i - j) / (lags + 1)
                total += weight * away[i] * away[j] * np.outer(columns[i], columns[j])
    return inverse @ (total * points / (points - width)) @ inverse


def test_the_fit_of_counts_agrees_with_the_sum_written_plainly():
    data = admissions()
    values, risk = np.array(data["cases"]), np.array(data["people"])
    columns = design(59, 36, slope=True, season=12)
    ours = fitted(columns, values, "quasipoisson", risk, None)
    effects, mean, inverse = plain_counts(columns, values, risk)
    assert ours.effects[1:] == pytest.approx(effects[1:], abs=1e-9)
    assert ours.fitted == pytest.approx(mean, rel=1e-9)
    assert ours.dispersion == pytest.approx(float(((values - mean) ** 2 / mean).sum() / (59 - 8)))
    assert ours.model == pytest.approx(inverse * ours.dispersion, rel=1e-5, abs=1e-12)
    assert ours.lags == 3
    expected = plain_newey_west(columns, values - mean, inverse, 3)
    assert ours.newey_west[2, 2] == pytest.approx(expected[2, 2], rel=1e-6)
    assert ours.newey_west[1, 3] == pytest.approx(expected[1, 3], rel=1e-6)


@pytest.mark.parametrize("lags", [0, 1, 5])
def test_newey_west_of_a_line_agrees_with_the_sum_written_plainly(lags):
    values = series()
    columns = design(len(values), 24, slope=True, season=None)
    ours = fitted(columns, np.array(values), "gaussian", np.ones(len(values)), lags)
    inverse = np.linalg.inv(columns.T @ columns)
    away = np.array(values) - columns @ inverse @ columns.T @ np.array(values)
    assert ours.newey_west == pytest.approx(plain_newey_west(columns, away, inverse, lags), rel=1e-6)


def test_the_rule_for_lags_and_the_test_of_residuals_are_those_of_the_papers():
    assert [newey_west_lags(points) for points in (2, 24, 59, 100, 1000)] == [1, 2, 3, 4, 6]
    flat = np.array([1.0, -1.0] * 20)
    assert ljung_box(flat, 2) < 1e-9
    r1 = -39 / 40
    assert ljung_box(flat, 1) == pytest.approx(np.float64(tail(40 * 42 * r1**2 / 39)), abs=1e-12)
    assert ljung_box(np.zeros(10), 2) == 1.0


def tail(value):
    from math import erfc

    return erfc(sqrt(value / 2))


def series(points=48, at=24, step=5.0, slope=0.3, noise=1.0, seed=2):
    dice = np.random.default_rng(seed)
    time = np.arange(points)
    after = time >= at
    line = 20 + 0.2 * time + step * after + slope * (time - at) * after
    return (line + dice.normal(0, noise, points)).tolist()


def ask(values=None, **options):
    return interrupted(series() if values is None else values, **({"change": 25, "protocol": "P1"} | options))


def test_a_line_without_noise_is_found_exactly():
    found = ask(series(noise=0))
    assert found.level.effect == pytest.approx(5.0)
    assert found.slope.effect == pytest.approx(0.3)
    assert found.without == pytest.approx([20 + 0.2 * time for time in range(48)])


def test_the_truth_of_an_invented_series_is_held_by_the_interval():
    held = [ask(series(seed=n)).level for n in range(80)]
    assert np.mean([one.effect for one in held]) == pytest.approx(5.0, abs=0.3)
    assert sum(one.low < 5 < one.high for one in held) >= 66
    assert {one.design.strength for one in held} <= {Strength.C, Strength.D}


def test_a_clean_series_is_of_strength_c():
    assert ask().level.design.strength == Strength.C
    assert ask().level.warnings == ()
    assert ask().slope.measure.en != ask().level.measure.en


def test_counts_with_a_known_ratio_are_found():
    dice = np.random.default_rng(3)
    counts = dice.poisson(np.where(np.arange(80) < 40, 500, 400)).tolist()
    found = interrupted(counts, change=41, family="quasipoisson", protocol="P", slope=False)
    assert found.level.effect == pytest.approx(0.8, abs=0.05)
    assert found.level.unit == "ratio"
    assert found.without[:40] == pytest.approx(found.fitted[:40])
    assert found.without[40:] == pytest.approx(found.fitted[40:] / found.level.effect)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"change": 12}, "too_few_before"),
        ({"change": 24, "season": 12}, "too_few_before"),
        ({"change": 44}, "too_few_after"),
        ({"other_changes": [27]}, "another_change_near"),
        ({"other_changes": [23]}, "another_change_near"),
        ({"protocol": ""}, "chosen_after_looking"),
        ({"protocol": " "}, "chosen_after_looking"),
        ({"protocol": "", "decided_on": 49}, "chosen_after_looking"),
    ],
)
def test_each_refusal_has_its_code_and_both_languages(options, code):
    found = ask(**options)
    assert codes(found.level.refusals) == [code]
    assert found.level.effect is found.fitted is found.slope is None
    words = found.level.refusals[0].words
    assert words.en != words.cy
    assert found.to_dict()["refusals"][0]["code"] == code


@pytest.mark.parametrize(
    "options",
    [
        {"change": 13},
        {"change": 25, "season": 12},
        {"change": 43},
        {"other_changes": [28]},
        {"other_changes": [22]},
        {"protocol": "", "decided_on": 48},
    ],
)
def test_a_point_further_each_is_answered(options):
    assert ask(**options).level.effect is not None


def test_another_change_further_off_is_named():
    found = ask(other_changes=[28, 40]).level
    assert "28, 40" in next(note for note in found.warnings if note.code == "other_changes").words.en


def test_the_date_of_the_decision_or_the_protocol_is_told():
    assert "P1" in ask().level.assumptions[-1].en
    assert "30" in ask(protocol="", decided_on=30).level.assumptions[-1].cy


def test_a_series_that_follows_itself_is_a_weak_sign():
    dice, values = np.random.default_rng(4), [0.0]
    for _ in range(99):
        values.append(0.9 * values[-1] + dice.normal())
    found = ask(values, change=51)
    assert "autocorrelation_left" in codes(found.level.warnings)
    assert found.level.design.strength == Strength.D


@pytest.mark.parametrize("values", [[0] * 48, [5] * 24 + [0] * 24])
def test_counts_that_run_to_nothing_have_no_fit(values):
    found = ask(values, family="quasipoisson", slope=False)
    assert codes(found.level.refusals) == ["no_fit"]


def dated(values, start=date(2020, 1, 1)):
    months = [f"{start.year + n // 12}-{n % 12 + 1:02d}" for n in range(len(values))]
    return {"month": months, "value": values}


@pytest.mark.parametrize(
    ("series", "options", "code", "row"),
    [
        ([], {}, "no_rows", None),
        ([1, nan], {}, "missing_value", 2),
        ({"value": [1, 2, 3], "t": [1, 2, 2]}, {"time": "t"}, "given_twice", 3),
        ({"value": [1, 2, 3, 4], "t": [1, 2, 3, 5]}, {"time": "t"}, "uneven", 4),
        ({"value": [1, 2], "t": ["2020-01", 3]}, {"time": "t"}, "mixed_times", None),
        ({"value": [1, 2], "t": ["2020-01", "2020-13"]}, {"time": "t"}, "not_a_time", 2),
        ({"value": [1, 2], "t": [1, None]}, {"time": "t"}, "not_a_time", 2),
        ({"value": [1, 2], "t": [1, nan]}, {"time": "t"}, "not_a_time", 2),
        (dated([1.0] * 30), {"time": "month", "change": 25}, "mixed_times", None),
        ([1, -1], {"family": "quasipoisson"}, "negative_count", 2),
        ({"value": [1, 1], "n": [1, 0]}, {"family": "quasipoisson", "exposure": "n"}, "no_exposure", 2),
        ({"value": [1, 1], "n": [1, 1]}, {"exposure": "n"}, "exposure_of_counts", None),
        ([1] * 30, {"change": 1}, "change_outside", None),
        ([1] * 30, {"change": 31}, "change_outside", None),
        ([1] * 30, {"lags": 30}, "wrong_lags", None),
        ([1] * 30, {"season": 3}, "wrong_season", None),
        ([1] * 30, {"family": "poisson"}, "unknown_family", None),
        ([1] * 30, {"errors": "robust"}, "unknown_errors", None),
    ],
)
def test_wrong_input_is_named(series, options, code, row):
    with pytest.raises(MethodError) as error:
        ask(series, **options)
    assert (error.value.code, error.value.row) == (code, row)


def test_days_weeks_and_months_are_all_evenly_spaced():
    values = series()
    weeks = [date.fromordinal(737000 + 7 * n) for n in range(48)]
    by_week = ask({"value": values, "t": weeks}, time="t", change=weeks[24])
    by_month = ask(dated(values), time="month", change="2022-01")
    assert by_week.level.effect == by_month.level.effect == ask().level.effect
    assert by_month.labels[0] == "2020-01-01"


laws = settings(max_examples=12, deadline=None)


@laws
@given(st.randoms())
def test_the_order_of_rows_changes_nothing_to_the_bit(dice):
    data = {"value": series(), "t": list(range(1, 49))}
    order = list(range(48))
    dice.shuffle(order)
    mixed = {name: [column[n] for n in order] for name, column in data.items()}
    assert ask(mixed, time="t").level == ask(data, time="t").level


@laws
@given(st.floats(-1000, 1000), st.floats(0.01, 100))
def test_a_constant_changes_no_step_and_a_unit_scales_it(constant, scale):
    one, other = ask().level, ask([constant + scale * value for value in series()]).level
    assert other.effect == pytest.approx(scale * one.effect, rel=1e-6)
    assert other.standard_error == pytest.approx(scale * one.standard_error, rel=1e-6)


@laws
@given(st.floats(0.01, 100))
def test_people_at_risk_counted_in_thousands_change_no_ratio(scale):
    data = admissions()
    data["people"] = [value * scale for value in data["people"]]
    other = interrupted(
        data, change="2024-01", outcome="cases", time="month", exposure="people", family="quasipoisson", protocol="P"
    )  # fmt: skip
    assert other.level.effect == pytest.approx(law(slope=True).level.effect)


@laws
@given(st.integers(-500, 500))
def test_moving_time_moves_the_labels_only(by):
    data = {"value": series(), "t": [n + by for n in range(48)]}
    assert ask(data, time="t", change=24 + by).level.effect == ask().level.effect
