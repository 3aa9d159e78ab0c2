"""What the designs over time say: in both languages, with the same blanks, and each code once."""

import string
from pathlib import Path

import pytest

from cydwaith.methods.effects import (
    before_after_notes,
    interrupted_notes,
    staggered_notes,
    time_to_event_notes,
)
from cydwaith.methods.words import Words

PARTS = (before_after_notes, interrupted_notes, staggered_notes, time_to_event_notes)
FILES = {
    "before_after_notes": ["before_after"],
    "interrupted_notes": ["interrupted", "time_line"],
    "staggered_notes": ["staggered", "panel"],
    "time_to_event_notes": ["time_to_event", "followed"],
}
CODES = [(part, code) for part in PARTS for code in part.SENTENCES]


def blanks(text):
    return {(name, form) for _, name, form, _ in string.Formatter().parse(text) if name}


def every_words(value):
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from every_words(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from every_words(one)


@pytest.mark.parametrize("part", PARTS)
def test_both_languages_say_the_same_blanks_and_not_the_same_words(part):
    spoken = [words for value in vars(part).values() for words in every_words(value)]
    assert len(spoken) > 10
    for words in spoken:
        assert blanks(words.en) == blanks(words.cy), words.en
        assert words.en != words.cy or words.en.startswith("{")


@pytest.mark.parametrize(("part", "code"), CODES)
def test_no_sentence_is_never_said(part, code):
    folder = Path(part.__file__).parent
    files = FILES[part.__name__.rpartition(".")[2]]
    assert f'"{code}"' in "".join((folder / f"{one}.py").read_text(encoding="utf-8") for one in files)
