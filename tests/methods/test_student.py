"""Student's t, against the printed table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.student import t_quantile


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


@pytest.mark.parametrize(("probability", "freedom"), [(0, 3), (1, 3), (-0.1, 3), (1.1, 3), (0.5, 0)])
def test_students_t_refuses_what_it_cannot_answer(probability: float, freedom: int) -> None:
    with pytest.raises(ValueError, match="probability"):
        t_quantile(probability, freedom)


def test_students_t_has_an_answer_for_one_degree_of_freedom_and_none_below() -> None:
    # With one degree the distribution is Cauchy's: the upper quartile is exactly 1.
    assert t_quantile(0.75, 1) == pytest.approx(1)
