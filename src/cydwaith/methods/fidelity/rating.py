"""Ratings into a total and a band: self, independent and computed scores never mixed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Literal, NamedTuple

from ..notes import Note
from ..result import plain
from ..words import Words
from .notes import note, wrong
from .scale import FidelityScale, Item

Kind = Literal["self", "independent", "computed"]
KINDS = ("self", "independent", "computed")
APART = 2


@dataclass(frozen=True, slots=True)
class Rating:
    """One rater's score of one item, with what they saw. ``agreed`` marks the raters' consensus."""

    item: str
    score: int
    rater: str
    kind: Kind
    evidence: tuple[str, ...] = ()
    agreed: bool = False


class ItemScore(NamedTuple):
    """An item as it stands: the agreed score, else the lower middle one of its raters'."""

    item: str
    score: int | None
    scores: tuple[int, ...]
    agreed: bool
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The scale as one kind of rater sees it.

    ``total`` and ``band`` are None while items are missing; then the total lies from ``low`` to
    ``high``.
    """

    kind: Kind
    items: tuple[ItemScore, ...]
    raters: int
    total: int | None
    low: int
    high: int
    band: Words | None
    notes: tuple[Note, ...]
    refusals: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Rated:
    """Every kind of rating that there is, side by side."""

    scale: str
    version: str
    standings: tuple[Standing, ...]
    notes: tuple[Note, ...]

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def rate(scale: FidelityScale, ratings: Iterable[Rating]) -> Rated:
    """What the ratings come to, for self, independent and computed scores apart.

    Raises ``FidelityError``: ``nothing_rated``, ``unknown_item``, ``out_of_range``, ``rated_twice``,
    ``unknown_kind``, naming the row.
    """
    found = list(ratings)
    _check(scale, found)
    kinds = [kind for kind in KINDS if any(one.kind == kind for one in found)]
    standings = tuple(_standing(scale, kind, [one for one in found if one.kind == kind]) for kind in kinds)
    return Rated(scale.key, scale.version, standings, (note("process_not_outcome"),))


def _check(scale: FidelityScale, ratings: Sequence[Rating]) -> None:
    if not ratings:
        raise wrong("nothing_rated")
    known, seen = {item.key for item in scale.items}, set()
    for row, one in enumerate(ratings, start=1):
        if one.item not in known:
            raise wrong(
                "unknown_item", "item", row, item=one.item, known=", ".join(i.key for i in scale.items)
            )
        if one.kind not in KINDS:
            raise wrong("unknown_kind", "kind", row)
        if isinstance(one.score, bool) or one.score not in range(scale.lowest, scale.highest + 1):
            limits = {"lowest": scale.lowest, "highest": scale.highest}
            raise wrong("out_of_range", "score", row, score=one.score, item=one.item, **limits)
        mark = (one.item, one.rater, one.kind, one.agreed)
        if mark in seen:
            raise wrong("rated_twice", "rater", row, rater=one.rater, item=one.item)
        seen.add(mark)


def _standing(scale: FidelityScale, kind: str, ratings: list[Rating]) -> Standing:
    items = tuple(_item(item, [one for one in ratings if one.item == item.key]) for item in scale.items)
    known = [item.score for item in items if item.score is not None]
    missing = len(items) - len(known)
    low, high = sum(known) + missing * scale.lowest, sum(known) + missing * scale.highest
    refusals = (note("incomplete", missing=missing, items=len(items), low=low, high=high),) if missing else ()
    settled = scale.band(low) is scale.band(high)
    return Standing(
        kind=kind,  # type: ignore[arg-type]
        items=items,
        raters=len({one.rater for one in ratings}),
        total=None if missing else sum(known),
        low=low,
        high=high,
        band=scale.band(low).words if settled else None,
        notes=tuple(_notes(items, missing, scale.band(low).words.en if settled else "")),
        refusals=refusals,
    )


def _item(item: Item, ratings: list[Rating]) -> ItemScore:
    scores = tuple(sorted(one.score for one in ratings if not one.agreed))
    together = [one.score for one in ratings if one.agreed]
    evidence = tuple(dict.fromkeys(words for one in ratings for words in one.evidence))
    score = together[0] if together else median_low(scores) if scores else None
    return ItemScore(item.key, score, scores, bool(together), evidence)


def _notes(items: tuple[ItemScore, ...], missing: int, band: str) -> Iterable[Note]:
    if missing and band:
        yield note("band_settled", band=band)
    apart = [one.item for one in items if one.scores and one.scores[-1] - one.scores[0] >= APART]
    if apart:
        yield note("raters_differ", items=", ".join(apart))
    bare = [one.item for one in items if one.score is not None and not one.evidence]
    if bare:
        yield note("no_evidence", items=", ".join(bare))
