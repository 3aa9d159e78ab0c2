"""A sentence in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """English and Welsh, neither a fallback for the other."""

    en: str
    cy: str

    def in_language(self, language: str) -> str:
        """The Welsh for ``cy``, else the English."""
        return self.cy if language == "cy" else self.en


class Filled(Words):
    """A sentence with blanks, filled each time that somebody reads it: most are never read."""

    __slots__ = ("_values", "_words")
    _words: Words
    _values: Mapping[str, object]

    def __init__(self, words: Words, values: Mapping[str, object]) -> None:
        object.__setattr__(self, "_words", words)
        object.__setattr__(self, "_values", values)

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return Filled, (self._words, self._values)

    @property
    def en(self) -> str:
        """The English sentence."""
        return self._words.en.format(**self._values)

    @property
    def cy(self) -> str:
        """The Welsh sentence."""
        return self._words.cy.format(**self._values)
