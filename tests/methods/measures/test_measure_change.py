"""One person's change."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.measures import (
    NOT_APPLICABLE,
    MeasureError,
    instrument,
    jacobson_truax,
    reliable_change,
    score,
)

WHOLE = score("wsas", [4] * 5)
PARTIAL = score("wsas", [NOT_APPLICABLE, 4, 4, 4, 4])


def test_phq9_9_to_3_is_reliable_improvement() -> None:
    change = reliable_change("phq9", 9, 3)
    assert (change.improvement, change.verdict, change.reliable_improvement) == (
        6,
        "reliable_improvement",
        True,
    )


def test_phq9_14_to_9_is_not_reliable_though_below_caseness() -> None:
    change = reliable_change("phq9", 14, 9)
    assert (change.change, change.verdict) == (-5, "no_reliable_change")
    assert change.crossed_caseness is True
    assert change.reliable_recovery is False


def test_gad7_8_to_7_crosses_caseness_but_is_not_reliable() -> None:
    change = reliable_change("gad7", 8, 7)
    assert (change.improvement, change.crossed_caseness, change.reliable_improvement) == (1, True, False)


def test_recovery_is_named_apart_from_improvement() -> None:
    improved, recovered = reliable_change("phq9", 20, 12), reliable_change("phq9", 16, 9)
    assert (improved.reliable_improvement, improved.reliable_recovery) == (True, False)
    assert (recovered.reliable_improvement, recovered.reliable_recovery) == (True, True)


def test_msk_hq_30_to_36_meets_the_lower_bound_of_important_change() -> None:
    assert reliable_change("msk_hq", 30, 36).verdict == "important_improvement"
    assert reliable_change("msk_hq", 30, 35).verdict == "no_important_change"
    assert reliable_change("msk_hq", 36, 30).verdict == "important_deterioration"


@pytest.mark.parametrize(
    ("after", "verdict"),
    [(19.98, "no_reliable_change"), (20.73, "possible_improvement"), (22.35, "reliable_improvement"),
     (17.98, "possible_deterioration"), (16.36, "reliable_deterioration")],
)  # fmt: skip
def test_swemwbs_change_of_one_to_three_points(after: float, verdict: str) -> None:
    assert reliable_change("swemwbs", 19.25, after).verdict == verdict


def test_wsas_change_of_8_is_important_and_lower_is_better() -> None:
    assert reliable_change("wsas", 24, 16).verdict == "important_improvement"
    assert reliable_change("wsas", 16, 24).direction == "worse"
    assert reliable_change("wsas", 24, 16).reliable_improvement is None


@pytest.mark.parametrize(
    ("key", "scale"),
    [
        ("ons4", "anxious"),
        ("work_ability", None),
        ("three_cs", "control"),
        ("loneliness", "ucla"),
        ("psychlops", None),
    ],
)
def test_where_no_threshold_is_published_none_is_made_up(key: str, scale: str | None) -> None:
    change = reliable_change(key, 9, 4, scale=scale)
    assert change.verdict == "no_published_threshold"
    assert change.rule is None and change.reliable_improvement is None
    assert change.direction in {"better", "worse"}


def test_anxiety_going_down_is_better_and_happiness_going_down_is_worse() -> None:
    assert reliable_change("ons4", 8, 3, scale="anxious").direction == "better"
    assert reliable_change("ons4", 8, 3, scale="happy").direction == "worse"


def test_goals_are_compared_each_with_itself() -> None:
    before, after = score("goals", {"a": 2, "b": 4, "old": 9}), score("goals", {"a": 6, "b": 6, "new": 1})
    change = reliable_change("goals", before, after)
    assert (change.before, change.after, change.improvement) == (3, 6, 3)
    assert change.verdict == "no_published_threshold"


@pytest.mark.parametrize(
    ("key", "before", "after", "scale", "code"),
    [
        ("ons4", 5, 6, None, "which_scale"),
        ("ons4", 5, 6, "cheerful", "which_scale"),
        ("loneliness", 1, 5, "direct", "not_compared"),
        ("phq9", 28, 3, None, "off_scale"),
        ("phq9", float("nan"), 3, None, "not_a_number"),
        ("phq9", "9", 3, None, "not_a_number"),
        ("phq9", True, 3, None, "not_a_number"),
        ("swemwbs", 21, 28, None, "raw_not_metric"),
        ("goals", 3, 4, None, "needs_goals"),
        ("goals", score("goals", {"a": 1}), 4, None, "needs_goals"),
        ("goals", 3, score("goals", {"a": 1}), None, "needs_goals"),
        ("horoscope", 3, 4, None, "unknown_instrument"),
        ("goals", score("goals", {"a": 1}), score("goals", {"b": 1}), None, "different_items"),
        ("wsas", WHOLE, PARTIAL, None, "different_items"),
        ("ons4", score("ons4", {"happy": 4}), score("ons4", {"anxious": 4}), "happy", "different_items"),
        ("gad7", score("phq9", [1] * 9), score("gad7", [1] * 7), None, "different_instrument"),
        ("ons4", score("ons4", [5] * 4, language="en"), score("ons4", [5] * 4, language="cy"), "happy",
         "different_language"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused_by_code(
    key: str, before: Any, after: Any, scale: str | None, code: str
) -> None:
    with pytest.raises(MeasureError) as error:
        reliable_change(key, before, after, scale=scale)
    assert error.value.code == code


def test_the_only_scale_may_be_named_and_a_wrong_name_is_told_the_right_ones() -> None:
    assert reliable_change("phq9", 9, 3, scale="depression") == reliable_change("phq9", 9, 3)
    with pytest.raises(MeasureError, match="depression"):
        reliable_change("phq9", 9, 3, scale="anxiety")
    with pytest.raises(MeasureError, match="satisfied, worthwhile, happy, anxious"):
        reliable_change("ons4", 9, 3)


def test_a_score_off_its_scale_is_said_with_its_ends() -> None:
    with pytest.raises(MeasureError, match=r"28\b.*\b0\b.*\b27\b"):
        reliable_change("phq9", 28, 3)
    with pytest.raises(MeasureError, match=r"20\.5\b"):
        reliable_change("swemwbs", 20.5, 21.54)
    assert reliable_change("phq9", 27, 0).change == -27


def test_a_change_says_all_that_it_is() -> None:
    told = reliable_change("gad7", score("gad7", [2] * 7), score("gad7", [1] * 7)).to_dict()
    assert (told["instrument"], told["scale"], told["before"], told["after"]) == ("gad7", "anxiety", 14, 7)
    assert (told["change"], told["improvement"], told["direction"]) == (-7, 7, "better")
    assert told["rule"]["at_least"] == 4
    assert told["notes"] == ()
    same = reliable_change("work_ability", 5, 5)
    assert (same.instrument, same.scale, same.before, same.after) == ("work_ability", "now", 5, 5)
    assert (same.change, same.improvement, same.direction, same.crossed_caseness) == (0, 0, "same", None)
    assert [note.code for note in same.notes] == ["no_published_threshold"]


def test_a_reliable_deterioration_is_no_reliable_improvement() -> None:
    worse = reliable_change("phq9", 3, 12)
    assert (worse.verdict, worse.reliable_improvement, worse.crossed_caseness) == (
        "reliable_deterioration", False, False,
    )  # fmt: skip
    assert reliable_change("swemwbs", 19.25, 22.35).reliable_recovery is None


def test_a_difference_of_two_decimals_is_not_lost_to_binary_rounding() -> None:
    # 16.36 - 15.32 is 1.04 and 22.12 - 19.25 would be 2.87: metric scores that are just far enough apart.
    assert reliable_change("swemwbs", 15.32, 16.36).verdict == "possible_improvement"
    assert reliable_change("swemwbs", 15.84, 16.36).verdict == "no_reliable_change"


def test_made_up_totals_of_different_questions_may_be_compared_and_plain_sums_may_not() -> None:
    before, after = score("gad7", [None, *[2] * 6]), score("gad7", [1] * 6 + [None])
    assert reliable_change("gad7", before, after).change == -7
    partial = score("wsas", [NOT_APPLICABLE, 2, 2, 2, 2])
    assert reliable_change("wsas", PARTIAL, partial).change == -8


def test_another_version_is_refused() -> None:
    before = score("gad7", [1] * 7)
    with pytest.raises(MeasureError) as error:
        reliable_change("gad7", replace(before, version="an older one"), before)
    assert error.value.code == "different_version"


def test_the_published_example_of_the_reliable_change_index() -> None:
    index = jacobson_truax(47.5, 32.5, deviation=7.5, reliability=0.80)
    assert index == pytest.approx(-3.16, abs=0.005)
    assert -15 / index == pytest.approx(4.74, abs=0.005)


def test_the_index_stands_for_any_reliability_from_0_on() -> None:
    assert jacobson_truax(0, 2, deviation=1, reliability=0) == pytest.approx(2**0.5)


@pytest.mark.parametrize(("deviation", "reliability"), [(0, 0.8), (-1, 0.8), (7.5, 1), (7.5, -0.1)])
def test_without_a_reliability_there_is_no_index(deviation: float, reliability: float) -> None:
    with pytest.raises(ValueError, match="reliability"):
        jacobson_truax(1, 2, deviation=deviation, reliability=reliability)


@given(st.sampled_from(["phq9", "gad7", "wsas", "psychlops", "work_ability"]), st.data())
def test_law_there_and_back_is_the_opposite(key: str, data: st.DataObject) -> None:
    scale = instrument(key).scales[0]
    values = st.integers(int(scale.lowest), int(scale.highest))
    one, other = data.draw(values), data.draw(values)
    there, back = reliable_change(key, one, other), reliable_change(key, other, one)
    assert there.improvement == -back.improvement
    assert there.verdict.replace("improvement", "deterioration") == back.verdict.replace(
        "improvement", "deterioration"
    )


@given(st.integers(0, 27), st.integers(0, 27))
def test_law_recovery_is_improvement_and_crossing(before: int, after: int) -> None:
    change = reliable_change("phq9", before, after)
    assert change.reliable_improvement == (before - after >= 6)
    assert change.crossed_caseness == (before >= 10 > after)
    assert change.reliable_recovery == (change.reliable_improvement and change.crossed_caseness)
