"""The attacker: what can be worked out from what was published, and nothing else.

Knows the published numbers, the published rule and that sums hold; shares no code with the
publisher. Every true cell is an unknown between bounds; each bound that matters is found by a linear
programme over all relations within and across releases.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil, floor, inf, isfinite

import numpy as np

from .attack import Attack, Range
from .cube import Cell
from .ladder import Floats
from .notes import note, refuse
from .policy import SMALL
from .readings import WITHHELD, bounds_of
from .release import Release

EXACT_BELOW, NARROW_BELOW = 1, 3
WORST = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """A cell that is known too well: its range in whole numbers, and the published cells that show it."""

    cell: Cell
    low: float
    high: float
    witness: tuple[Cell, ...]

    def to_dict(self) -> dict[str, object]:
        """Plain values, with the sentence in both languages."""
        code = "exact" if self.high - self.low < EXACT_BELOW else "narrow"
        words = note(code, cell=" / ".join(self.cell), low=f"{self.low:g}", high=f"{self.high:g}")
        witness = [list(cell) for cell in self.witness]
        return {
            "cell": list(self.cell),
            "low": self.low,
            "high": self.high,
            "witness": witness,
        } | words.to_dict()


@dataclass(frozen=True, slots=True)
class Audit:
    """What the attacker found: ``below_small`` counts targets pinned to a range narrower than ``small``.

    ``programmes`` are the linear ones that it took; ``in_whole_numbers`` those that were solved once
    more in whole numbers, for the cells with the least room.
    """

    releases: tuple[str, ...]
    policy: str
    cells: int
    targets: int
    programmes: int
    small: int
    below_small: int
    in_whole_numbers: int = 0
    exact: list[Finding] = field(default_factory=list)
    narrow: list[Finding] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Nothing exact, and nothing narrower than 3."""
        return not self.exact and not self.narrow

    def to_dict(self) -> dict[str, object]:
        """Plain values; at most the worst hundred findings of each kind."""
        plain: dict[str, object] = {
            name: getattr(self, name)
            for name in ("policy", "cells", "targets", "programmes", "in_whole_numbers", "small")
        }
        plain |= {"below_small": self.below_small, "passed": self.passed}
        return plain | {
            "releases": list(self.releases),
            "exact_count": len(self.exact),
            "narrow_count": len(self.narrow),
            "exact": [finding.to_dict() for finding in self.exact[:WORST]],
            "narrow": [finding.to_dict() for finding in self.narrow[:WORST]],
        }


def audit(
    releases: Sequence[Release],
    policy: str = "",
    *,
    small: int = SMALL,
    targets: Iterable[Cell] | None = None,
    whole: bool = True,
) -> Audit:
    """Attack the releases together; a cell of the same name is the same true number in all of them.

    ``policy`` is the published rule (each release's own unless given; ``withheld`` for "this cell is
    not shown and nothing is said why"). ``targets`` are the cells to work out; left out, every
    protected cell that may hold fewer than ``small``. The hundred with the least room are asked again
    in whole numbers, unless ``whole`` is False. Raises DisclosureError (``contradiction``,
    ``unlike_releases``, ``nothing_to_audit``). Source: method 5 of Fischetti and Salazar (2000),
    and the ranges in ``sdc_audit``.
    """
    attack, names = _attack(releases, policy)
    wanted = None if targets is None else set(targets)
    chosen = _targets(attack, names, wanted, small)
    attack.scatter(chosen, _enough(attack, small))
    found = {target: _range(attack, target, small) for target in chosen}
    if any(_width(seen) < 0 for seen in found.values()):
        raise refuse("contradiction", field="releases")
    if whole:
        _ask_in_whole_numbers(attack, found)
    findings = [
        _finding(names, target, seen) for target, seen in found.items() if _width(seen) < NARROW_BELOW
    ]
    return Audit(
        releases=tuple(release.name for release in releases),
        policy=policy or releases[0].policy,
        cells=len(names),
        targets=len(chosen),
        programmes=attack.programmes,
        small=small,
        in_whole_numbers=attack.whole.programmes,
        below_small=sum(_width(seen) < small for seen in found.values()),
        exact=[one for one in findings if one.high - one.low < EXACT_BELOW],
        narrow=[one for one in findings if one.high - one.low >= EXACT_BELOW],
    )


def ranges(
    releases: Sequence[Release], policy: str = WITHHELD, targets: Iterable[Cell] | None = None
) -> dict[Cell, tuple[float, float]]:
    """The smallest and largest value (real, not only whole) of each target that fits what was published."""
    attack, names = _attack(releases, policy)
    wanted = None if targets is None else set(targets)
    found = {target: attack.exactly(target) for target in _targets(attack, names, wanted, inf)}
    return {names[target]: (seen.low, seen.high) for target, seen in found.items()}


def _attack(releases: Sequence[Release], policy: str) -> tuple[Attack, list[Cell]]:
    if not releases:
        raise refuse("nothing_to_audit", field="releases")
    keys = [one.key for one in releases[0].dimensions]
    if any([one.key for one in release.dimensions] != keys for release in releases):
        raise refuse("unlike_releases", field="releases")
    known: dict[Cell, tuple[float, float]] = {}
    for release in releases:
        for cell, (low, high) in bounds_of(release, policy).items():
            before = known.get(cell, (0.0, inf))
            known[cell] = (max(low, before[0]), min(high, before[1]))
    names = list(known)
    attack = Attack(names, known, [release.dimensions for release in releases])
    latest = {cell: value for release in releases for cell, value in release.cells.items()}
    attack.start_from(np.array([-1 if latest[name] is None else latest[name] for name in names], dtype=float))
    return attack, names


def _enough(attack: Attack, small: int) -> Floats:
    """How wide a range has to be seen to be, before the rest of it tells nothing new."""
    return np.where(attack.high - attack.low < small, NARROW_BELOW, small).astype(np.float64)


def _targets(attack: Attack, names: list[Cell], wanted: set[Cell] | None, small: float) -> list[int]:
    """Protected cells that may be small; one whose bounds leave it no choice was published as it is."""
    return [
        i
        for i, name in enumerate(names)
        if attack.low[i] < attack.high[i] and attack.low[i] < small and (wanted is None or name in wanted)
    ]


def _range(attack: Attack, target: int, small: int) -> Range:
    """The range itself, or what is known of it once that says on which side of each limit it is."""
    seen, widest = attack.seen(target), attack.high[target] - attack.low[target]
    limits = (EXACT_BELOW, NARROW_BELOW, small)
    if all(_width(seen) >= limit or widest < limit for limit in limits):
        return seen
    return attack.exactly(target)


def _ask_in_whole_numbers(attack: Attack, found: dict[int, Range]) -> None:
    """The hundred with the least room once more: whole numbers may leave less than real ones."""
    unclear = sorted(
        (target for target in found if _width(found[target]) >= EXACT_BELOW),
        key=lambda target: (_width(found[target]), target),
    )
    for target in unclear[:WORST]:
        low, high = _up(found[target].low), _down(found[target].high)
        ends = attack.whole.ends(target, low, high, NARROW_BELOW)
        if ends != (low, high):
            found[target] = Range(*ends, attack.exactly(target).witness)


def _width(seen: Range) -> float:
    """In whole numbers, for counts are."""
    return _down(seen.high) - _up(seen.low)


def _up(value: float) -> float:
    return ceil(value - 1e-6) if isfinite(value) else value


def _down(value: float) -> float:
    return floor(value + 1e-6) if isfinite(value) else value


def _finding(names: list[Cell], target: int, seen: Range) -> Finding:
    witness = tuple(names[i] for i in np.unique(seen.witness) if i != target)
    return Finding(names[target], _up(seen.low), _down(seen.high), witness)
