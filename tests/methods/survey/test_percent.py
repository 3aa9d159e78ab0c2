"""Percentages with n, of how many, and Wilson's interval."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.survey import SurveyError, percentage


@pytest.mark.parametrize(
    ("n", "of", "low", "high"),
    # Newcombe 1998, Table I, method 3 (Wilson), as proportions to 4 decimals.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval_is_the_published_one(n: int, of: int, low: float, high: float) -> None:
    found = percentage(n, of)
    assert found.low / 100 == pytest.approx(low, abs=5e-5)
    assert found.high / 100 == pytest.approx(high, abs=5e-5)


def test_a_percentage_carries_its_numbers() -> None:
    assert percentage(13, 100).to_dict()["n"] == 13
    assert percentage(13, 100).percent == 13


@pytest.mark.parametrize(
    ("n", "of", "code", "field"),
    [(0, 0, "no_denominator", "of"), (5, 4, "out_of_range", "n"), (-1, 4, "out_of_range", "n"),
     (1.5, 4, "wrong_type", "n"), (True, 4, "wrong_type", "n")],
)  # fmt: skip
def test_counts_that_cannot_be_are_refused(n: int, of: int, code: str, field: str) -> None:
    with pytest.raises(SurveyError) as error:
        percentage(n, of)
    assert (error.value.code, error.value.field) == (code, field)


@pytest.mark.parametrize("confidence", [95, 1, 0, -0.5])
def test_a_confidence_outside_0_to_1_is_refused(confidence: float) -> None:
    with pytest.raises(SurveyError) as refused:
        percentage(1, 2, confidence=confidence)
    assert (refused.value.code, refused.value.field) == ("wrong_confidence", "confidence")


def test_the_interval_at_two_standard_errors_is_the_one_worked_by_hand() -> None:
    # 5 of 10 with z = 2: the middle is (5 + 2) of 14, half the width is sqrt(4 * (25 / 10 + 1)) of 14.
    found = percentage(0, 10, confidence=0.954499736103642)
    assert (found.low, found.confidence) == (0.0, 0.954499736103642)
    assert percentage(5, 10, confidence=found.confidence).low == pytest.approx(100 * (7 - 14**0.5) / 14)


@given(st.integers(1, 10_000), st.data())
def test_law_the_interval_holds_the_percentage_and_mirrors(of: int, data: st.DataObject) -> None:
    n = data.draw(st.integers(0, of))
    found, other = percentage(n, of), percentage(of - n, of)
    assert 0 <= found.low <= found.percent <= found.high <= 100
    assert found.low == pytest.approx(100 - other.high, abs=1e-9)
