"""Time to an event: the Pennsylvania bonus to the published figures, slow oracles, laws, every refusal."""

import json
from math import log, nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.effects import time_to_event
from cydwaith.methods.effects.incidence import incidence, share_within
from cydwaith.methods.notes import MethodError
from cydwaith.methods.result import Strength
from tests.methods import real

from .spells import NAMES, ask, codes, people


def bonus():
    rows = [row for row in real.rows("penn_bonus/penn_jae.csv.gz") if row["tg"] in ("0", "4")]
    weeks = [float(row["inuidur1"]) for row in rows]
    return {
        "time": [min(week, 26) for week in weeks],
        "event": [int(week < 26) for week in weeks],
        "arm": [row["tg"] for row in rows],
    }


@pytest.fixture(scope="module")
def pennsylvania():
    return time_to_event(
        bonus(), **NAMES, until=26, clock="assignment", at=(13, 25), hazard_ratio=True, randomised=True
    )


def test_the_published_shares_mean_times_and_log_rank_of_the_bonus_are_met(pennsylvania):
    assert [round(one.effect, 3) for one in pennsylvania.shares] == [0.442, 0.252, 0.398, 0.230]
    assert [round(one.effect, 2) for one in pennsylvania.means] == [12.86, 12.07]
    assert round(pennsylvania.log_rank.statistic, 2) == 5.89
    assert pennsylvania.log_rank.freedom == 1
    assert pennsylvania.log_rank.p == pytest.approx(0.01526, abs=1e-5)
    assert pennsylvania.result.n == 5099


def test_the_published_hazard_ratio_of_the_bonus_is_met(pennsylvania):
    ratio = pennsylvania.hazard_ratio
    assert round(log(ratio.effect), 4) == 0.0817
    assert round(ratio.standard_error, 4) == 0.0338
    assert ratio.low < 1.0855 < ratio.high
    assert (ratio.unit, ratio.comparison.en) == ("ratio", "4 against 0.")


def test_the_difference_carries_its_interval_and_the_strength_of_chance(pennsylvania):
    result = pennsylvania.result
    assert result is pennsylvania.differences[0]
    assert result.effect == pytest.approx(12.07163 - 12.85987, abs=1e-4)
    parts = [one.standard_error for one in pennsylvania.means]
    assert result.standard_error == pytest.approx(np.hypot(*parts))
    assert result.high == pytest.approx(result.effect + 1.959964 * result.standard_error)
    assert result.design.strength == Strength.A
    assert {one.design.strength for one in pennsylvania.means} == {Strength.E}
    assert pennsylvania.refusals == ()
    json.dumps(pennsylvania.to_dict(), allow_nan=False)


def plain_shares(times, codes_, when):
    """The share with event 1 by ``when``, one time after another."""
    left, share = 1.0, 0.0
    for step in sorted({t for t, c in zip(times, codes_, strict=True) if c and t <= when}):
        risk = sum(t >= step for t in times)
        ours = sum(t == step and c == 1 for t, c in zip(times, codes_, strict=True))
        every = sum(t == step and c > 0 for t, c in zip(times, codes_, strict=True))
        share += left * ours / risk
        left *= 1 - every / risk
    return share


followed = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 2)), min_size=1, max_size=25)
laws = settings(max_examples=40, deadline=None)


@laws
@given(followed, st.integers(0, 13))
def test_shares_agree_with_the_sum_written_plainly(rows, when):
    times, found = [float(t) for t, _ in rows], [c for _, c in rows]
    ours = incidence(np.array(times), np.array(found))
    assert ours.by(when) == pytest.approx(plain_shares(times, found, when))
    area = sum(plain_shares(times, found, t) for t in range(13))
    assert ours.time_since(13) == pytest.approx(area)


@laws
@given(followed)
def test_without_anything_in_the_way_the_error_is_greenwoods(rows):
    times = np.array([float(t) for t, _ in rows])
    happened = np.array([min(c, 1) for _, c in rows])
    ours = incidence(times, happened)
    for when in ours.times:
        steps = [(sum(times >= s), sum((times == s) & (happened == 1))) for s in ours.times if s <= when]
        left = np.prod([1 - d / r for r, d in steps])
        green = left * np.sqrt(sum(d / (r * (r - d)) for r, d in steps)) if left > 0 else 0.0
        assert ours.error_by(when) == pytest.approx(green, abs=1e-12)


@laws
@given(followed)
def test_errors_of_the_whole_curve_are_those_of_each_time(rows):
    ours = incidence(np.array([float(t) for t, _ in rows]), np.array([c for _, c in rows]))
    assert ours.errors() == pytest.approx([ours.error_by(when) for when in ours.times], abs=1e-9)


def test_the_error_of_a_mean_time_is_greenwoods_and_that_of_drawing_again():
    data = people(300, competing=True)
    times, found = np.array(data["time"]), np.array(data["event"])
    dice = np.random.default_rng(2)
    drawn, shares = [], []
    for _ in range(300):
        chosen = dice.integers(0, 300, 300)
        one = incidence(times[chosen], found[chosen])
        drawn.append(one.time_since(20))
        shares.append(one.by(10))
    ours = incidence(times, found)
    assert ours.error_since(20) == pytest.approx(np.std(drawn), rel=0.12)
    assert ours.error_by(10) == pytest.approx(np.std(shares), rel=0.12)
    alone = incidence(times, np.minimum(found, 1))
    steps = zip(alone.times, alone.at_risk, alone.events, strict=True)
    left = 1 - alone.share
    area = [
        sum(s * max(0.0, min(e, 20) - b) for s, b, e in zip(left, alone.times, [*alone.times[1:], 1e9], strict=True) if b >= t)
        for t in alone.times
    ]  # fmt: skip
    green = sum(
        a**2 * d / (r * (r - d)) for a, (t, r, d) in zip(area, steps, strict=True) if t <= 20 and r > d
    )
    assert alone.error_since(20) == pytest.approx(np.sqrt(green))


def test_intervals_of_shares_stay_within_what_shares_can_be():
    low, high = share_within(np.array([0.4423, 0.0, 1.0, 1e-16]), np.array([0.00858, 0, 0, 1e-9]), 20)
    assert (low[0], high[0]) == pytest.approx((0.42540, 0.45907), abs=2e-4)
    assert (low[1], high[1]) == (low[3], high[3]) == (0.0, pytest.approx(0.16113, abs=1e-4))
    assert (low[2], high[2]) == (pytest.approx(1 - 0.16113, abs=1e-4), 1.0)


def test_log_rank_agrees_with_the_sum_written_plainly():
    data = people(60)
    found = ask(data, until=100).log_rank
    away = spread = 0.0
    times, arms = np.array(data["time"]), np.array(data["arm"]) == "arm 1"
    for step in sorted(set(data["time"])):
        risk, ours = (times >= step).sum(), ((times >= step) & arms).sum()
        events, own = (times == step).sum(), ((times == step) & arms).sum()
        away += own - events * ours / risk
        if risk > 1:
            spread += events * ours / risk * (1 - ours / risk) * (risk - events) / (risk - 1)
    assert found.statistic == pytest.approx(away**2 / spread)


def test_log_rank_of_three_groups_has_two_degrees_and_of_one_is_not_given():
    data = people(90) | {"arm": ["a", "b", "c"] * 30}
    found = ask(data)
    assert found.log_rank.freedom == 2
    assert [one.comparison.en for one in found.differences] == ["b against a.", "c against a."]
    alone = ask(group=None)
    assert (alone.log_rank, alone.differences, len(alone.curves)) == (None, (), 1)
    assert alone.result is alone.means[0]
    assert alone.result.design.strength == Strength.E


def test_two_groups_that_are_the_same_differ_by_nothing():
    data = people(40)
    twice = {name: column * 2 for name, column in data.items()} | {"arm": ["a"] * 40 + ["b"] * 40}
    found = ask(twice, hazard_ratio=True)
    assert found.result.effect == 0
    assert found.log_rank.statistic == pytest.approx(0)
    assert found.hazard_ratio.effect == pytest.approx(1)


def test_the_reference_can_be_chosen_and_turns_the_sign():
    one, other = ask().result, ask(reference="arm 1").result
    assert one.effect == pytest.approx(-other.effect)
    assert other.comparison.en == "arm 0 against arm 1."


def test_the_mean_times_of_invented_people_are_what_they_were_made_with():
    dice = np.random.default_rng(7)
    data = {"time": dice.exponential(10, 4000), "event": [1] * 4000, "arm": ["a", "b"] * 2000}
    found = ask(data, until=10)
    for one in found.means:
        assert one.low < 10 * (1 - np.exp(-1)) < one.high


@pytest.mark.parametrize("clock", ["first meeting", "start of support", "Referral"])
def test_a_clock_that_starts_late_is_refused(clock):
    found = ask(clock=clock)
    assert codes(found.refusals) == codes(found.result.refusals) == ["immortal_time"]
    assert clock in found.refusals[0].words.cy
    assert (found.result.effect, found.curves, found.means) == (None, (), ())


def test_a_clock_must_be_stated():
    assert codes(ask(clock=None).refusals) == ["clock_not_stated"]


def test_too_many_lost_gives_the_best_and_the_worst_case_and_no_number():
    found = ask(people(200, lost=0.4))
    assert codes(found.refusals) == ["too_many_lost"] * 2
    assert found.result.effect is found.result.low is None
    low, high = (one.effect for one in found.result.sensitivities[::-1])
    assert low < high
    alone = found.means[0]
    assert alone.effect is None
    assert [one.key for one in alone.sensitivities] == ["lost_never", "lost_at_once"]
    assert alone.sensitivities[0].effect > alone.sensitivities[1].effect


def test_a_fifth_lost_is_answered_with_both_cases_beside():
    times, event = [5.0] * 8 + [1.0] * 2, [1] * 8 + [0] * 2
    found = time_to_event(
        {"time": times, "event": event}, time="time", event="event", until=5, clock="referral", at=[5]
    )
    assert found.result.effect == 5
    assert codes(found.result.warnings) == ["some_lost"]
    assert [one.effect for one in found.result.sensitivities] == [5.0, pytest.approx(4.2)]
    more = time_to_event(
        {"time": times[1:], "event": event[1:]}, time="time", event="event", until=5, clock="referral"
    )
    assert codes(more.refusals) == ["too_many_lost"]
    assert "22%" in more.refusals[0].words.en


def test_people_who_were_followed_to_the_end_are_not_lost():
    found = ask({"time": [1, 20, 25], "event": [1, 0, 0]}, group=None)
    assert found.curves[0].lost == 0
    assert found.result.sensitivities == ()


def test_a_question_beyond_what_anybody_was_followed_is_refused():
    data = {"time": [1.0, 2, 3, 3], "event": [1, 1, 1, 0]}
    assert codes(ask(data, group=None, until=4).refusals) == ["follow_up_too_short"]
    assert ask(data, group=None, until=3).result.effect is not None
    ended = {"time": [1.0, 2, 3, 3], "event": [1, 1, 1, 1]}
    assert ask(ended, group=None, until=4).result.effect == pytest.approx(2.25)


def test_what_comes_first_gives_the_cumulative_incidence_and_no_log_rank():
    found = ask(people(competing=True), at=[10])
    assert (found.curve, found.log_rank) == ("incidence", None)
    assert codes(found.result.warnings) == ["no_log_rank"]
    assert "since the event" in found.result.measure.en
    assert found.curves[0].others > 0
    one = found.curves[0]
    assert (np.diff(one.shares) >= 0).all()
    assert one.shares[-1] < 1


@pytest.mark.parametrize("curve", ["survival", "one_minus_km"])
def test_one_minus_kaplan_meier_is_refused_where_something_else_can_come_first(curve):
    found = ask(people(competing=True), curve=curve)
    assert codes(found.refusals) == ["one_minus_km"]
    assert found.result.effect is not None
    assert found.curve == "incidence"
    assert ask(curve=curve).refusals == ()


def test_one_minus_kaplan_meier_would_say_too_much():
    data = people(300, competing=True)
    times, found = np.array(data["time"]), np.array(data["event"])
    right = incidence(times, found).by(15)
    wrong = incidence(times, np.where(found == 2, 0, found)).by(15)
    assert wrong > right + 0.05


def test_a_hazard_ratio_is_refused_where_something_else_can_come_first():
    assert codes(ask(people(competing=True), hazard_ratio=True).refusals) == ["hazard_ratio_competing"]


def test_nobody_with_the_event_and_few_people_are_told():
    found = ask({"time": [20] * 5, "event": [0] * 5}, group=None)
    assert codes(found.result.warnings) == ["no_events", "few_people"]
    assert found.result.effect == 20
    assert found.log_rank is None


@pytest.mark.parametrize(
    ("data", "options", "code", "row"),
    [
        ({"time": [1, -1], "event": [1, 1]}, {}, "negative_time", 2),
        ({"time": [1, nan], "event": [1, 1]}, {}, "missing_value", 2),
        ({"time": [1, 1], "event": [1, 0.5]}, {}, "not_an_event", 2),
        ({"time": [1, 1], "event": [-1, 0]}, {}, "not_an_event", 1),
        ({"time": [], "event": []}, {}, "no_rows", None),
        ({"time": [1]}, {}, "no_such_column", None),
        ({"time": [1, 2], "event": [1, 1], "arm": ["a", None]}, {"group": "arm"}, "missing_value", 2),
        ({"time": [1], "event": [1]}, {"until": 0}, "wrong_until", None),
        ({"time": [1], "event": [1]}, {"at": [21]}, "time_outside", 1),
        ({"time": [1], "event": [1]}, {"at": [1, -1]}, "time_outside", 2),
        ({"time": [1], "event": [1]}, {"reference": "b"}, "no_such_group", None),
        ({"time": [1], "event": [1]}, {"curve": "km"}, "unknown_curve", None),
    ],
)
def test_wrong_input_is_named(data, options, code, row):
    with pytest.raises(MethodError) as error:
        ask(data, **({"group": None} | options))
    assert (error.value.code, error.value.row) == (code, row)


few = settings(max_examples=12, deadline=None)


@few
@given(st.randoms())
def test_the_order_of_rows_changes_nothing_to_the_bit(dice):
    data, order = people(60, competing=True), list(range(60))
    dice.shuffle(order)
    mixed = ask({name: [column[n] for n in order] for name, column in data.items()})
    assert mixed.result == ask(data).result


@few
@given(st.floats(0.01, 100))
def test_another_unit_of_time_scales_the_mean_and_nothing_else(scale):
    data = people(60)
    other = data | {"time": [time * scale for time in data["time"]]}
    one, two = ask(data), ask(other, until=20 * scale)
    assert two.result.effect == pytest.approx(one.result.effect * scale)
    assert two.result.standard_error == pytest.approx(one.result.standard_error * scale)
    assert two.log_rank.statistic == pytest.approx(one.log_rank.statistic)


@few
@given(st.lists(st.floats(20, 1000), min_size=1, max_size=20))
def test_what_happens_after_the_end_changes_nothing(later):
    """People last seen, or with the event, after ``until``: the mean until then is the same."""
    base = {"time": [5.0, 8, 12, *[20.0] * len(later)], "event": [1, 1, 1, *[0] * len(later)]}
    moved = {"time": [5.0, 8, 12, *later], "event": [1, 1, 1, *[1 if t > 20 else 0 for t in later]]}
    assert ask(moved, group=None).result == ask(base, group=None).result


@few
@given(st.integers(1, 30))
def test_when_people_are_last_seen_after_the_last_event_changes_no_curve(more):
    data = {"time": [1.0, 2, 3, 4, 5, 5, 5], "event": [1, 1, 1, 1, 0, 0, 0]}
    longer = data | {"time": [1.0, 2, 3, 4, 5 + more, 5 + more, 5 + more]}
    one, other = (ask(rows, group=None, until=5).curves[0] for rows in (data, longer))
    assert one.shares.tolist() == other.shares.tolist()
    assert one.at_risk.tolist() == other.at_risk.tolist()
