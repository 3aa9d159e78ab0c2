"""Many people's change: paired or not at all."""

import json
from statistics import fmean, stdev
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.measures import NOT_APPLICABLE, MeasureError, Reading, instrument, paired_change, score


def gad(person: Any, total: int) -> Reading:
    return Reading(person, score("gad7", [max(0, min(3, total - 3 * n)) for n in range(7)]))


def test_only_people_with_both_readings_count() -> None:
    result = paired_change(
        [gad("a", 10), gad("b", 12), gad("c", 20)], [gad("a", 6), gad("b", 6), gad("d", 0)]
    )
    (change,) = result.scales
    assert (change.pairs, change.baseline) == (2, 3)
    assert (change.mean_before, change.mean_after, change.mean_change) == (11, 6, -5)
    assert change.direction == "better"
    assert (change.response.n, change.response.of) == (2, 3)
    assert [note.code for note in result.notes] == ["not_cause", "left_unpaired"]


def test_the_interval_is_students_t() -> None:
    changes = [-5, -3, 0, 1, -4, -6, -2, -1, 2, -7]
    result = paired_change(
        [gad(n, 12) for n in range(10)], [gad(n, 12 + change) for n, change in enumerate(changes)]
    )
    half = 2.262157 * stdev(changes) / 10**0.5
    assert result.scales[0].low == pytest.approx(fmean(changes) - half, abs=1e-5)
    assert result.scales[0].high == pytest.approx(fmean(changes) + half, abs=1e-5)
    assert result.scales[0].clear is True


@pytest.mark.parametrize("pairs", [0, 1])
def test_under_two_pairs_there_is_no_average_but_the_counts_are_there(pairs: int) -> None:
    result = paired_change([gad(n, 9) for n in range(4)], [gad(n, 3) for n in range(pairs)])
    (change,) = result.scales
    assert (change.pairs, change.baseline, change.mean_change, change.low) == (pairs, 4, None, None)
    assert [refusal.code for refusal in change.refusals] == ["too_few_pairs"]


def test_a_change_is_clear_only_where_its_interval_leaves_out_nought() -> None:
    def clear(changes: list[int]) -> bool | None:
        after = [gad(n, 10 + change) for n, change in enumerate(changes)]
        return paired_change([gad(n, 10) for n in range(len(changes))], after).scales[0].clear

    assert clear([-5, -5, -4, -4]) is True
    assert clear([5, 5, 4, 4]) is True
    assert clear([-5, 5, -4, 4]) is False
    assert clear([1, 1, 1, 0]) is False
    assert clear([-1, -1, -1, 0]) is False
    assert clear([0, 0, 0]) is False


def test_a_result_says_how_many_it_is_of_and_of_what() -> None:
    result = paired_change([gad(n, 9) for n in range(4)], [gad(n, 3) for n in (0, 9)])
    assert (result.instrument, result.baseline, result.design) == (
        "gad7",
        4,
        "before and after, the same people",
    )
    (change,) = result.scales
    assert (change.scale, change.better, change.words.en) == (
        "anxiety",
        "low",
        instrument("gad7").scales[0].words.en,
    )
    assert "1" in change.refusals[0].words.en
    assert "2" in change.refusals[0].words.en
    assert next(note for note in result.notes if note.code == "left_unpaired").words.en.endswith(": 1.")


def test_a_higher_minimum_may_be_asked_for_but_never_a_lower_one() -> None:
    before, after = [gad(n, 9) for n in range(3)], [gad(n, 3) for n in range(3)]
    assert paired_change(before, after, fewest=5).scales[0].mean_change is None
    assert paired_change(before[:1], after[:1], fewest=0).scales[0].mean_change is None


def test_swemwbs_says_that_thirty_are_advised() -> None:
    def readings(count: int, answer: int) -> list[Reading]:
        return [Reading(n, score("swemwbs", [answer] * 7)) for n in range(count)]

    few = paired_change(readings(29, 2), readings(29, 4)).scales[0]
    enough = paired_change(readings(30, 2), readings(30, 4)).scales[0]
    assert [note.code for note in few.notes] == ["fewer_than_advised"]
    assert "29" in few.notes[0].words.en
    assert "30" in few.notes[0].words.en
    assert (few.mean_before, few.mean_after) == (pytest.approx(15.32), pytest.approx(25.03))
    assert enough.notes == ()
    assert few.mean_change == pytest.approx(25.03 - 15.32)


def test_a_low_response_is_said() -> None:
    result = paired_change([gad(n, 9) for n in range(10)], [gad(n, 3) for n in range(5)])
    assert [note.code for note in result.scales[0].notes] == ["low_response"]
    result = paired_change([gad(n, 9) for n in range(10)], [gad(n, 3) for n in range(6)])
    assert result.scales[0].notes == ()


def test_each_ons4_answer_is_compared_on_its_own_and_anxiety_the_other_way() -> None:
    before = [Reading(n, score("ons4", [3, 3, 3, 8])) for n in range(3)]
    after = [Reading(n, score("ons4", {"satisfied": 6, "happy": 2, "anxious": 4})) for n in range(3)]
    found = {scale.scale: scale for scale in paired_change(before, after).scales}
    assert found["satisfied"].direction == "better"
    assert found["happy"].direction == "worse"
    assert (found["anxious"].mean_change, found["anxious"].direction) == (-4, "better")
    assert (found["worthwhile"].pairs, found["worthwhile"].baseline) == (0, 3)


def test_a_category_is_never_averaged() -> None:
    readings = [Reading(n, score("loneliness", [1, 2, 3, 4])) for n in range(3)]
    assert [scale.scale for scale in paired_change(readings, readings).scales] == ["ucla"]


def test_goals_are_paired_within_each_person() -> None:
    before = [Reading("a", score("goals", {"x": 2, "y": 4})), Reading("b", score("goals", {"z": 1}))]
    after = [Reading("a", score("goals", {"x": 6, "new": 10})), Reading("b", score("goals", {"z": 3}))]
    (change,) = paired_change(before, after).scales
    assert (change.pairs, change.baseline, change.mean_before, change.mean_change) == (2, 2, 1.5, 3)
    assert (change.mean_after, change.better, change.direction, change.scale) == (
        4.5,
        "high",
        "better",
        "goals",
    )
    assert change.words == instrument("goals").name
    lost = paired_change(before, [Reading("a", score("goals", {"q": 6}))]).scales[0]
    assert (lost.pairs, lost.baseline) == (0, 2)


def test_pairs_in_another_language_or_with_other_questions_are_left_out_and_counted() -> None:
    full, part = score("wsas", [4] * 5), score("wsas", [NOT_APPLICABLE, 4, 4, 4, 4])
    result = paired_change([Reading(1, full), Reading(2, part)], [Reading(1, part), Reading(2, part)])
    assert (result.scales[0].pairs, result.scales[0].baseline) == (1, 2)
    assert "1" in next(note for note in result.notes if note.code == "left_unlike").words.en
    assert "left_unlike" in [note.code for note in result.notes]
    english, welsh = score("gad7", [1] * 7, language="en"), score("gad7", [1] * 7, language="cy")
    assert paired_change([Reading(1, english)], [Reading(1, welsh)]).scales[0].pairs == 0


def test_it_says_that_change_is_not_cause() -> None:
    result = paired_change([gad(1, 9)], [])
    assert (result.strength, result.notes[0].code) == ("E", "not_cause")


@pytest.mark.parametrize(
    ("before", "after", "code", "said"),
    [
        ([], [], "nothing_to_compare", None),
        ([], [gad(1, 3)], "nothing_to_compare", None),
        ([gad(1, 3), gad(1, 4)], [], "same_person_twice", "2"),
        ([gad(1, 3)], [gad(2, 3), gad(1, 3), gad(1, 3)], "same_person_twice", "3"),
        ([gad(1, 3)], [Reading(1, score("phq9", [1] * 9))], "different_instrument", None),
        ([gad(1, 3)], [Reading(2, score("phq9", [1] * 9))], "different_instrument", None),
    ],
)
def test_what_is_no_pair_is_refused(
    before: list[Reading], after: list[Reading], code: str, said: str | None
) -> None:
    with pytest.raises(MeasureError, match=said) as error:
        paired_change(before, after)
    assert error.value.code == code


def test_the_result_is_plain_json() -> None:
    result = paired_change([gad("a", 10), gad("b", 12)], [gad("a", 6), gad("b", 6)])
    assert json.loads(json.dumps(result.to_dict()))["scales"][0]["mean_change"] == -5


totals = st.dictionaries(st.integers(0, 30), st.integers(0, 21), min_size=1, max_size=12)


@given(totals, totals, st.randoms())
def test_law_order_and_names_do_not_matter(
    before: dict[int, int], after: dict[int, int], random: Any
) -> None:
    def change(name: Any, shuffle: bool) -> Any:
        sides = [[gad(name(who), total) for who, total in side.items()] for side in (before, after)]
        if shuffle:
            random.shuffle(sides[0])
            random.shuffle(sides[1])
        return paired_change(*sides).scales[0]

    plain, renamed = change(int, False), change(lambda who: f"p{who}", True)
    assert (plain.pairs, plain.baseline) == (renamed.pairs, renamed.baseline)
    if plain.mean_change is not None:
        assert renamed.mean_change == pytest.approx(plain.mean_change)
        assert plain.low <= plain.mean_change <= plain.high


@given(totals)
def test_law_nobody_changed_is_the_same(before: dict[int, int]) -> None:
    readings = [gad(who, total) for who, total in before.items()]
    (change,) = paired_change(readings, readings).scales
    assert change.response.percent == 100
    assert change.direction in {None, "same"}
