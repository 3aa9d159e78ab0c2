"""A note is a code and a sentence in two languages; an error names its field and row."""

from cydwaith.methods.notes import MethodError, said
from cydwaith.methods.words import Words

WORDS = Words("hours a week", "oriau'r wythnos")


def test_a_note_fills_its_blanks_in_both_languages():
    sentences = {"few": Words("Only {n} people.", "Dim ond {n} person.")}
    assert said(sentences, "few", n=3).to_dict() == {
        "code": "few",
        "en": "Only 3 people.",
        "cy": "Dim ond 3 person.",
    }


def test_an_error_is_its_english_sentence_with_code_field_and_row():
    error = MethodError(said({"few": WORDS}, "few"), field="hours", row=2)
    assert (str(error), error.code, error.field, error.row) == ("hours a week", "few", "hours", 2)
    assert (MethodError(error.note).field, MethodError(error.note).row) == (None, None)


def test_neither_language_is_a_fallback_for_the_other():
    assert [WORDS.in_language(language) for language in ("en", "cy", "cy-GB", "fr", "")] == [
        "hours a week", "oriau'r wythnos", "hours a week", "hours a week", "hours a week",
    ]  # fmt: skip
