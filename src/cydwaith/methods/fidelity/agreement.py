"""How far two raters agree, beyond what chance would give."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from ..notes import Note
from ..result import plain
from ..survey import Percentage, percentage
from .notes import note
from .rating import Rating
from .scale import FidelityScale

FEWEST = 5


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of pairs of scores of the same item: exactly alike, within one, and weighted kappa.

    ``kappa`` is Cohen's with quadratic weights, the mean over pairs of raters; 1 is full agreement,
    0 is chance. ``bias`` is how much the first rater of a pair (by name) scores above the second.
    """

    pairs: int
    raters: tuple[str, ...]
    exact: Percentage | None
    within_one: Percentage | None
    kappa: float | None
    bias: float | None
    notes: tuple[Note, ...]
    refusals: tuple[Note, ...]

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def agreement(scale: FidelityScale, ratings: Iterable[Rating]) -> Agreement:
    """Agreement between raters of one kind over the items that both scored; consensus is left out.

    Refused below five items in common. Source: Cohen 1968, Psychological Bulletin 70.
    """
    by_rater: dict[str, dict[str, int]] = {}
    for one in ratings:
        if not one.agreed:
            by_rater.setdefault(one.rater, {})[one.item] = one.score
    raters = tuple(sorted(by_rater))
    shared = [_shared(by_rater[a], by_rater[b]) for a, b in combinations(raters, 2)]
    kept = [pairs for pairs in shared if len(pairs) >= FEWEST]
    if not kept:
        refusal = note("two_raters_needed", needed=FEWEST)
        return Agreement(0, raters, None, None, None, None, (), (refusal,))
    pairs = [pair for group in kept for pair in group]
    kappas = [_kappa(group, scale) for group in kept]
    known = [kappa for kappa in kappas if kappa is not None]
    return Agreement(
        pairs=len(pairs),
        raters=raters,
        exact=percentage(sum(a == b for a, b in pairs), len(pairs)),
        within_one=percentage(sum(abs(a - b) <= 1 for a, b in pairs), len(pairs)),
        kappa=sum(known) / len(known) if known else None,
        bias=sum(a - b for a, b in pairs) / len(pairs),
        notes=() if known else (note("no_variation"),),
        refusals=(),
    )


def _shared(one: dict[str, int], other: dict[str, int]) -> list[tuple[int, int]]:
    return [(one[item], other[item]) for item in sorted(one.keys() & other.keys())]


def _kappa(pairs: list[tuple[int, int]], scale: FidelityScale) -> float | None:
    """1 - observed / expected disagreement, each pair weighted by its squared distance."""
    observed = sum((a - b) ** 2 for a, b in pairs) / len(pairs)
    expected = sum((a - b) ** 2 for a, _ in pairs for _, b in pairs) / len(pairs) ** 2
    return None if expected == 0 else 1 - observed / expected
