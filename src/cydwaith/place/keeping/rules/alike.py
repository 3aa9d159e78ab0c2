"""Whether something that is said to be new may be an entry that is there already."""

from cydwaith.place.directory.rules.likeness import EMPTY_WORDS, WORD, shreds
from cydwaith.place.needs.rules.words import fold

LIKE = 0.4


def likeness(one: str, other: str) -> float:
    """Between 0 and 1: the share of runs of three letters that two names have in common (Jaccard)."""
    first, second = shreds(fold(one)), shreds(fold(other))
    return len(first & second) / len(first | second) if first and second else 0.0


def may_be_same(name: str, other: str, about: str) -> bool:
    """A like name; or every word of the name that says something stands in what the other says of itself."""
    words = set(WORD.findall(fold(name))) - EMPTY_WORDS
    said = set(WORD.findall(fold(f"{other} {about}")))
    return likeness(name, other) >= LIKE or (bool(words) and words <= said)
