"""Every table value, band and rule of the domain digest, 3.1 to 3.3."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cydwaith.methods.measures import (
    INSTRUMENTS,
    NOT_SHIPPED,
    MeasureError,
    instrument,
    score,
)

SOURCE = Path(__file__).parents[3] / "src"

METRIC = (
    "7:7.00 8:9.51 9:11.25 10:12.40 11:13.33 12:14.08 13:14.75 14:15.32 15:15.84 16:16.36 17:16.88 18:17.43 "
    "19:17.98 20:18.59 21:19.25 22:19.98 23:20.73 24:21.54 25:22.35 26:23.21 27:24.11 28:25.03 29:26.02 "
    "30:27.03 31:28.13 32:29.31 33:30.70 34:32.55 35:35.00"
)
ROWS = [pair.split(":") for pair in METRIC.split()]


def answers_that_sum_to(raw: int) -> list[int]:
    extra = raw - 7
    return [1 + max(0, min(4, extra - 4 * position)) for position in range(7)]


@pytest.mark.parametrize(("raw", "metric"), ROWS)
def test_swemwbs_turns_every_raw_sum_into_the_published_metric(raw: str, metric: str) -> None:
    result = score("swemwbs", answers_that_sum_to(int(raw)))
    assert result.scores[0].raw == int(raw)
    assert result.value == float(metric)


@pytest.mark.parametrize("answers", [[0, 1, 1, 1, 1, 1, 1], [6, 5, 5, 5, 5, 5, 5]])
def test_swemwbs_has_no_raw_6_or_36(answers: list[int]) -> None:
    with pytest.raises(MeasureError) as error:
        score("swemwbs", answers)
    assert error.value.code == "out_of_range"


def bands(key: str, scale: str) -> list[tuple[str, float]]:
    return [(band.key, band.lowest) for band in instrument(key).scale(scale).bands]


@pytest.mark.parametrize("scale", ["satisfied", "worthwhile", "happy"])
@pytest.mark.parametrize(
    ("answer", "band"),
    [(0, "low"), (4, "low"), (5, "medium"), (6, "medium"), (7, "high"), (8, "high"), (9, "very_high"),
     (10, "very_high")],
)  # fmt: skip
def test_ons4_bands_where_higher_is_better(scale: str, answer: int, band: str) -> None:
    assert score("ons4", {scale: answer}).score(scale).band.key == band


@pytest.mark.parametrize(
    ("answer", "band"),
    [(0, "very_low"), (1, "very_low"), (2, "low"), (3, "low"), (4, "medium"), (5, "medium"), (6, "high"),
     (10, "high")],
)  # fmt: skip
def test_ons4_anxiety_has_its_own_bands_and_lower_is_better(answer: int, band: str) -> None:
    result = score("ons4", {"anxious": answer}).score("anxious")
    assert result.band.key == band
    assert result.better == "low"


@pytest.mark.parametrize(
    ("total", "band"), [(0, "subclinical"), (9, "subclinical"), (10, "significant"), (20, "significant"),
                        (21, "moderately_severe"), (40, "moderately_severe")],
)  # fmt: skip
def test_wsas_bands(total: int, band: str) -> None:
    answers = [max(0, min(8, total - 8 * position)) for position in range(5)]
    assert score("wsas", answers).scores[0].band.key == band


@pytest.mark.parametrize(
    ("total", "band"), [(4, "none"), (5, "mild"), (9, "mild"), (10, "moderate"), (14, "moderate"),
                        (15, "moderately_severe"), (19, "moderately_severe"), (20, "severe"), (27, "severe")],
)  # fmt: skip
def test_phq9_bands(total: int, band: str) -> None:
    answers = [max(0, min(3, total - 3 * position)) for position in range(9)]
    assert score("phq9", answers).scores[0].band.key == band


@pytest.mark.parametrize(
    ("total", "band"), [(4, "none"), (5, "mild"), (9, "mild"), (10, "moderate"), (14, "moderate"),
                        (15, "severe"), (21, "severe")],
)  # fmt: skip
def test_gad7_bands(total: int, band: str) -> None:
    answers = [max(0, min(3, total - 3 * position)) for position in range(7)]
    assert score("gad7", answers).scores[0].band.key == band


@pytest.mark.parametrize(
    ("answer", "band"),
    [(0, "poor"), (5, "poor"), (6, "moderate"), (7, "moderate"), (8, "good"), (10, "good")],
)
def test_work_ability_bands(answer: int, band: str) -> None:
    assert score("work_ability", {"now": answer}).scores[0].band.key == band


@pytest.mark.parametrize(
    ("answers", "total", "band"),
    [([1, 1, 1], 3, "less"), ([2, 2, 1], 5, "less"), ([2, 2, 2], 6, "lonely"), ([3, 3, 3], 9, "lonely")],
)
def test_ucla_sums_three_and_six_is_lonely_by_common_use(answers: list[int], total: int, band: str) -> None:
    result = score("loneliness", [*answers, None]).score("ucla")
    assert (result.value, result.band.key) == (total, band)


def test_the_direct_loneliness_question_is_a_category_and_never_summed() -> None:
    result = score("loneliness", [1, 1, 1, 1])
    assert result.score("ucla").value == 3
    assert result.score("direct").better is None
    assert result.score("direct").band.words.en == "Often or always"


def test_swemwbs_bands_fall_between_table_values() -> None:
    assert bands("swemwbs", "wellbeing") == [("low", 7), ("medium", 19.5), ("high", 27.5)]
    assert score("swemwbs", answers_that_sum_to(21)).scores[0].band.key == "low"
    assert score("swemwbs", answers_that_sum_to(22)).scores[0].band.key == "medium"
    assert score("swemwbs", answers_that_sum_to(30)).scores[0].band.key == "medium"
    assert score("swemwbs", answers_that_sum_to(31)).scores[0].band.key == "high"


def test_what_nobody_has_read_in_a_source_says_so() -> None:
    assert instrument("ons4").scales[0].bands_source.checked is False
    assert instrument("wsas").scales[0].bands_source.checked is True
    assert instrument("phq9").scales[0].missing.source.checked is False


@pytest.mark.parametrize("key", ["goals", "psychlops", "three_cs", "ons4", "work_ability", "loneliness"])
def test_an_uncertain_threshold_is_never_a_default(key: str) -> None:
    assert all(scale.change is None for scale in instrument(key).scales)


@pytest.mark.parametrize("key", ["swemwbs", "psychlops", "phq9", "gad7", "msk_hq"])
def test_no_wording_is_shipped_that_is_licensed_or_unchecked(key: str) -> None:
    assert all(item.words is None for item in instrument(key).items)


@pytest.mark.parametrize("key", ["ons4", "wsas", "work_ability", "loneliness", "three_cs"])
def test_shipped_wording_is_in_both_languages_and_the_welsh_says_whose_it_is(key: str) -> None:
    shipped = instrument(key)
    assert all(item.words.en and item.words.cy and item.words.en != item.words.cy for item in shipped.items)
    assert "to be checked" in shipped.welsh_wording


def test_ons4_wording_is_the_harmonised_standard() -> None:
    assert [item.words.en for item in instrument("ons4").items] == [
        "Overall, how satisfied are you with your life nowadays?",
        "Overall, to what extent do you feel that the things you do in your life are worthwhile?",
        "Overall, how happy did you feel yesterday?",
        'On a scale where 0 is "not at all anxious" and 10 is "completely anxious", overall, '
        "how anxious did you feel yesterday?",
    ]


def test_only_our_own_questions_are_marked_as_not_validated() -> None:
    assert [key for key, one in INSTRUMENTS.items() if not one.validated] == ["three_cs"]
    assert [note.code for note in score("three_cs", [5, 5, 5]).notes] == ["not_validated"]


@pytest.mark.parametrize("key", ["mycaw", "wai", "eq5d", "pam"])
def test_a_licensed_measure_is_refused_by_name(key: str) -> None:
    assert key in NOT_SHIPPED
    with pytest.raises(MeasureError, match=key) as error:
        instrument(key)
    assert error.value.code == "not_shipped"


def test_an_unknown_measure_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(MeasureError, match="ons4"):
        instrument("horoscope")


@pytest.mark.parametrize("key", INSTRUMENTS)
def test_every_definition_is_json_with_source_and_licence(key: str) -> None:
    one = instrument(key)
    assert one.licence and one.sources and one.version
    assert json.loads(json.dumps(one.to_dict()))["key"] == key


def test_importing_the_measures_brings_in_nothing_heavy() -> None:
    code = "import sys, cydwaith.methods.measures, cydwaith.methods.survey; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(SOURCE)},
    )
    loaded = {name.partition(".")[0] for name in ran.stdout.split()}
    assert "cydwaith" in loaded
    assert not {"numpy", "scipy", "pandas", "django"} & loaded
