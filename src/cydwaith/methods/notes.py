"""What a method says beside a number, and when it will not give one: a code and a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from .words import Words


@dataclass(frozen=True, slots=True)
class Note:
    """A code for machines and a sentence for people."""

    code: str
    words: Words

    def to_dict(self) -> dict[str, str]:
        """Code and both sentences."""
        return {"code": self.code, "en": self.words.en, "cy": self.words.cy}


def said(sentences: Mapping[str, Words], code: str, **values: object) -> Note:
    """The note of that code with its blanks filled; each method keeps its own ``sentences``."""
    words = sentences[code]
    if "{" not in words.en:
        return Note(code, words)
    return Note(code, Words(words.en.format(**values), words.cy.format(**values)))


class MethodError(ValueError):
    """Input that cannot be right. ``note`` says what to do, in both languages.

    ``field`` names the column or argument, ``row`` the first row at fault (counted from 1).
    """

    def __init__(self, note: Note, *, field: str | None = None, row: int | None = None) -> None:
        super().__init__(note.words.en)
        self.note = note
        self.field = field
        self.row = row

    @property
    def code(self) -> str:
        """The code of what is wrong."""
        return self.note.code
