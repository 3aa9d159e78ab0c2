"""Where a calendar goes against what the person said, in words for the person."""

from collections.abc import Iterable

from ..rules.phased import Concern
from ..words import CLASHES
from . import saying


def told_concerns(found: Iterable[Concern]) -> list[str]:
    """One sentence for each."""
    return [
        str(CLASHES[each.clash])
        % {"week": each.week, "said": saying.hours(each.said or 1), "planned": saying.hours(each.planned)}
        for each in found
    ]
