"""What is said goes with the design, stands in both languages, and each code has one sentence."""

import string

import pytest

from cydwaith.methods import effects
from cydwaith.methods.effects import designs, notes
from cydwaith.methods.words import Words


def blanks(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_each_code_is_said_by_one_module_only():
    assert len(notes.SENTENCES) == sum(len(part) for part in notes.PARTS)


@pytest.mark.parametrize("code", notes.SENTENCES)
def test_both_languages_say_the_same_blanks_and_not_the_same_words(code):
    words = notes.SENTENCES[code]
    assert blanks(words.en) == blanks(words.cy)
    assert words.en != words.cy


def test_strengths_are_those_of_the_table():
    assert {key: str(design.strength) for key, design in designs.DESIGNS.items()} == {
        "randomised": "A",
        "randomised_groups": "A",
        "taking_part": "A",
        "randomisation_broken": "E",
        "staggered": "B",
        "staggered_apart": "D",
        "weighted": "C",
        "interrupted": "C",
        "before_after": "E",
        "time_to_event": "E",
        "not_offered": "E",
    }


def test_before_and_after_says_that_it_shows_no_cause():
    assert designs.BEFORE_AFTER.words == Words(
        "This does not show the programme caused it.", "Dydy hyn ddim yn dangos mai'r rhaglen a'i hachosodd."
    )


def test_every_public_name_is_there():
    assert effects.__all__ == sorted(effects.__all__)
    assert all(hasattr(effects, name) for name in effects.__all__)
    assert {"randomised", "weighted", "instrumented", "pooled", "benjamini_hochberg"} <= set(effects.__all__)
