"""The scoring tests of the domain digest, 3.4, missing answers, wrong answers, and the laws."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.measures import (
    INSTRUMENTS,
    NOT_APPLICABLE,
    Instrument,
    MeasureError,
    Unscorable,
    instrument,
    score,
)

WITH_ITEMS = [one for one in INSTRUMENTS.values() if one.items]


def test_phq9_of_all_threes_is_27_and_severe() -> None:
    result = score("phq9", [3] * 9)
    assert (result.value, result.scores[0].band.key) == (27, "severe")


def test_wsas_with_the_work_box_ticked_is_16_partial_and_20_made_up() -> None:
    (result,) = score("wsas", [NOT_APPLICABLE, 4, 4, 4, 4]).scores
    assert (result.value, result.partial, result.prorated) == (16, True, 20)
    assert result.band.key == "significant"


def test_ons4_anxiety_6_is_high_and_happiness_6_is_medium() -> None:
    result = score("ons4", {"anxious": 6, "happy": 6})
    assert (result.score("anxious").band.key, result.score("happy").band.key) == ("high", "medium")


def test_psychlops_with_one_problem_is_12_made_up_to_16() -> None:
    (result,) = score("psychlops", [5, None, 4, 3]).scores
    assert (result.raw, result.value) == (12, 16)
    assert result.band is None


def test_each_answer_of_ons4_stands_alone() -> None:
    result = score("ons4", {"satisfied": 7})
    assert [one.scale for one in result.scores] == ["satisfied"]
    assert result.answered == 1
    assert "no_composite" in [note.code for note in result.notes]


def test_an_instrument_of_several_scores_has_no_one_value() -> None:
    with pytest.raises(ValueError, match="too many"):
        _ = score("ons4", [7, 7, 7, 1]).value


@pytest.mark.parametrize("key", ["phq9", "gad7"])
def test_up_to_two_missing_answers_count_as_the_mean_of_the_rest(key: str) -> None:
    count = len(instrument(key).items)
    result = score(key, [None, None, *[2] * (count - 2)])
    assert result.value == 2 * count
    assert result.scores[0].partial
    assert "made_up" in [note.code for note in result.notes]
    with pytest.raises(Unscorable) as error:
        score(key, [None, None, None, *[2] * (count - 3)])
    assert error.value.code == "too_many_missing"


def test_a_made_up_score_keeps_its_fraction() -> None:
    result = score("phq9", [2, 1, 1, 1, 1, 1, 1, 1, None])
    assert result.value == pytest.approx(10.125)


def test_swemwbs_is_not_scored_with_any_answer_missing() -> None:
    with pytest.raises(Unscorable, match="item_7"):
        score("swemwbs", [3, 3, 3, 3, 3, 3, None])


def test_all_three_ucla_answers_are_needed_but_the_direct_one_stands_alone() -> None:
    result = score("loneliness", {"companionship": 3, "left_out": 3, "direct": 2})
    assert [one.scale for one in result.scores] == ["direct"]
    assert [note.code for note in result.notes] == ["too_many_missing"]


@pytest.mark.parametrize("answers", [[None, 4, 4, 4, 4], [4, 4, None, 4, 4], [NOT_APPLICABLE, 4, None, 4, 4]])
def test_wsas_needs_every_answer_but_a_ticked_box(answers: list[Any]) -> None:
    with pytest.raises(Unscorable):
        score("wsas", answers)


@pytest.mark.parametrize("answers", [[None, 2, 4, 3], [5, None, None, 3], [5, 2, 4, None]])
def test_psychlops_may_lack_only_the_second_problem(answers: list[Any]) -> None:
    with pytest.raises(Unscorable):
        score("psychlops", answers)


def test_one_problem_is_enough_for_psychlops_only_with_the_rest() -> None:
    assert score("psychlops", [5, 3, 4, 3]).value == 15
    (found,) = score("psychlops", [5, None, 4, 3]).scores
    assert (found.answered, found.prorated) == (("problem_1", "function", "wellbeing"), 16)


def test_a_score_says_what_it_was_made_of() -> None:
    result = score("phq9", [3] * 8 + [None], language="cy")
    assert (result.instrument, result.version, result.language) == ("phq9", "9 items, 2 weeks", "cy")
    assert (result.answered, result.items) == (8, 9)
    found = result.score("depression")
    assert (found.raw, found.value, found.lowest, found.highest, found.better) == (24, 27, 0, 27, "low")
    assert found.answered == tuple(f"item_{n}" for n in range(1, 9))
    assert score("phq9", [0] * 9).scores[0].prorated is None
    assert score("phq9", [0] * 9).language is None


def test_what_is_said_of_a_part_answer_has_its_numbers() -> None:
    made_up = next(note for note in score("phq9", [3] * 7 + [None] * 2).notes if note.code == "made_up")
    assert "2" in made_up.words.en
    assert "9" in made_up.words.en
    partial = next(
        note for note in score("wsas", [NOT_APPLICABLE, 4, 4, 4, 4]).notes if note.code == "partial"
    )
    for number in ("16", "4", "5", "20"):
        assert number in partial.words.en
    assert not [note for note in score("wsas", [4] * 5).notes if note.code in {"partial", "made_up"}]


def test_a_scale_left_out_names_the_answers_that_it_lacks_and_its_rule() -> None:
    (left,) = score("loneliness", {"companionship": 3, "direct": 2}).notes
    assert "left_out, isolated" in left.words.en
    rule = instrument("loneliness").scale("ucla").missing.words
    assert rule.en in left.words.en
    assert rule.cy in left.words.cy


def test_a_place_whose_own_rule_bears_every_gap_still_has_no_score_of_nothing() -> None:
    lenient = instrument("psychlops")
    rule = replace(lenient.scales[0].missing, at_most=9, only=())
    lenient = replace(
        lenient, scales=(replace(lenient.scales[0], items=("problem_1", "function"), missing=rule),)
    )
    assert score(lenient, {"function": 2}).value == 4
    with pytest.raises(Unscorable):
        score(lenient, {"wellbeing": 2})


def test_the_safety_item_is_of_one_measure_only() -> None:
    assert "safety_item" not in [note.code for note in score("phq9", [1] * 8 + [None]).notes]
    assert "safety_item" not in [note.code for note in score("gad7", [3] * 7).notes]


def test_nothing_answered_has_no_score() -> None:
    with pytest.raises(Unscorable) as error:
        score("ons4", {})
    assert error.value.code == "nothing_answered"


def test_an_answer_about_being_better_off_dead_is_never_silent() -> None:
    assert "safety_item" in [note.code for note in score("phq9", [0] * 8 + [1]).notes]
    assert "safety_item" not in [note.code for note in score("phq9", [3] * 8 + [0]).notes]


@pytest.mark.parametrize("answer", [True, "7", 7.5, 7.0, [7], float("nan"), b"7", "not applicable"])
def test_an_answer_that_is_no_whole_number_is_refused_by_item(answer: Any) -> None:
    with pytest.raises(MeasureError, match="whole number from 0 to 10") as error:
        score("ons4", {"happy": answer})
    assert (error.value.code, error.value.item) == ("wrong_type", "happy")


@pytest.mark.parametrize("answer", [-1, 11, 10**30])
def test_an_answer_out_of_range_is_refused_in_both_languages(answer: int) -> None:
    with pytest.raises(MeasureError) as error:
        score("ons4", {"happy": answer})
    assert (error.value.code, error.value.item) == ("out_of_range", "happy")
    assert "0 to 10" in error.value.note.words.en
    assert "o 0 i 10" in error.value.note.words.cy


def test_an_unknown_question_is_refused_with_the_right_ones() -> None:
    with pytest.raises(MeasureError, match="satisfied, worthwhile, happy, anxious") as error:
        score("ons4", {"hapy": 3})
    assert (error.value.code, error.value.item) == ("unknown_item", "hapy")


def test_a_list_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(MeasureError) as error:
        score("gad7", [1] * 9)
    assert (error.value.code, error.value.item) == ("wrong_count", None)
    assert "9" in error.value.note.words.en
    assert "7" in error.value.note.words.en


def test_a_question_without_a_box_cannot_be_not_applicable() -> None:
    with pytest.raises(MeasureError) as error:
        score("wsas", [4, NOT_APPLICABLE, 4, 4, 4])
    assert (error.value.code, error.value.item) == ("always_applies", "home")


def test_own_goals_stand_each_alone_and_are_three_at_most() -> None:
    result = score("goals", {"choir": 3, "job": 8})
    assert {one.scale: one.value for one in result.scores} == {"choir": 3, "job": 8}
    with pytest.raises(MeasureError) as error:
        score("goals", {"a": 1, "b": 1, "c": 1, "d": 1})
    assert error.value.code == "too_many_goals"
    assert "3" in error.value.note.words.en
    assert "4" in error.value.note.words.en
    assert [one.scale for one in score("goals", [7, 8]).scores] == ["1", "2"]
    listed = score("goals", {"choir": 3}).scores[0]
    assert (listed.lowest, listed.highest, listed.better, listed.words) == (
        0,
        10,
        "high",
        instrument("goals").name,
    )
    with pytest.raises(MeasureError) as error:
        score("goals", {"choir": 11})
    assert error.value.item == "choir"


def test_msk_hq_is_not_scored_here() -> None:
    with pytest.raises(MeasureError) as error:
        score("msk_hq", [4] * 14)
    assert error.value.code == "not_scored_here"


def test_numpy_whole_numbers_are_answers_too() -> None:
    numpy = pytest.importorskip("numpy")
    assert score("gad7", numpy.array([1, 1, 1, 1, 1, 1, 1])).value == 7


def test_a_result_is_plain_json() -> None:
    result = json.loads(json.dumps(score("wsas", [NOT_APPLICABLE, 4, 4, 4, 4]).to_dict()))
    assert result["scores"][0]["value"] == 16


@st.composite
def full_answers(draw: st.DrawFn) -> tuple[Instrument, dict[str, int]]:
    one = draw(st.sampled_from(WITH_ITEMS))
    return one, {item.key: draw(st.integers(item.lowest, item.highest)) for item in one.items}


@given(full_answers())
def test_law_scores_lie_within_their_bounds(case: tuple[Instrument, dict[str, int]]) -> None:
    one, answers = case
    for result in score(one, answers).scores:
        assert result.lowest <= result.value <= result.highest
        assert not result.partial


@given(full_answers(), st.randoms())
def test_law_order_does_not_matter(case: tuple[Instrument, dict[str, int]], random: Any) -> None:
    one, answers = case
    shuffled = list(answers.items())
    random.shuffle(shuffled)
    assert score(one, dict(shuffled)) == score(one, answers) == score(one, list(answers.values()))


@given(full_answers(), st.data())
def test_law_one_answer_up_never_takes_a_score_down(
    case: tuple[Instrument, dict[str, int]], data: st.DataObject
) -> None:
    one, answers = case
    item = data.draw(
        st.sampled_from([item for item in one.items if answers[item.key] < item.highest] or [None])
    )
    if item is None:
        return
    before, after = score(one, answers), score(one, {**answers, item.key: answers[item.key] + 1})
    raised = [b.scale for a, b in zip(before.scores, after.scores, strict=True) if b.value > a.value]
    assert raised == [scale.key for scale in one.scales if item.key in scale.items]
    assert all(b.value >= a.value for a, b in zip(before.scores, after.scores, strict=True))


@given(full_answers(), st.data())
def test_law_a_missing_answer_gives_a_bounded_score_or_a_reason(
    case: tuple[Instrument, dict[str, int]], data: st.DataObject
) -> None:
    one, answers = case
    gone = data.draw(st.sets(st.sampled_from(list(answers)), min_size=1))
    kept: dict[str, int | None] = {key: None if key in gone else value for key, value in answers.items()}
    try:
        result = score(one, kept)
    except Unscorable as error:
        assert error.code in {"too_many_missing", "nothing_answered"}
        return
    for found in result.scores:
        assert found.lowest <= found.value <= found.highest
        assert len(found.answered) >= 1


@given(
    st.sampled_from(WITH_ITEMS),
    st.dictionaries(st.text(max_size=8), st.one_of(st.integers(), st.text(), st.floats(), st.none())),
)
def test_law_rubbish_is_refused_with_a_measure_error_or_scored(
    one: Instrument, answers: dict[str, Any]
) -> None:
    try:
        score(one, answers)
    except MeasureError as error:
        assert error.note.words.cy
