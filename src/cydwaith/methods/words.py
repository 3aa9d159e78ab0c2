"""A sentence in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """English and Welsh, neither a fallback for the other."""

    en: str
    cy: str

    def in_language(self, language: str) -> str:
        """The Welsh for ``cy``, else the English."""
        return self.cy if language == "cy" else self.en
