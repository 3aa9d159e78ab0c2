"""Every kind of not answering has its rule, and every percentage its base."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.survey import RULES, NonAnswer, SurveyError, stages, tabulate

ANSWERS = [
    *["better"] * 12, *["same"] * 6, *["worse"] * 2, *["don't know"] * 3, *["prefer not to say"] * 2, None,
    "does not apply", "not asked",
]  # fmt: skip
OPTIONS = ["better", "same", "worse"]


def table(answers=ANSWERS, **more):
    return tabulate(
        answers, **({"question": "Is it better?", "options": OPTIONS, "wave": "spring 2026"} | more)
    )


@pytest.mark.parametrize(
    ("rule", "base"), [("answered", 20), ("known", 23), ("asked", 26), ("everybody", 39)]
)
def test_each_rule_counts_whom_it_says(rule, base):
    found = table(rule=rule, invited=40)
    assert found.base == base
    assert found.rows[0].percentage.percent == pytest.approx(100 * 12 / base)


def test_everybody_is_accounted_for():
    found = table(invited=40)
    assert found.non_answers == {
        "not asked": 1, "does not apply": 1, "prefer not to say": 2, "don't know": 3, "skipped": 1, "no reply": 13,
    }  # fmt: skip
    assert (found.replied, found.response.percent) == (27, pytest.approx(67.5))


def test_a_low_or_unknown_response_is_said():
    assert "low_response" in [one.code for one in table(invited=100).notes]
    assert "response_unknown" in [one.code for one in table().notes]
    assert "low_response" not in [one.code for one in table(invited=40).notes]


def test_who_is_counted_is_said_in_both_languages():
    told = table(rule="asked").notes[0].words
    assert told.en == "Counted: everybody who replied and to whom the question applies."
    assert told.cy.endswith("berthnasol iddynt.")


def test_a_small_base_has_counts_and_no_percentages():
    found = table(["better"] * 9)
    assert [(row.count, row.percentage) for row in found.rows] == [(9, None), (0, None), (0, None)]
    assert [one.code for one in found.refusals] == ["small_base"]
    assert not table(["better"] * 10).refusals


def test_several_answers_may_add_up_to_more_than_a_hundred():
    found = table([{"better", "same"}] * 10 + [["worse"]] * 2 + [[]])
    assert [row.count for row in found.rows] == [10, 10, 2]
    assert (found.base, found.non_answers["skipped"]) == (12, 1)
    assert "several_answers" in [one.code for one in found.notes]


@pytest.mark.parametrize(
    ("more", "code", "field", "row"),
    [
        ({"options": []}, "no_options", "options", None),
        ({"options": ["a", "a"]}, "no_options", "options", None),
        ({"options": ["a", "skipped"]}, "no_options", "options", None),
        ({"wave": " "}, "no_wave", "wave", None),
        ({"rule": "most"}, "unknown_rule", "rule", None),
        ({"answers": ["better", "great"]}, "unknown_answer", "answers", 2),
        ({"answers": [{"better", "great"}]}, "unknown_answer", "answers", 1),
        ({"invited": 20}, "fewer_asked", "invited", None),
        ({"invited": 27.5}, "fewer_asked", "invited", None),
        ({"invited": True, "answers": ["better"]}, "fewer_asked", "invited", None),
    ],
)
def test_what_cannot_be_is_named(more, code, field, row):
    with pytest.raises(SurveyError) as refused:
        table(**more)
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, field, row)
    assert "{" not in refused.value.note.words.cy


answers = st.lists(st.sampled_from([*OPTIONS, *NonAnswer, None]), max_size=60)


@given(answers, st.sampled_from(sorted(RULES)), st.randoms())
def test_the_order_of_people_changes_nothing_and_nobody_is_lost(given_answers, rule, dice):
    found = table(given_answers, rule=rule)
    assert found == table(dice.sample(given_answers, len(given_answers)), rule=rule)
    assert sum(row.count for row in found.rows) + sum(found.non_answers.values()) == len(given_answers)


@given(answers)
def test_a_wider_rule_never_has_a_smaller_base(given_answers):
    bases = [table(given_answers, rule=rule).base for rule in ("answered", "known", "asked", "everybody")]
    assert bases == sorted(bases)


def test_from_referred_to_completed_each_stage_is_of_the_one_before_and_of_the_first():
    found = stages([("referred", 200), ("started", 120), ("completed", 90)], still_going=15)
    last = found.stages[-1]
    assert [(one.name, one.count) for one in found.stages] == [
        ("referred", 200), ("started", 120), ("completed", 90),
    ]  # fmt: skip
    assert (found.stages[0].of_first.percent, found.stages[1].of_before.percent) == (100, 60)
    assert (last.of_before.percent, last.of_first.percent) == (75, 45)
    assert found.stages[0].of_before is None
    assert [one.code for one in found.notes] == ["still_going"]
    assert "15" in found.notes[0].words.en
    assert found.to_dict()["stages"][1]["of_before"]["of"] == 200


def test_nobody_at_a_stage_leaves_nothing_to_divide():
    found = stages([("referred", 5), ("started", 0), ("completed", 0)])
    assert found.stages[2].of_before is None
    assert found.stages[2].of_first.percent == 0
    assert found.notes == ()
    nobody = stages([("referred", 0), ("started", 0)]).stages
    assert [(one.of_before, one.of_first) for one in nobody] == [(None, None)] * 2


@pytest.mark.parametrize(
    ("counts", "code", "row"),
    [
        ([("a", 1)], "too_few_stages", None),
        ([("a", 1), ("a", 1)], "too_few_stages", None),
        ([("a", 3), ("b", 1), ("c", 2)], "rising_stage", 3),
        ([("a", 1), ("b", -1)], "wrong_type", 2),
        ([("a", 1.0), ("b", 1)], "wrong_type", 1),
        ([("a", 1), ("b", True)], "wrong_type", 2),
    ],
)
def test_stages_that_cannot_be_are_named(counts, code, row):
    with pytest.raises(SurveyError) as refused:
        stages(counts)
    assert (refused.value.code, refused.value.field, refused.value.row) == (code, "counts", row)


def test_a_stage_that_grows_is_told_with_both_its_numbers():
    with pytest.raises(SurveyError, match=r"“c” \(2\) than at the stage before \(1\)"):
        stages([("a", 3), ("b", 1), ("c", 2)])


def test_a_question_is_plain_values_for_json():
    told = table(invited=40).to_dict()
    assert (told["question"], told["wave"], told["rule"]) == ("Is it better?", "spring 2026", "answered")
    assert (told["base"], told["invited"], told["replied"]) == (20, 40, 27)
    assert told["rows"][1] == {
        "option": "same", "count": 6, "percentage": table().rows[1].percentage.to_dict(),
    }  # fmt: skip
    assert (told["response"]["n"], told["response"]["of"], told["refusals"]) == (27, 40, [])


def test_sixty_in_a_hundred_is_not_a_low_response_and_fewer_is():
    def codes(invited):
        return [one.code for one in table(["better"] * 30, invited=invited).notes]

    assert "low_response" not in codes(50)
    assert "low_response" in codes(51)
