"""How long a programme runs: from version to version without a gap."""

from collections.abc import Sequence
from datetime import date, timedelta

from .targets import in_force

Days = tuple[date, date | None]


def runs_until(versions: Sequence[Days], day: date) -> date | None:
    """The last day of the run that holds on a day, None where it goes on. Raises ``ValueError``.

    ``versions`` are first and last days, both included, in any order, of which no two share a day.
    """
    holding = [end for first, end in versions if in_force(first, end, day)]
    if not holding:
        raise ValueError("No version holds on that day.")
    last, following = holding[0], dict(versions)
    while last is not None and (tomorrow := last + timedelta(days=1)) in following:
        last = following[tomorrow]
    return last
