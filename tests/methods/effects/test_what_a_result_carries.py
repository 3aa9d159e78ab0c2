"""Every number travels with what it rests on: method, unit, people, comparison, other answers, in figures."""

import numpy as np
import pytest

from cydwaith.methods.effects import (
    before_after,
    benjamini_hochberg,
    instrumented,
    interrupted,
    pooled,
    randomised,
    staggered,
    time_to_event,
    weighted,
)
from cydwaith.methods.effects.chance import Z95
from cydwaith.methods.words import Words
from tests.methods.effects.samples import codes, study, trial

WORDS = Words("hours", "oriau")
BOTH = {"measure": WORDS, "unit": "hours"}


def said(notes, code):
    return next(one.words.en for one in notes if one.code == code)


def keys(result):
    return [one.key for one in result.sensitivities]


def taken_up():
    """A trial in which one of those who were offered it did not come."""
    return trial() | {"took": np.where(np.arange(40) == 1, 0.0, trial()["arm"])}


def test_a_trial_says_its_arms_its_errors_and_its_other_answers():
    found = randomised(trial(), outcome="y", arm="arm", covariates=["x"], **BOTH)
    assert (found.method, found.measure, found.unit, found.confidence) == ("randomised", WORDS, "hours", 0.95)
    assert (found.n, found.effective_n, found.design.key) == (40, 40.0, "randomised")
    assert found.comparison.en.startswith("20 people in “1” against 20 in “0”")
    assert keys(found) == ["unadjusted", "equal_variance"]
    assert set(found.details) == {"arms", "freedom", "standard_errors"}
    arms = found.details["arms"]
    assert [(name, one["people"], one["known"]) for name, one in arms.items()] == [
        ("1", 20, 20),
        ("0", 20, 20),
    ]
    assert arms["1"]["mean"] == pytest.approx(trial()["y"][1::2].mean())
    assert codes(found.warnings) == ["allocation_not_stated", "dates_not_stated"]
    assert found.source and found.assumptions
    bare = randomised(trial(), outcome="y", arm="arm")
    assert (bare.measure, bare.unit, keys(bare)) == (Words("y", "y"), "", ["equal_variance"])
    assert bare.effect == pytest.approx(arms["1"]["mean"] - arms["0"]["mean"])


def test_yes_and_no_say_points_both_intervals_and_the_bounds():
    table = trial()
    table["y"] = (table["y"] > 1).astype(float)
    table["y"][3] = np.nan
    found = randomised(table, outcome="y", arm="arm", unit="hours")
    assert (found.unit, found.n, found.effective_n) == ("percentage points", 40, 39.0)
    assert keys(found) == ["equal_variance", "lowest", "highest"]
    low, high = found.sensitivities[1:]
    assert "(0 there, 1 in the second)" in low.words.en
    assert "(1 there, 0 in the second)" in high.words.en
    assert low.low < low.effect < found.effect < high.effect < high.high
    assert (found.low, found.high) == found.details["newcombe"]
    assert found.details["wald"]["effect"] == pytest.approx(found.effect)
    assert said(found.warnings, "some_not_known").startswith("The outcome of 1 people")


def test_what_breaks_a_trial_is_said_in_figures():
    odd = trial(60)
    odd["arm"][:55] = 1.0
    told = said(randomised(odd, outcome="y", arm="arm", allocation=0.5).refusals, "arm_sizes")
    assert all(part in told for part in ("58", "60", "30"))
    lost = trial()
    lost["y"][:12:2] = np.nan
    refused = randomised(lost, outcome="y", arm="arm", limits=(-9, 9))
    assert codes(refused.refusals) == ["outcome_known_apart"]
    told = said(refused.refusals, "outcome_known_apart")
    assert "100" in told and "70" in told
    assert (refused.effect, refused.design.key, keys(refused)) == (
        None,
        "randomisation_broken",
        ["lowest", "highest"],
    )
    assert refused.details == {"arms": {"1": {"people": 20, "known": 20}, "0": {"people": 20, "known": 14}}}
    more = trial()
    more["y"][:20] = np.nan
    told = said(randomised(more, outcome="y", arm="arm").refusals, "outcome_not_known")
    assert "50" in told
    other = trial() | {"given": np.r_[1.0, trial()["arm"][1:]]}
    told = said(randomised(other, outcome="y", arm="arm", assigned="given").refusals, "not_as_assigned")
    assert "1 " in told and "arm" in told and "given" in told
    third = trial() | {"arm": np.r_[np.full(4, 2.0), trial()["arm"][4:]]}
    assert "4" in said(randomised(third, outcome="y", arm="arm").warnings, "other_arms")
    few = {name: values[:5] for name, values in trial().items()}
    told = said(randomised(few, outcome="y", arm="arm", covariates=["x"]).refusals, "too_many_covariates")
    assert all(part in told for part in ("1", "2"))
    early = randomised(trial(), outcome="y", arm="arm", outcome_date="2026-01-01", assigned_date="2026-02-01")
    assert "40" in said(early.refusals, "outcome_before_assignment")
    assert "dates_not_stated" not in codes(early.warnings)


def test_where_groups_hold_both_arms_people_are_counted_and_not_groups():
    table = trial(200) | {"room": np.arange(200) // 10}
    found = randomised(table, outcome="y", arm="arm", cluster="room", allocation=0.5)
    assert (codes(found.refusals), found.design.key) == ([], "randomised")


def test_taking_part_says_how_much_the_offer_moved():
    found = instrumented(taken_up(), outcome="y", offered="arm", took_part="took", **BOTH)
    assert (found.method, found.measure, found.unit, found.design.key) == (
        "instrumented",
        WORDS,
        "hours",
        "taking_part",
    )
    assert found.comparison.en == (
        "20 people offered it against 20 not offered it; the offer raised taking part by 95.0 percentage points."
    )
    assert (found.n, found.effective_n, keys(found)) == (40, 40.0, ["offer", "anderson_rubin"])
    assert found.details == {"f": pytest.approx(361.0), "took_part_more": pytest.approx(0.95)}
    assert found.sensitivities[0].effect == pytest.approx(0.95 * found.effect)
    assert found.sensitivities[1].effect == found.effect
    nobody = instrumented(trial() | {"took": np.zeros(40)}, outcome="y", offered="arm", took_part="took")
    assert (codes(nobody.refusals), nobody.details) == (["weak_offer"], {"f": 0.0})
    assert "0.0" in said(nobody.refusals, "weak_offer") and "10" in said(nobody.refusals, "weak_offer")
    assert nobody.unit == ""


def test_weights_say_whom_they_left_and_what_a_hidden_cause_would_need():
    found = weighted(
        study(), outcome="y", treated="took", covariates=["before", "age"], earlier=["before"], **BOTH
    )
    assert (found.method, found.measure, found.unit, found.n) == ("weighted", WORDS, "hours", 460)
    assert found.comparison.en.startswith("60 people who took part against 400 others")
    assert f"worth {found.effective_n:.0f} people" in found.comparison.en
    assert "Hainmueller" in found.source and found.assumptions
    assert keys(found) == ["unadjusted", "regression", "oaxaca_blinder"]
    details = found.details
    assert (details["treated"], details["others"]) == (60, 400)
    assert details["effective_others"] == found.effective_n
    assert 1 / 400 < details["largest_weight"] < 1
    assert [row["name"] for row in details["balance"]] == ["before", "age"]
    assert 1 < details["e_value"]["limit"] < details["e_value"]["estimate"]
    assert codes(found.warnings) == ["dates_not_given", "placebo_not_run"]
    assert "before, age" in said(found.warnings, "dates_not_given")
    assert found.sensitivities[0].effect == pytest.approx(study()["y"][:60].mean() - study()["y"][60:].mean())


def test_weights_that_cannot_be_say_which_and_by_how_much():
    tested = weighted(
        study(), outcome="y", treated="took", covariates=["before", "age"], earlier=["before"], placebo="before",
        started="2026-01-01", measured={"before": "2026-02-01", "age": "2025-01-01"},
    )  # fmt: skip
    assert codes(tested.refusals) == ["covariate_after_start", "placebo_fails"]
    told = said(tested.refusals, "covariate_after_start")
    assert "before" in told and "460" in told
    assert (tested.effect, keys(tested)) == (None, ["placebo"])
    shown = tested.sensitivities[0]
    assert f"{shown.low:.4g}" in said(tested.refusals, "placebo_fails")
    assert "before" in shown.words.en
    assert "dates_not_given" not in codes(tested.warnings)
    small = study(own=30, others=40)
    few = weighted(small, outcome="y", treated="took", covariates=["before"], earlier=["before"])
    assert "few_effective" in codes(few.refusals)
    assert "50" in said(few.refusals, "few_effective") and f"{few.effective_n:.0f}" in said(
        few.refusals, "few_effective"
    )


SERIES = (10 + np.tile([0.3, -0.2, 0.1, -0.4, 0.2], 8) + np.r_[np.zeros(20), np.full(20, 3.0)]).tolist()


def test_a_series_says_its_points_its_change_and_its_other_answers():
    found = interrupted(SERIES, change=21, protocol="written in May", measure=WORDS)
    assert (found.level.method, found.level.measure, found.level.unit) == ("interrupted", WORDS, "")
    assert (found.level.n, found.level.effective_n, found.change) == (40, 40.0, 20)
    assert (found.labels[0], found.labels[-1]) == ("1", "40")
    assert found.observed.tolist() == SERIES
    assert keys(found.level) == ["other_errors", "other_shape", "placebo"]
    assert found.slope.sensitivities == ()
    details = found.level.details
    assert (details["points_before"], details["points_after"], details["family"]) == (20, 20, "gaussian")
    assert (details["errors"], details["lags"], details["season"], details["standard_error_scale"]) == (
        "newey_west", 3, None, "",
    )  # fmt: skip
    assert details["dispersion"] == found.dispersion
    assert details["autocorrelation_p"] == found.autocorrelation
    assert any("written in May" in one.en for one in found.level.assumptions)
    assert found.fitted[:20] == pytest.approx(found.without[:20])
    assert found.fitted[20] - found.without[20] == pytest.approx(found.level.effect)
    assert found.fitted[30] - found.without[30] == pytest.approx(found.level.effect + 10 * found.slope.effect)
    flat = interrupted(SERIES, change=21, protocol="x", slope=False, season=12.0)
    assert flat.slope is None
    assert codes(flat.level.refusals) == ["too_few_before"]
    assert "20" in said(flat.level.refusals, "too_few_before") and "24" in said(
        flat.level.refusals, "too_few_before"
    )
    assert flat.to_dict()["refusals"][0]["code"] == "too_few_before"


def test_counts_are_told_as_ratios_on_the_log_scale():
    counts = np.round(np.array(SERIES) * 20)
    table = {"value": counts, "people": np.full(40, 500.0)}
    found = interrupted(
        table, change=21, family="quasipoisson", exposure="people", slope=False, decided_on=20
    )
    assert (found.level.unit, found.level.details["standard_error_scale"]) == ("ratio", "log")
    assert found.level.effect == pytest.approx(13 / 10, abs=0.03)
    half = Z95 * found.level.standard_error
    middle = np.log(found.level.effect)
    assert np.log([found.level.low, found.level.high]) == pytest.approx([middle - half, middle + half])
    assert found.fitted[25] / found.without[25] == pytest.approx(found.level.effect)


def panel(units=14, starts=(2.0, 3.0), never=6):
    dice = np.random.default_rng(3)
    began = np.r_[np.zeros(never), np.resize(starts, units - never)]
    return {
        "place": np.repeat(np.arange(units), 4), "year": np.tile([1.0, 2.0, 3.0, 4.0], units),
        "y": dice.normal(size=units * 4), "start": np.repeat(began, 4),
    }  # fmt: skip


def did(data, **more):
    asked = {"unit": "place", "time": "year", "outcome": "y", "first_treated": "start", "anticipation": 0}
    return staggered(data, **(asked | more))


def test_places_over_time_say_how_many_and_when():
    found = did(panel(), measure=WORDS)
    result = found.result
    assert (result.method, result.measure, result.n, result.effective_n) == ("staggered", WORDS, 14, 14.0)
    assert result.details == {"times": 4, "never_started": 6, "control": "never", "anticipation": 0}
    assert keys(result) == ["by_groups", "by_events", "other_comparison"]
    assert sorted(found.events) == [-1, 0, 1, 2]
    assert sorted(found.groups) == [2, 3]
    assert [(one.group, one.time, one.kind, one.treated, one.controls) for one in found.cells] == [
        (2, 2, "after", 4, 6), (2, 3, "after", 4, 6), (2, 4, "after", 4, 6),
        (3, 2, "before", 4, 6), (3, 3, "after", 4, 6), (3, 4, "after", 4, 6),
    ]  # fmt: skip
    assert (result.sensitivities[0].effect, result.sensitivities[1].effect) == (
        found.by_groups.effect, found.by_events.effect,
    )  # fmt: skip
    assert "2, 3" in said(result.warnings, "small_groups")
    assert "5" in said(result.warnings, "small_groups")
    assert found.pretrend.freedom == 1


@pytest.mark.parametrize(
    ("data", "more", "code", "parts"),
    [
        (panel(9, never=5), {}, "too_few_places", ("9", "10")),
        (panel(12, never=3), {}, "too_few_untreated", ("3", "4")),
        (panel(12, starts=(3.0,), never=11), {}, "too_few_started", ("1", "2")),
    ],
)
def test_too_few_places_are_told_with_how_many_are_needed(data, more, code, parts):
    refused = did(data, **more)
    assert code in codes(refused.result.refusals)
    told = said(refused.result.refusals, code)
    assert all(part in told for part in parts)
    assert (refused.result.effect, refused.cells, refused.events) == (None, (), None)


def test_places_that_were_not_always_measured_and_those_that_began_first_are_counted():
    data = panel(16, starts=(1.0, 2.0, 3.0))
    data["y"][5] = np.nan
    refused = did(data)
    assert "1" in said(refused.result.refusals, "place_mix_changed")
    dropped = did(data, drop_incomplete=True).result
    assert "1" in said(dropped.warnings, "incomplete_left_out")
    assert "4" in said(dropped.warnings, "began_too_early")
    assert dropped.n == 11


PEOPLE = {
    "days": [5, 3, 9, 4, 9, 9, 2, 6, 9, 9, 9, 7], "found": [1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1],
    "who": ["a"] * 6 + ["b"] * 6,
}  # fmt: skip


def tte(data=PEOPLE, **more):
    return time_to_event(
        data, **({"time": "days", "event": "found", "until": 9.0, "clock": "referral"} | more)
    )


def test_times_say_whom_they_are_of_and_what_was_lost():
    found = tte(group="who", at=[5.0], hazard_ratio=True)
    assert (found.result.method, found.result.n, found.curve) == ("time_to_event", 12, "survival")
    assert [(one.group, one.people, one.events, one.others, one.lost) for one in found.curves] == [
        ("a", 6, 3, 0, 0), ("b", 6, 2, 0, 1),
    ]  # fmt: skip
    assert [one.n for one in found.means] == [6, 6]
    assert found.means[0].effect == pytest.approx((5 + 3 + 9 + 4 + 9 + 9) / 6)
    assert found.result.effect == pytest.approx(found.means[1].effect - found.means[0].effect)
    assert found.result.details["means"] == pytest.approx([found.means[1].effect, found.means[0].effect])
    assert (found.result.details["group"], found.result.details["reference"]) == ("b", "a")
    assert [one.effect for one in found.shares] == pytest.approx([0.5, 5 / 6])
    assert keys(found.result) == keys(found.means[1]) == ["lost_never", "lost_at_once"]
    assert keys(found.means[0]) == []
    assert "1" in said(found.means[1].warnings, "some_lost")
    assert "10" in said(found.means[0].warnings, "few_people") and "a" in said(
        found.means[0].warnings, "few_people"
    )
    assert (found.hazard_ratio.unit, found.hazard_ratio.n) == ("ratio", 12)
    assert found.hazard_ratio.details["standard_error_scale"] == "log"
    assert found.log_rank.freedom == 1
    never, at_once = found.means[1].sensitivities
    assert never.effect == pytest.approx((2 + 9 + 9 + 9 + 9 + 7) / 6)
    assert at_once.effect == pytest.approx((2 + 6 + 9 + 9 + 9 + 7) / 6)


def test_too_many_lost_are_told_as_a_share():
    data = PEOPLE | {"found": [0] * 12}
    found = tte(data, group="who")
    told = said(found.means[0].refusals, "too_many_lost")
    assert "50" in told and "20" in told and "a" in told
    short = tte({"days": [1, 2, 3], "found": [1, 1, 0]})
    told = said(short.refusals, "follow_up_too_short")
    assert "3" in told and "9" in told


def test_a_change_says_its_pairs_and_its_means():
    found = before_after({"a": 1, "b": 2, "c": 6, "d": 9}, {"a": 3, "b": 4, "c": 5, "x": 1}, measure=WORDS)
    assert (found.method, found.measure, found.n, found.effective_n, found.unit) == (
        "before_after",
        WORDS,
        3,
        3.0,
        "",
    )
    assert found.effect == pytest.approx(1.0)
    assert found.details == {"mean_before": 3.0, "mean_after": 4.0, "with_a_first_number": 4}
    assert keys(found) == ["rest_unchanged"]
    assert found.sensitivities[0].effect == pytest.approx(0.75)
    assert codes(found.warnings) == [
        "not_a_cause",
        "regression_to_the_mean",
        "no_comparison",
        "left_unpaired",
    ]
    assert "2" in said(found.warnings, "left_unpaired")
    few = before_after({"a": 1}, {"a": 2})
    assert (
        few.n,
        "1" in said(few.refusals, "too_few_pairs"),
        "2" in said(few.refusals, "too_few_pairs"),
    ) == (1, True, True)


def test_places_together_say_the_spread_and_each_place():
    found = pooled([1.0, 3.0], [1.0, 1.0], places=["a", "b"], **BOTH)
    assert (found.method, found.measure, found.unit, found.n) == ("pooled", WORDS, "hours", 2)
    assert (found.effect, found.details["q"], found.details["freedom"]) == (
        pytest.approx(2),
        pytest.approx(2),
        1,
    )
    assert (found.details["tau2"], found.details["i2"]) == (pytest.approx(1), pytest.approx(50))
    assert "2" in found.comparison.en
    assert [place["place"] for place in found.details["places"]] == ["a", "b"]
    assert found.details["places"][0]["standard_error"] == 1
    assert codes(found.warnings) == ["designs_not_stated", "few_results", "places_differ"]
    assert "5" in said(found.warnings, "few_results")
    bare = pooled([1.0, 3.0], [1.0, 1.0])
    assert [place["place"] for place in bare.details["places"]] == ["1", "2"]
    assert (bare.measure.en, bare.confidence) == ("Effect", 0.95)


def test_of_many_answers_those_that_stand_are_told():
    found = benjamini_hochberg([0.01, 0.04, 0.5, 0.05], level=0.05)
    assert found.to_dict() == {
        "level": 0.05, "adjusted": pytest.approx([0.04, 0.2 / 3, 0.5, 0.2 / 3]), "stands": [True, False, False, False],
    }  # fmt: skip
    assert benjamini_hochberg([0.05]).stands == (True,)
