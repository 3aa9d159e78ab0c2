"""Rules that hide cells: by size alone, and with further cells until the attacker finds nothing."""

from collections import defaultdict

import numpy as np

from .auditing import audit
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

    Raises DisclosureError (``cannot_hide``) where no more cells could help.
    """
    release = hidden(cube, rule)
    for _ in range(ROUNDS):
        found = audit([release])
        exposed = [finding.cell for finding in (*found.exact, *found.narrow)]
        if not exposed:
            return release
        release = _with_more(cube, release, exposed)
    raise refuse("cannot_hide", field="counts", cell=" / ".join(exposed[0]))


def _with_more(cube: Cube, release: Release, exposed: list[Cell]) -> Release:
    """Beside each exposed cell, hide the smallest shown one of the sum that holds it most tightly."""
    beside = _beside(cube)
    names, cells = list(cube.cells()), dict(release.cells)
    position = {cell: i for i, cell in enumerate(names)}
    for cell in exposed:
        others = [
            names[i]
            for sums in beside[position[cell]]
            for i in sums
            if cells[names[i]] is not None and cube.count(names[i]) > 0
        ]
        if others:
            cells[min(others, key=cube.count)] = None
    if cells == release.cells:
        raise refuse("cannot_hide", field="counts", cell=" / ".join(exposed[0]))
    return Release(release.name, release.policy, release.dimensions, cells)


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
