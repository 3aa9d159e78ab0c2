"""The stem of an English word: the first and last steps of Porter's algorithm (1980), enough to join
"gardens", "gardening" and "garden". Welsh words pass through nearly as they are.

Not the stemmer of either database: it is used on both sides of a comparison made here, so that a fit is the
same number whatever database holds the words.
"""

from collections.abc import Sequence
from functools import lru_cache

from cydwaith.place.needs.rules.words import words

LETTERS = dict.fromkeys(map(chr, range(128)), "c") | dict.fromkeys("aeiou", "v") | {"y": "y"}
SHAPES = str.maketrans(LETTERS)


def _shape(word: str) -> str:
    """A "c" for each consonant and a "v" for each vowel; "y" is a vowel after a consonant."""
    shape = word.translate(SHAPES)
    while "y" in shape:
        at = shape.index("y")
        shape = f"{shape[:at]}{'v' if shape[at - 1 : at] == 'c' else 'c'}{shape[at + 1 :]}"
    return shape


def _measure(word: str) -> int:
    """How many times a vowel is followed by a consonant."""
    return _shape(word).count("vc")


def _has_vowel(word: str) -> bool:
    return "v" in _shape(word)


def _is_short(word: str) -> bool:
    """Ends consonant, vowel, consonant (not w, x or y), as "hop" does."""
    return word[-1:] not in "wxy" and _shape(word).endswith("cvc")


def _singular(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def _without_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        if word.endswith(ending) and _has_vowel(word[: -len(ending)]):
            return _mended(word[: -len(ending)])
    return word


def _mended(word: str) -> str:
    """ "hopp" is "hop", "car" from "caring" is "care"."""
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if len(word) > 2 and word[-1] == word[-2] and word[-1] not in "aeioulsz":
        return word[:-1]
    return word + "e" if _measure(word) == 1 and _is_short(word) else word


def _without_e(word: str) -> str:
    if not word.endswith("e"):
        return word
    rest = word[:-1]
    measure = _measure(rest)
    return rest if measure > 1 or (measure == 1 and not _is_short(rest)) else word


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a folded word; words of up to three letters are their own."""
    if len(word) < 4:
        return word
    found = _without_ending(_singular(word))
    if found.endswith("y") and _has_vowel(found[:-1]):
        found = found[:-1] + "i"
    return _without_e(found)


def stems(text: str) -> str:
    """The stems of a text in order with a space around each, so that " debt advic " can be looked for."""
    return spaced(list(map(stem, words(text))))


def spaced(found: Sequence[str]) -> str:
    """Words as one text with a space around each."""
    return f" {' '.join(found)} " if found else ""
