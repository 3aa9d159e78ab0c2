"""A whole number is told by its digits, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.kernel.numbers import whole


@given(st.integers(0, 10**9), st.sampled_from(["", " ", "0", "0" * 5000]))
def test_every_number_up_to_the_most_is_read(number: int, before: str) -> None:
    assert whole(f"{before}{number}", 10**9) == number


@given(st.integers(min_value=100))
def test_more_than_the_most_is_no_number(number: int) -> None:
    assert whole(str(number), 99) is None


@pytest.mark.parametrize("text", ["", " ", "²", "٣", "-1", "+1", "1.0", "1e3", "1_000", "one", "9" * 5000])
def test_nothing_else_is_a_number(text: str) -> None:
    assert whole(text, 10**9) is None


@given(st.text())
def test_no_text_makes_it_stop(text: str) -> None:
    found = whole(text, 10**6)
    assert found is None or 0 <= found <= 10**6
