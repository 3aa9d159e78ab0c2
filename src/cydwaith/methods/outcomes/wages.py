"""Pay floors: minimum wages by age and date, always brought as data with their source."""

from bisect import bisect_right
from calendar import isleap
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from .spells import Employment

# National Minimum Wage Regulations 2015, regulation 5: the apprentice rate is for those under 19, and for
# others in the first twelve months of the apprenticeship.
ALWAYS_UNDER = 19


@dataclass(frozen=True, slots=True)
class WageRate:
    """Pounds an hour from a day on, for ages from ``from_age`` up to and with ``to_age``."""

    valid_from: date
    hourly: float
    from_age: int = 0
    to_age: int = 200
    apprentice: bool = False
    source: str = ""


@dataclass(frozen=True)
class PayFloor:
    """A table of rates; the newest that fits a day, an age and a kind of work holds."""

    rates: tuple[WageRate, ...]

    def on(self, day: date, age: int, employment: Employment, began: date | None = None) -> float | None:
        """Pounds an hour; None when none is on file. The self-employed have no floor: 0.

        ``began`` is the first day of an apprenticeship; where it is not known it counts as the first year.
        """
        if employment is Employment.SELF_EMPLOYED:
            return 0.0
        learning = employment is Employment.APPRENTICESHIP and _as_apprentice(day, age, began)
        asked = bisect_right(self._changes, day), age, learning
        if asked not in self._known:
            self._known[asked] = self._hourly(day, age, learning=learning)
        return self._known[asked]

    def changes_after(self, day: date) -> date:
        """The first day after one from which another rate holds; the last of all days where there is none."""
        at = bisect_right(self._changes, day)
        return self._changes[at] if at < len(self._changes) else date.max

    @cached_property
    def _changes(self) -> list[date]:
        """The days from which rates hold: between two of them nothing changes."""
        return sorted({one.valid_from for one in self.rates})

    @cached_property
    def _known(self) -> dict[tuple[int, int, bool], float | None]:
        """What was looked up already: by how many changes there were, by age, by kind of work."""
        return {}

    def _hourly(self, day: date, age: int, *, learning: bool) -> float | None:
        newest = self._newest(day, age, apprentice=True) if learning else None
        newest = newest or self._newest(day, age, apprentice=False)
        return newest.hourly if newest else None

    def _newest(self, day: date, age: int, *, apprentice: bool) -> WageRate | None:
        found: WageRate | None = None
        for one in self.rates:
            fits = (
                one.apprentice is apprentice and one.from_age <= age <= one.to_age and one.valid_from <= day
            )
            if fits and (found is None or one.valid_from > found.valid_from):
                found = one
        return found

    @cached_property
    def newest(self) -> date | None:
        """The day from which the newest rate holds; None where there is none."""
        return max((one.valid_from for one in self.rates), default=None)

    @cached_property
    def by_age(self) -> bool:
        """Whether the age matters."""
        return any(rate.from_age > 0 or rate.to_age < 200 for rate in self.rates)


def _as_apprentice(day: date, age: int, began: date | None) -> bool:
    return age < ALWAYS_UNDER or began is None or age_on(began, day) < 1


def age_on(born: date, day: date) -> int:
    """Whole years; somebody born on 29 February has their birthday on 1 March of other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def birthday_after(born: date, day: date) -> date:
    """The first day after one on which somebody is a year older."""
    year = day.year if (born.month, born.day) > (day.month, day.day) else day.year + 1
    return date(year, 3, 1) if (born.month, born.day) == (2, 29) and not isleap(year) else born.replace(year)
