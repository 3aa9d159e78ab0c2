"""What a published number says of the true one, under the published rule."""

from math import inf

from .cube import Cell
from .policy import HIDE, ROUND, Policy
from .policy import policy as policy_of
from .release import Release

WITHHELD = "withheld"
Bounds = tuple[float, float]


def bounds_of(release: Release, policy: str = "") -> dict[Cell, Bounds]:
    """The smallest and largest true number that each published one can stand for."""
    key = policy or release.policy
    if key == WITHHELD:
        return {cell: _plain(value, 0.0) for cell, value in release.cells.items()}
    rule = policy_of(key)
    return {cell: _bounds(release, rule, cell, value) for cell, value in release.cells.items()}


def _bounds(release: Release, rule: Policy, cell: Cell, value: int | None) -> Bounds:
    if rule.national_exact and cell[0] == release.dimensions[0].top:
        return _plain(value, 0.0)
    if value is None and release.star is not None:
        return release.star
    return _read(value, rule)


def _plain(value: int | None, least: float) -> Bounds:
    return (least, inf) if value is None else (value, value)


def _read(value: int | None, rule: Policy) -> Bounds:
    if rule.way == HIDE:
        return _plain(value, 1.0)
    if rule.way == ROUND:
        away = rule.base - 1 if value is not None else 0
        return max(0.0, (value or 0) - away), (value or 0) + away
    if value is None:
        return rule.hide_from, rule.hide_to
    away = rule.base // 2
    return (0.0, 0.0) if not value else (max(rule.hide_to + 1.0, value - away), value + away)
