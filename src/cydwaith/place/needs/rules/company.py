"""The company that words keep: which needs a word, or two side by side, is mostly said of in the list.

No sentence is foreseen. Where no sign fits as a whole, its words still lean towards the needs that use them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import TypeVar

from .common import DENIALS
from .reading import Token

Key = TypeVar("Key")
Pair = tuple[str, str]
Shares = tuple[tuple[str, float], ...]
ALONE, TOGETHER = 0.5, 0.6
DOUBT, DOUBT_OF_PAIR = 0.48, 0.36
LEAST = 0.06
MOST_LIFT = 0.8


class Company:
    """Counts how often each need uses a form or a pair of forms; ``settle`` makes shares of the counts."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._pair_counts: dict[Pair, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._shares: dict[str, Shares] = {}
        self._pairs: dict[Pair, Shares] = {}

    def add(self, need: str, forms: Sequence[str], weight: float) -> None:
        """The need says these forms, one after the other."""
        for form in set(forms):
            self._counts[form][need] += weight
        for pair in set(_pairs(forms)):
            self._pair_counts[pair][need] += weight

    def settle(self, ordinary: Mapping[str, float]) -> None:
        """Shares of each form; ``ordinary`` says how much each is worth, 0 to 1."""
        self._shares = {
            form: kept
            for form, counts in self._counts.items()
            if (kept := _shares(counts, DOUBT, ordinary.get(form, 1.0)))
        }
        self._pairs = {
            pair: kept
            for pair, counts in self._pair_counts.items()
            if (kept := _shares(counts, DOUBT_OF_PAIR, max(ordinary.get(form, 1.0) for form in pair)))
        }
        self._counts.clear()
        self._pair_counts.clear()

    def leaning(self, tokens: Sequence[Token]) -> dict[str, tuple[float, frozenset[int]]]:
        """How far the words lean to each need, 0 to ``MOST_LIFT``, and by which of them."""
        doubt: dict[str, float] = defaultdict(lambda: 1.0)
        at: dict[str, set[int]] = defaultdict(set)
        for places, need, share in self._said(tokens):
            doubt[need] *= 1 - share
            at[need].update(places)
        return {need: (min(MOST_LIFT, 1 - left), frozenset(at[need])) for need, left in doubt.items()}

    def _said(self, tokens: Sequence[Token]) -> Iterable[tuple[tuple[int, ...], str, float]]:
        counted: set[object] = set()
        for place, token in enumerate(tokens):
            if token.is_denied or token.word in DENIALS:
                continue
            for need, share in _once(token.forms, self._shares, counted):
                yield (place,), need, ALONE * share * token.trust
            for after in range(place + 1, min(place + 3, len(tokens))):
                pairs = [(one, two) for one in token.forms for two in tokens[after].forms]
                for need, share in _once(pairs, self._pairs, counted):
                    yield (place, after), need, TOGETHER * share * min(token.trust, tokens[after].trust)


def _once(
    keys: Iterable[Key], shares: Mapping[Key, Shares], counted: set[object]
) -> Iterable[tuple[str, float]]:
    """The shares of each key that was not said before."""
    for key in keys:
        if key not in counted and key in shares:
            counted.add(key)
            yield from shares[key]


def _pairs(forms: Sequence[str]) -> Iterable[Pair]:
    for at, form in enumerate(forms):
        for other in forms[at + 1 : at + 3]:
            yield form, other


def _shares(counts: Mapping[str, float], doubt: float, worth: float) -> Shares:
    flat = {need: log(1 + count) for need, count in counts.items()}
    whole = sum(flat.values()) + doubt
    rows = ((need, worth * said / whole) for need, said in flat.items())
    return tuple(row for row in rows if row[1] >= LEAST)
