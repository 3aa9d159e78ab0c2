"""Postcodes and codes: laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.commons.places import rules
from cydwaith.commons.places.forms import PostcodeField, postcode_problem

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
outwards = st.from_regex(r"\A[A-Z]{1,2}[0-9][A-Z0-9]?\Z")
inwards = st.from_regex(r"\A[0-9][A-Z]{2}\Z")


@given(outwards, inwards, st.sampled_from(["", " ", "  ", "\u00a0", "-", ". "]), st.booleans())
def test_any_spacing_and_case_gives_one_key(outward: str, inward: str, gap: str, lower: bool) -> None:
    typed = f" {outward}{gap}{inward} "
    assert rules.normalise_postcode(typed.lower() if lower else typed) == outward + inward


@given(outwards, inwards)
def test_a_key_written_out_comes_back_and_keeps_its_first_half(outward: str, inward: str) -> None:
    key = outward + inward
    assert rules.normalise_postcode(rules.spaced(key)) == key
    assert rules.outward_of(key) == outward
    assert rules.normalise_outward(outward.lower()) == outward


@given(st.text(max_size=12))
def test_any_text_is_a_full_postcode_or_half_of_one_or_neither(text: str) -> None:
    full, half = rules.normalise_postcode(text), rules.normalise_outward(text)
    assert full is None or half is None
    assert full is None or rules.normalise_postcode(full) == full
    assert bool(full or half) == (postcode_problem(text) == "")


@given(st.text(max_size=12))
def test_a_real_code_is_a_code_and_never_a_filler(text: str) -> None:
    assert rules.real_code(text) == "" or rules.is_code(rules.real_code(text))
    assert rules.real_code("E99999999") == rules.real_code("") == ""


@pytest.mark.parametrize(
    "text", ["", "CF", "1AA", "CF10 1E", "CF10 1EPP", "C\u0421F10 1EP", "Cardiff", "CF100 1EP"]
)
def test_what_is_no_postcode_is_refused(text: str) -> None:
    assert rules.normalise_postcode(text) is None


@given(st.text(max_size=20))
def test_folding_a_name_twice_is_folding_it_once(name: str) -> None:
    assert rules.fold(rules.fold(name)) == rules.fold(name)


def test_the_size_of_a_place_is_in_its_code() -> None:
    assert rules.level_of("W01001952") is rules.Level.NEIGHBOURHOOD
    assert rules.level_of("E54000039") is rules.Level.BOARD
    assert rules.level_of("X06000001") is rules.Level.COUNCIL
    assert rules.level_of("Q01000001") is None
    assert rules.nation_of("S12000036") == "Scotland"


def test_a_form_cleans_a_postcode_and_says_what_to_do_about_another_text() -> None:
    field = PostcodeField(required=False)
    assert field.clean("cf101ep") == "CF10 1EP"
    assert field.clean(" cf10 ") == "CF10"
    assert field.clean("") == ""
    with pytest.raises(Exception, match="Enter a postcode, like CF10 1EP"):
        field.clean("Cardiff")
