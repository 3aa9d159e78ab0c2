"""References of a practice's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.person.clinic.rules.asking import is_nhs_number, tidy


@pytest.mark.parametrize(
    "number",
    [
        "943 476 5919",
        "9434765919",
        "401-023-2137",
        "943.476.5919",
        "NHS no: 943 476 5919",
        "Rhif GIG 9434765919",
    ],
)
def test_an_nhs_number_is_known_by_its_last_digit(number: str) -> None:
    assert is_nhs_number(number)


@pytest.mark.parametrize(
    "other", ["9434765918", "943476591", "PT 9434765919", "", "0044 2920 123", "²", "²" * 10]
)
def test_other_numbers_are_not_nhs_numbers(other: str) -> None:
    assert not is_nhs_number(other)


@given(st.text(alphabet="0123456789", min_size=9, max_size=9))
def test_at_most_one_last_digit_makes_nine_digits_an_nhs_number(nine: str) -> None:
    assert sum(is_nhs_number(f"{nine}{last}") for last in range(10)) <= 1


def test_a_reference_is_the_same_however_it_is_spaced() -> None:
    assert tidy("  ab  12 ") == tidy("AB 12") == "AB 12"
