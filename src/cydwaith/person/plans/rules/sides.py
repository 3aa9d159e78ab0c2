"""The three sides of a plan: health, work, and life besides. A plan of one condition alone is no plan."""

from collections.abc import Iterable
from enum import StrEnum

from .vocabulary import GoalKind


class Side(StrEnum):
    """One side of a plan."""

    HEALTH = "health"
    WORK = "work"
    LIFE = "life"


SIDE: dict[GoalKind, Side] = {
    GoalKind.HEALTH: Side.HEALTH,
    GoalKind.WORK: Side.WORK,
    GoalKind.LEARNING: Side.WORK,
    GoalKind.PEOPLE: Side.LIFE,
    GoalKind.HOME: Side.LIFE,
}


def missing_sides(kinds: Iterable[GoalKind]) -> tuple[Side, ...]:
    """The sides that no goal is about; none are missing while there is no goal at all."""
    there = {SIDE[kind] for kind in kinds}
    return tuple(side for side in Side if side not in there) if there else ()


def is_condition_only(kinds: Iterable[GoalKind]) -> bool:
    """Whether every goal is about health."""
    return {SIDE[kind] for kind in kinds} == {Side.HEALTH}
