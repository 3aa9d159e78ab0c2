"""References, and counts that nobody can be picked out of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.person.clinic.rules import Shown, is_nhs_number, protected, tidy


@pytest.mark.parametrize("number", ["943 476 5919", "9434765919", "401-023-2137"])
def test_an_nhs_number_is_known_by_its_last_digit(number: str) -> None:
    assert is_nhs_number(number)


@pytest.mark.parametrize("other", ["9434765918", "943476591", "PT 9434765919", "", "0044 2920 123"])
def test_other_numbers_are_not_nhs_numbers(other: str) -> None:
    assert not is_nhs_number(other)


@given(st.text(alphabet="0123456789", min_size=9, max_size=9))
def test_at_most_one_last_digit_makes_nine_digits_an_nhs_number(nine: str) -> None:
    assert sum(is_nhs_number(f"{nine}{last}") for last in range(10)) <= 1


def test_a_reference_is_the_same_however_it_is_spaced() -> None:
    assert tidy("  ab  12 ") == tidy("AB 12") == "AB 12"


def test_nought_stays_and_small_counts_are_only_said_to_be_small() -> None:
    assert protected(0) == Shown(0, is_small=False)
    assert {protected(n) for n in (1, 2, 3, 4)} == {Shown(5, is_small=True)}
    assert protected(5) == Shown(5, is_small=False)


@given(st.integers(5, 10_000))
def test_a_larger_count_is_told_within_two_and_a_half_as_a_multiple_of_five(count: int) -> None:
    shown = protected(count)
    assert shown.value % 5 == 0 and abs(shown.value - count) <= 2.5 and not shown.is_small
