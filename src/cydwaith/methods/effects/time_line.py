"""Reading a series: evenly spaced points in order of time, by number or by date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..tables import Numbers
from ..tables import wrong as wrong_table
from .interrupted_notes import wrong

Moment = float | date


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Points in order of time. ``labels`` as given; ``order`` is where each stood."""

    labels: tuple[str, ...]
    moments: tuple[Moment, ...]
    order: NDArray[np.int64]

    def place(self, when: object, field: str) -> int:
        """The first point at or after a time: 0 .. the number of points."""
        moment = self.moment(when, field)
        return sum(_before(one, moment) for one in self.moments)

    def moment(self, when: object, field: str) -> Moment:
        """A time of the same kind as those of the series."""
        found = _moment(when, field, None)
        if isinstance(found, date) != isinstance(self.moments[0], date):
            raise wrong("mixed_times", field)
        return found


def read_times(values: Sequence[Any] | NDArray[Any], field: str) -> TimeLine:
    """Evenly spaced: numbers by the same step, dates by as many months or as many days.

    Raises ``MethodError``: ``not_a_time``, ``mixed_times``, ``given_twice``, ``uneven``.
    """
    moments = [_moment(value, field, row) for row, value in enumerate(values, start=1)]
    if len({isinstance(one, date) for one in moments}) > 1:
        raise wrong("mixed_times", field)
    scale = np.array([one.toordinal() if isinstance(one, date) else one for one in moments], dtype=float)
    order = np.argsort(scale, kind="stable")
    line = TimeLine(tuple(_label(moments[n]) for n in order), tuple(moments[n] for n in order), order)
    _check(line, scale[order], field)
    return line


def _check(line: TimeLine, scale: Numbers, field: str) -> None:
    steps = np.diff(scale)
    if len(steps) and not steps.all():
        at = int(np.argmin(steps != 0)) + 1
        raise wrong_table("given_twice", field, int(line.order[at]) + 1, value=line.labels[at])
    if _even(steps) or _even(_months(line.moments)):
        return
    at = int(np.argmax(~np.isclose(steps, np.median(steps)))) + 1
    raise wrong("uneven", field, int(line.order[at]) + 1, when=line.labels[at])


def _even(steps: Numbers | None) -> bool:
    return steps is not None and bool(not len(steps) or np.allclose(steps, steps[0], rtol=1e-6))


def _months(moments: Sequence[Moment]) -> Numbers | None:
    """The steps in months, where every date is the same day of a month."""
    dates = [one for one in moments if isinstance(one, date)]
    if len(dates) < len(moments) or len({one.day for one in dates}) > 1:
        return None
    return np.diff(np.array([one.year * 12.0 + one.month for one in dates]))


def _moment(value: object, field: str, row: int | None) -> Moment:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    if isinstance(value, str) and "-" in value.strip()[1:]:
        return _date(value.strip(), field, row)
    try:
        found = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise wrong("not_a_time", field, row, value=value) from None
    if not np.isfinite(found):
        raise wrong("not_a_time", field, row, value=value)
    return found


def _date(value: str, field: str, row: int | None) -> date:
    try:
        return date.fromisoformat(value if value.count("-") == 2 else f"{value}-01")
    except ValueError:
        raise wrong("not_a_time", field, row, value=value) from None


def _label(moment: Moment) -> str:
    return moment.isoformat() if isinstance(moment, date) else f"{moment:g}"


def _before(one: Moment, other: Moment) -> bool:
    if isinstance(one, date) and isinstance(other, date):
        return one < other
    return not isinstance(one, date) and not isinstance(other, date) and one < other
