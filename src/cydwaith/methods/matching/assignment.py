"""Pairs by a score that is the sum of stated parts: as many allowed pairs as can be, then the best."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from ..notes import Note
from ..result import plain
from .notes import note, wrong

SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who may be paired, and the parts of their score: a pair that is not listed is not allowed."""

    one: str
    other: str
    parts: Mapping[str, float]

    @property
    def score(self) -> float:
        """The parts together."""
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True)
class Assigned:
    """A pair that was made, its score and why; ``kept`` when it was a pair before."""

    one: str
    other: str
    score: float
    parts: Mapping[str, float]
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Assignment:
    """All pairs, and who is left; ``score`` of all pairs together."""

    pairs: tuple[Assigned, ...]
    alone: tuple[str, ...]
    score: float
    notes: tuple[Note, ...]

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def assign(
    pairs: Collection[Pair],
    capacities: Mapping[str, int] | None = None,
    kept: Collection[tuple[str, str]] = (),
) -> Assignment:
    """Pair each ``one`` with an ``other`` of room for it (capacity 1 where none is given).

    As many as can be paired are, and among those ways the one with the highest score. ``kept`` pairs
    stay. Whoever is not in any allowed pair is not known here. Raises ``MatchingError``:
    ``wrong_score``, ``wrong_capacity``, ``chosen_twice``, ``wrong_kept``.
    """
    table = _table(pairs)
    room = {other: (capacities or {}).get(other, 1) for _, other in table}
    _check_room(capacities or {})
    stay = _stay(table, room, kept)
    settled = {pair.one for pair in stay}
    for pair in stay:
        room[pair.other] -= 1
    free = {key: pair for key, pair in table.items() if key[0] not in settled and room[key[1]] > 0}
    chosen = [_assigned(pair, False) for pair in _best(free, room)]
    made = sorted(
        [*chosen, *(_assigned(pair, True) for pair in stay)], key=lambda pair: (pair.one, pair.other)
    )
    paired = {pair.one for pair in made}
    alone = tuple(sorted({one for one, _ in table} - paired))
    notes = [note("people_decide"), *([note("no_free_place", count=len(alone))] if alone else [])]
    return Assignment(tuple(made), alone, sum(pair.score for pair in made), tuple(notes))


def _table(pairs: Collection[Pair]) -> dict[tuple[str, str], Pair]:
    found: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        if (pair.one, pair.other) in found:
            raise wrong("chosen_twice", "pairs", who=pair.one, choice=pair.other)
        if not isfinite(pair.score):
            raise wrong("wrong_score", "parts", one=pair.one, other=pair.other, value=pair.score)
        found[pair.one, pair.other] = pair
    return found


def _check_room(capacities: Mapping[str, int]) -> None:
    for name, value in capacities.items():
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise wrong("wrong_capacity", "capacities", who=name, value=value)


def _stay(
    table: Mapping[tuple[str, str], Pair], room: Mapping[str, int], kept: Collection[tuple[str, str]]
) -> list[Pair]:
    """Pairs that stay, where they may."""
    used: dict[str, int] = {}
    seen: set[str] = set()
    for one, other in kept:
        used[other] = used.get(other, 0) + 1
        if (one, other) not in table:
            raise wrong("wrong_kept", "kept", one=one, other=other, why="not allowed")
        if one in seen or used[other] > room[other]:
            raise wrong("wrong_kept", "kept", one=one, other=other, why="no room")
        seen.add(one)
    return [table[pair] for pair in kept]


def _assigned(pair: Pair, kept: bool) -> Assigned:
    return Assigned(pair.one, pair.other, pair.score, dict(pair.parts), kept)


def _best(pairs: Mapping[tuple[str, str], Pair], room: Mapping[str, int]) -> list[Pair]:
    """The maximum-weight matching of maximum size, by names so that the order given changes nothing."""
    if not pairs:
        return []
    from scipy.optimize import linear_sum_assignment

    ones = sorted({one for one, _ in pairs})
    places = [
        other for other in sorted({other for _, other in pairs}) for _ in range(min(room[other], len(ones)))
    ]
    scores = _scores(pairs, ones, places)
    rows, columns = linear_sum_assignment(scores, maximize=True)
    found = [(ones[row], places[column]) for row, column in zip(rows, columns, strict=True)]
    return [pairs[key] for key in found if key in pairs]


def _scores(
    pairs: Mapping[tuple[str, str], Pair], ones: Sequence[str], places: Sequence[str]
) -> NDArray[np.float64]:
    """Scores by row and place; what is not allowed is worse than all allowed pairs together are good."""
    width = max(abs(pair.score) for pair in pairs.values()) + 1
    never = -2.0 * width * (len(ones) + 1)
    found = np.full((len(ones), len(places)), never)
    row_of = {one: row for row, one in enumerate(ones)}
    columns_of: dict[str, list[int]] = {}
    for column, other in enumerate(places):
        columns_of.setdefault(other, []).append(column)
    for (one, other), pair in pairs.items():
        found[row_of[one], columns_of[other]] = pair.score
    return found


def suggest(
    pairs: Collection[Pair], taken: Mapping[str, int] | None = None, most: int = SUGGESTED
) -> dict[str, tuple[Pair, ...]]:
    """For each ``one`` up to three others, best first; of equal scores whoever has fewer ``taken``."""
    by_one: dict[str, list[Pair]] = {}
    for pair in _table(pairs).values():
        by_one.setdefault(pair.one, []).append(pair)
    load = taken or {}
    return {
        one: tuple(sorted(found, key=lambda pair: (-pair.score, load.get(pair.other, 0), pair.other))[:most])
        for one, found in sorted(by_one.items())
    }
