"""A note is a code and a sentence in two languages; an error names its field and row."""

import pickle
from copy import deepcopy

from cydwaith.methods.notes import MethodError, Note, said
from cydwaith.methods.result import plain
from cydwaith.methods.words import Filled, Words

WORDS = Words("hours a week", "oriau'r wythnos")


def test_a_note_fills_its_blanks_in_both_languages():
    sentences = {"few": Words("Only {n} people.", "Dim ond {n} person.")}
    assert said(sentences, "few", n=3).to_dict() == {
        "code": "few",
        "en": "Only 3 people.",
        "cy": "Dim ond 3 person.",
    }


def test_a_sentence_that_is_filled_when_it_is_read_is_one_that_was_filled_at_once():
    words = Words("Only {n} people.", "Dim ond {n} person.")
    late = Note("few", Filled(words, {"n": 3}))
    assert late.to_dict() == said({"few": words}, "few", n=3).to_dict()
    assert plain(late) == plain(said({"few": words}, "few", n=3))
    assert late == deepcopy(late) == pickle.loads(pickle.dumps(late))
    assert late != Note("few", Filled(words, {"n": 4})) and hash(late) == hash(deepcopy(late))
    assert [late.words.in_language(language) for language in ("en", "cy")] == [late.words.en, late.words.cy]


def test_an_error_is_its_english_sentence_with_code_field_and_row():
    error = MethodError(said({"few": WORDS}, "few"), field="hours", row=2)
    assert (str(error), error.code, error.field, error.row) == ("hours a week", "few", "hours", 2)
    assert (MethodError(error.note).field, MethodError(error.note).row) == (None, None)


def test_neither_language_is_a_fallback_for_the_other():
    assert [WORDS.in_language(language) for language in ("en", "cy", "cy-GB", "fr", "")] == [
        "hours a week", "oriau'r wythnos", "hours a week", "hours a week", "hours a week",
    ]  # fmt: skip
