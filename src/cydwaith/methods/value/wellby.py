"""Wellbeing in pounds: one point of life satisfaction for one person for one year."""

from dataclasses import dataclass

from ..result import plain
from .model import Assumptions, deflator
from .notes import wrong

POUNDS, LOW, HIGH, PRICE_YEAR = 13_000.0, 10_000.0, 16_000.0, 2019
SOURCE = "HM Treasury, Wellbeing Guidance for Appraisal, July 2021: 13,000 (10,000 to 16,000) in 2019 prices"


@dataclass(frozen=True, slots=True)
class Wellby:
    """Pounds a year and in all, with the range that the guidance gives."""

    points: float
    people: float
    years: float
    a_year: float
    total: float
    low: float
    high: float
    price_year: int
    source: str = SOURCE

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def wellby(
    points: float, *, people: float = 1, years: float = 1, assumptions: Assumptions | None = None
) -> Wellby:
    """``points`` of life satisfaction (0-10) gained a person, for so many people and years.

    The points must be an effect, not a before and after. In prices of 2019, or of the base year of the
    assumptions where its price index reaches so far. No discounting. Raises ``out_of_range``.
    """
    for field, value, low, high in (
        ("points", points, -10, 10),
        ("people", people, 0, 1e10),
        ("years", years, 0, 100),
    ):
        if not low <= value <= high:
            raise wrong("out_of_range", field, key="wellby", value=value, low=low, high=high)
    factor = deflator(PRICE_YEAR, assumptions, "wellby") if assumptions else 1.0
    each = points * people * factor
    return Wellby(
        points, people, years, each * POUNDS, each * POUNDS * years, each * LOW * years, each * HIGH * years,
        assumptions.base_year if assumptions else PRICE_YEAR,
    )  # fmt: skip
