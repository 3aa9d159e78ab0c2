"""A name that begins like a formula stays a name in a spreadsheet."""

import pytest

from cydwaith.web.sheets import harmless


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_run_is_only_read(start: str) -> None:
    assert harmless(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


@pytest.mark.parametrize("words", ["", "Knees = gone", "2 - 4 pm", "o'clock"])
def test_other_words_stay_as_they_are(words: str) -> None:
    assert harmless(words) == words
