"""What is different from the last return that was sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from .filling import Row, cells, header


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
    """Rows are matched by reference, cells by the name of their column; what one lacks is empty there.

    Whether a line may still change is one of its cells, as it is in the file.
    """
    names_now, names_then = header(columns), header(columns_before)
    now = {row.reference: dict(zip(names_now, cells(row), strict=True)) for row in rows}
    then = {row.reference: dict(zip(names_then, cells(row), strict=True)) for row in before}
    names = list(dict.fromkeys([*names_now, *names_then]))
    changed = [
        (key, name, then[key].get(name, ""), now[key].get(name, ""))
        for key in sorted(now.keys() & then.keys())
        for name in names
        if then[key].get(name, "") != now[key].get(name, "")
    ]
    return Difference(
        tuple(sorted(now.keys() - then.keys())), tuple(sorted(then.keys() - now.keys())), tuple(changed)
    )
