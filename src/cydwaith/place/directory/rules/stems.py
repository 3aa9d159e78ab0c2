"""The stem of an English word: the first and last steps of Porter's algorithm (1980), enough to join
"gardens", "gardening" and "garden". Welsh words pass through nearly as they are.

Not the stemmer of either database: it is used on both sides of a comparison made here, so that a fit is the
same number whatever database holds the words.
"""

from functools import lru_cache
from itertools import pairwise

from cydwaith.place.needs.rules.words import words

VOWELS = frozenset("aeiou")


def _is_consonant(word: str, at: int) -> bool:
    if word[at] in VOWELS:
        return False
    return word[at] != "y" or at == 0 or not _is_consonant(word, at - 1)


def _measure(word: str) -> int:
    """How many times a vowel is followed by a consonant."""
    shape = [_is_consonant(word, at) for at in range(len(word))]
    return sum(not before and after for before, after in pairwise(shape))


def _has_vowel(word: str) -> bool:
    return any(not _is_consonant(word, at) for at in range(len(word)))


def _is_short(word: str) -> bool:
    """Ends consonant, vowel, consonant (not w, x or y), as "hop" does."""
    if len(word) < 3 or word[-1] in "wxy":
        return False
    return (
        _is_consonant(word, len(word) - 1)
        and not _is_consonant(word, len(word) - 2)
        and (_is_consonant(word, len(word) - 3))
    )


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
    if word.endswith("e"):
        rest = word[:-1]
        if _measure(rest) > 1 or (_measure(rest) == 1 and not _is_short(rest)):
            return rest
    return word


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a folded word; words of up to three letters are their own."""
    if len(word) < 4:
        return word
    found = _without_ending(_singular(word))
    if found.endswith("y") and _has_vowel(found[:-1]):
        found = found[:-1] + "i"
    return _without_e(found)


def stems(text: str, most: int | None = None) -> str:
    """The stems of a text in order with a space around each, so that " debt advic " can be looked for."""
    found = [stem(word) for word in words(text)[:most]]
    return f" {' '.join(found)} " if found else ""
