"""People followed from the start of a clock, group by group."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..tables import Numbers, column, columns, numbers
from . import time_to_event_notes as texts
from .codes import coded
from .incidence import HAPPENED, NOT_SEEN, Codes, Incidence, incidence
from .time_to_event_notes import wrong


@dataclass(frozen=True, slots=True)
class Group:
    """A group as it was seen, and as it would be if the lost never, or at once, had the event."""

    name: str
    times: Numbers
    codes: Codes
    until: float

    @property
    def lost(self) -> NDArray[np.bool_]:
        """Who was last seen before the end, without the event."""
        found: NDArray[np.bool_] = (self.codes == NOT_SEEN) & (self.times < self.until)
        return found

    @property
    def seen(self) -> Incidence:
        """As it was."""
        return incidence(self.times, self.codes)

    def if_lost(self, at_once: bool) -> Incidence:
        """As if the lost had the event when last seen, or never."""
        if at_once:
            return incidence(self.times, np.where(self.lost, HAPPENED, self.codes))
        return incidence(np.where(self.lost, self.until, self.times), self.codes)


def read_groups(data: object, time: str, event: str, group: str | None, until: float) -> list[Group]:
    """One row a person; what happens after ``until`` is not seen.

    Raises ``MethodError``: ``wrong_until``, ``negative_time``, ``not_an_event``, those of ``tables``.
    """
    if not 0 < until < float("inf"):
        raise wrong("wrong_until", "until")
    table = columns(data)
    times, codes = numbers(column(table, time), time), _codes(numbers(column(table, event), event), event)
    if (times < 0).any():
        raise wrong("negative_time", time, int(np.argmax(times < 0)) + 1)
    codes = np.where(times > until, NOT_SEEN, codes)
    times = np.minimum(times, until)
    if group is None:
        return [Group(texts.EVERYBODY, times, codes, until)]
    place, names = coded(column(table, group), group)
    return [
        Group(
            f"{name:g}" if isinstance(name, float) else str(name), times[place == n], codes[place == n], until
        )
        for n, name in enumerate(names)
    ]


def _codes(found: Numbers, field: str) -> Codes:
    odd = (found < 0) | (found != np.floor(found))
    if odd.any():
        row = int(np.argmax(odd))
        raise wrong("not_an_event", field, row + 1, value=f"{found[row]:g}")
    return found.astype(np.int64)


def reference_first(groups: list[Group], reference: object) -> tuple[Group, ...]:
    """The group of that name first. Raises ``MethodError``: ``no_such_group``."""
    if reference is None:
        return tuple(groups)
    wanted = f"{reference:g}" if isinstance(reference, float) else str(reference)
    first = [one for one in groups if one.name == wanted]
    if not first:
        raise wrong("no_such_group", "reference", group=wanted, known=", ".join(one.name for one in groups))
    return (*first, *(one for one in groups if one.name != wanted))
