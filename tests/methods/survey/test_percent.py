"""Percentages with n, of how many, and Wilson's interval; and Student's t behind the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.student import t_quantile
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
    ("n", "of", "code"),
    [(0, 0, "no_denominator"), (5, 4, "out_of_range"), (-1, 4, "out_of_range"), (1.5, 4, "wrong_type"),
     (True, 4, "wrong_type")],
)  # fmt: skip
def test_counts_that_cannot_be_are_refused(n: int, of: int, code: str) -> None:
    with pytest.raises(SurveyError) as error:
        percentage(n, of)
    assert error.value.code == code


def test_a_confidence_outside_0_to_1_is_refused() -> None:
    with pytest.raises(SurveyError):
        percentage(1, 2, confidence=95)


@given(st.integers(1, 10_000), st.data())
def test_law_the_interval_holds_the_percentage_and_mirrors(of: int, data: st.DataObject) -> None:
    n = data.draw(st.integers(0, of))
    found, other = percentage(n, of), percentage(of - n, of)
    assert 0 <= found.low <= found.percent <= found.high <= 100
    assert found.low == pytest.approx(100 - other.high, abs=1e-9)


@pytest.mark.parametrize(
    ("freedom", "value"),
    [(1, 12.706), (2, 4.303), (3, 3.182), (5, 2.571), (10, 2.228), (29, 2.045), (30, 2.042), (60, 2.000),
     (120, 1.980), (2_000_000, 1.960)],
)  # fmt: skip
def test_students_t_is_the_printed_table(freedom: int, value: float) -> None:
    assert t_quantile(0.975, freedom) == pytest.approx(value, abs=6e-4)
    assert t_quantile(0.025, freedom) == pytest.approx(-value, abs=6e-4)


@given(st.floats(0.51, 0.999), st.integers(1, 500))
def test_law_students_t_is_wider_for_fewer(probability: float, freedom: int) -> None:
    assert t_quantile(probability, freedom) > t_quantile(probability, freedom + 1) > 0


@pytest.mark.parametrize(("probability", "freedom"), [(0, 3), (1, 3), (0.5, 0)])
def test_students_t_refuses_what_it_cannot_answer(probability: float, freedom: int) -> None:
    with pytest.raises(ValueError, match="probability"):
        t_quantile(probability, freedom)
