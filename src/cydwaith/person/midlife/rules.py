"""What is asked, when, of whom; in our own words, after the three parts that such reviews share.

Nothing here is a scored instrument: the answers are for talking and for choosing, never for comparing.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cydwaith.commons.circle.rules import Scope
from cydwaith.methods.disclosure import Cube, Dimension, protect

FEWEST, MOST = 1, 3
FROM_AGE, TO_AGE, BAND = 40, 65, 5
AGAIN_AFTER_DAYS, INVITED_AGAIN_AFTER_DAYS = 3 * 365, 365
LONGEST_AHEAD_YEARS = 5
POLICY = "ons-10-5"


class Moment(StrEnum):
    """To what the review is attached: offered alone, few people come."""

    HEALTH_CHECK = "health-check"
    PLAN_REVIEW = "plan-review"
    AGE_LIST = "age-list"
    AT_WORK = "at-work"
    MY_OWN = "my-own"


class Pillar(StrEnum):
    """The three parts."""

    WORK = "work"
    HEALTH = "health"
    MONEY = "money"


SCOPES = {Pillar.WORK: Scope.WORK, Pillar.HEALTH: Scope.HEALTH, Pillar.MONEY: Scope.ABOUT_ME}


class Better(StrEnum):
    """What somebody may want to be better."""

    SLEEP = "sleep"
    PAIN = "pain"
    ENERGY = "energy"
    MOOD = "mood"
    MOVING = "moving"
    SENSES = "senses"
    WEIGHT = "weight"
    HABITS = "habits"


class Money(StrEnum):
    """How it is with money."""

    FINE = "fine"
    JUST = "just"
    HARD = "hard"


class Pension(StrEnum):
    """What somebody knows of their later income."""

    KNOWN = "known"
    ROUGHLY = "roughly"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the person chose to do."""

    words: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class BandCount:
    """How many people of an age are due; None where so few that it is not said."""

    band: str
    count: int | None


def age_on(born: date, day: date) -> int:
    """Whole years; somebody born on 29 February grows older on 1 March in other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def bands() -> tuple[str, ...]:
    """The five-year ages that may be invited, never another split."""
    return tuple(f"{start}-{start + BAND - 1}" for start in range(FROM_AGE, TO_AGE, BAND))


def band_of(age: int) -> str | None:
    """The band of an age, None outside those that are invited."""
    if not FROM_AGE <= age < TO_AGE:
        return None
    start = FROM_AGE + (age - FROM_AGE) // BAND * BAND
    return f"{start}-{start + BAND - 1}"


def counts(ages: list[int]) -> tuple[BandCount, ...]:
    """How many are due by band, with small numbers hidden and the rest rounded."""
    found = [band for age in ages if (band := band_of(age))]
    release = protect(_cube(found), POLICY)
    return tuple(BandCount(band, release.cells[(band,)]) for band in bands())


def _cube(found: list[str]) -> Cube:
    dimension = Dimension.flat("age", bands())
    return Cube.of("due", (dimension,), {(band,): found.count(band) for band in bands()})


def years_later(day: date, years: int) -> date:
    """The same day so many years later; 28 February for the 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
