"""What is different from the last return that was sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from .filling import Row


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows that are new, rows that are gone, and cells that changed: (reference, column, before, after)."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[tuple[str, str, str, str], ...]

    @property
    def nothing(self) -> bool:
        """Whether both say the same."""
        return not (self.new or self.gone or self.changed)


def compare(
    columns: Sequence[str], rows: Sequence[Row], columns_before: Sequence[str], before: Sequence[Row]
) -> Difference:
    """Rows are matched by reference, cells by the name of their column; what one lacks is empty there."""
    now = {row.reference: dict(zip(columns, row.values, strict=True)) for row in rows}
    then = {row.reference: dict(zip(columns_before, row.values, strict=True)) for row in before}
    names = list(dict.fromkeys([*columns, *columns_before]))
    changed = [
        (key, name, then[key].get(name, ""), now[key].get(name, ""))
        for key in sorted(now.keys() & then.keys())
        for name in names
        if then[key].get(name, "") != now[key].get(name, "")
    ]
    return Difference(
        tuple(sorted(now.keys() - then.keys())), tuple(sorted(then.keys() - now.keys())), tuple(changed)
    )
