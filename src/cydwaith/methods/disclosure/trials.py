"""Trying a way of publishing on the truth: what does one person change, does asking again tell more?

For whoever holds the true counts; the attacker never does.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from .cube import Cell, Counts, Cube
from .notes import refuse
from .release import Release

Publish = Callable[[Cube], Release]
REPEATS = 50


@dataclass(frozen=True, slots=True)
class PersonTest:
    """One person of ``cell`` taken out, and the table published again.

    ``touched`` of its numbers counted that person, ``changed`` were printed otherwise, and in
    ``visible`` both printed numbers are there and one apart: the change is seen as it is.
    """

    cell: Cell
    touched: int
    changed: tuple[Cell, ...]
    visible: tuple[Cell, ...]

    def to_dict(self) -> dict[str, object]:
        """Plain values."""
        return {
            "cell": list(self.cell),
            "touched": self.touched,
            "changed": [list(cell) for cell in self.changed],
            "visible": [list(cell) for cell in self.visible],
        }


def person_test(cube: Cube, publish: Publish, people: Iterable[Cell] = ()) -> list[PersonTest]:
    """Take one person out of each of these cells of the lowest level, one at a time, and publish again.

    Left out, one person of each cell of the lowest level that has any. ``publish`` is the whole way
    from counts to a release, such as ``partial(protect, policy=.., key=..)``.
    """
    first = publish(cube)
    anybody = [cell for cell in cube.lowest() if cube.count(cell)]
    return [_without(cube, first, publish, cell) for cell in people or anybody]


def repeat_test(cube: Cube, publish: Publish, times: int = REPEATS) -> int:
    """How many of ``times`` further releases of the same counts print anything else: should be 0."""
    first = publish(cube).to_dict()
    return sum(publish(cube).to_dict() != first for _ in range(times))


def _without(cube: Cube, before: Release, publish: Publish, cell: Cell) -> PersonTest:
    less = replace(cube, counts=_one_less(cube, cell))
    after = publish(less)
    touched = [other for other in cube.cells() if cube.count(other) != less.count(other)]
    changed = [other for other in cube.cells() if before.cells[other] != after.cells[other]]
    visible = [other for other in touched if _one_apart(before.cells[other], after.cells[other])]
    return PersonTest(cell, len(touched), tuple(changed), tuple(visible))


def _one_less(cube: Cube, cell: Cell) -> Counts:
    """The counts without one person of the cell, all margins with them. Raises ``no_person``."""
    known = {other: cube.count(other) for other in cube.lowest()}
    if not known.get(cell):
        raise refuse("no_person", field="people", cell=" / ".join(cell))
    return Cube.of(cube.name, cube.dimensions, known | {cell: known[cell] - 1}).counts


def _one_apart(before: int | None, after: int | None) -> bool:
    return before is not None and after is not None and abs(before - after) == 1
