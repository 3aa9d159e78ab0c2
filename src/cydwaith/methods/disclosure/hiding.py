"""Rules that hide cells: by size alone, and with further cells until the attacker finds nothing."""

from collections import defaultdict
from math import inf

import numpy as np

from .auditing import NARROW_BELOW, audit
from .cube import Cell, Cube, relations
from .notes import refuse
from .policy import Policy
from .release import Release

ROUNDS = 60


def hidden(cube: Cube, rule: Policy) -> Release:
    """Cells in the hidden range are left out, the rest rounded to the nearest base."""
    top = cube.dimensions[0].top
    cells = {
        cell: _shown(count, rule, exact=rule.national_exact and cell[0] == top)
        for cell, count in zip(cube.cells(), cube.counts.ravel().tolist(), strict=True)
    }
    return Release(cube.name, rule.key, cube.dimensions, cells)


def _shown(count: int, rule: Policy, *, exact: bool) -> int | None:
    if exact:
        return count
    if rule.hide_from <= count <= rule.hide_to:
        return None
    return (count + rule.base // 2) // rule.base * rule.base


def hidden_with_more(cube: Cube, rule: Policy) -> Release:
    """Hide the small cells, then others beside those that the attacker can still narrow down.

    While only small ones are hidden, a star means what the rule says. Once others are hidden beside
    them it has to stand for those too (``Release.star``), and for 0 once noughts had to be hidden.
    Raises DisclosureError: ``exact_nation`` where an exact national number is itself too small, and
    ``cannot_hide`` where no more cells could help.
    """
    _nation_stands(cube, rule)
    release = hidden(cube, rule)
    exposed = _exposed(release, None)
    for least in sorted({rule.hide_from, 0}, reverse=True):
        for _ in range(ROUNDS):
            if not exposed:
                return release
            more = _with_more(cube, release, exposed, rule, least)
            if more is None:
                break
            # Hiding more never narrows what was wide: only these and the newly hidden are asked again.
            new = {
                cell
                for cell, value in more.cells.items()
                if value is None and release.cells[cell] is not None
            }
            release, exposed = more, _exposed(more, {*exposed, *new})
    if exposed:
        raise refuse("cannot_hide", field="counts", cell=" / ".join(exposed[0]))
    return release


def _nation_stands(cube: Cube, rule: Policy) -> None:
    """Under an exact national 1 or 2 each place has 0 to 2, whatever is hidden."""
    if not rule.national_exact:
        return
    small = np.argwhere((cube.counts[0] > 0) & (cube.counts[0] < NARROW_BELOW))
    if len(small):
        others = zip(cube.dimensions[1:], small[0], strict=True)
        cell = (cube.dimensions[0].top, *(one.members[i] for one, i in others))
        raise refuse("exact_nation", field="counts", cell=" / ".join(cell))


def _exposed(release: Release, targets: set[Cell] | None) -> list[Cell]:
    found = audit([release], small=NARROW_BELOW, targets=targets, whole=False)
    return [finding.cell for finding in (*found.exact, *found.narrow)]


def _with_more(cube: Cube, release: Release, exposed: list[Cell], rule: Policy, least: int) -> Release | None:
    """Beside each exposed cell, hide the smallest shown one of the sums that it is in."""
    beside, names, cells = _beside(cube), list(cube.cells()), dict(release.cells)
    position = {cell: i for i, cell in enumerate(names)}
    fixed = cube.dimensions[0].top if rule.national_exact else None
    for cell in exposed:
        others = [
            names[i]
            for sums in beside[position[cell]]
            for i in sums
            if cells[names[i]] is not None and cube.count(names[i]) >= least and names[i][0] != fixed
        ]
        if others:
            cells[min(others, key=lambda other: (cube.count(other) == 0, cube.count(other)))] = None
    if cells == release.cells:
        return None
    return Release(release.name, release.policy, release.dimensions, cells, (least, inf))


def _beside(cube: Cube) -> dict[int, list[list[int]]]:
    """For each cell, the other cells of every sum that it is in."""
    sums, found = relations(cube.dimensions), defaultdict(list)
    order = np.argsort(sums.row, kind="stable")
    parts = np.split(sums.part[order], np.cumsum(np.bincount(sums.row))[:-1])
    for total, part in zip(sums.total.tolist(), parts, strict=True):
        whole = [total, *part.tolist()]
        for cell in whole:
            found[cell].append([other for other in whole if other != cell])
    return found
