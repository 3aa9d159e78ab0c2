"""Where a result stands: how well it fits, how near it is, and whether the person can really come.

Every part is between 0 and 1 and raises the score, all else equal: the laws are in the tests.
"""

from dataclasses import dataclass
from math import asin, cos, exp, radians, sin, sqrt

from .records import Accepting

EARTH_KM = 6371.0088
KM_PER_DEGREE = 111.32
HALFWAY_KM = 8.0
FRESH_DAYS = 180
STALE_DAYS = 3 * 365
FIT, NEAR, FRESH, ROOM, HELPED, COST, OPEN = 0.60, 0.20, 0.06, 0.05, 0.05, 0.02, 0.02
ANYWHERE = 0.35
"""What a service with no known place is worth beside a distance (1 is next door)."""
REACHES = 0.5
"""What coming to the person is worth: online, by phone, at home, or because it serves where they are."""
OVER, WRONG_AGE, FOR_OTHERS = 0.15, 0.35, 0.4
"""What is left of the score of an event that has passed, of what is for another age, or for others only."""
THEIRS = 0.2
"""How much of what a score lacks is made up where something says that it is for such as them."""
USUAL_HELPED, WEIGHT_OF_USUAL = 0.7, 8.0
"""How many say "it helped" where nothing is known, and how many answers that assumption counts as."""


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees, WGS84."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Box:
    """A box of degrees that holds every point within some distance."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True)
class Facts:
    """What ranking asks of one entry. ``km`` and ``days`` (since it was checked) are None where unknown."""

    fit: float
    km: float | None = None
    reaches: bool = False
    days: int | None = None
    accepting: str = Accepting.UNKNOWN
    free: bool | None = None
    is_open: bool | None = None
    suits: bool = True
    over: bool = False
    happened: int = 0
    helped: int = 0


def distance_km(one: Point, other: Point) -> float:
    """Kilometres along the great circle (haversine)."""
    south, north = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(across / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, chord)))


def box_around(centre: Point, km: float) -> Box:
    """A box that holds every point within ``km`` of the centre, and some more."""
    up = km / KM_PER_DEGREE * 1.01
    along = up / max(0.01, cos(radians(min(89.0, abs(centre.latitude) + up))))
    return Box(centre.latitude - up, centre.longitude - along, centre.latitude + up, centre.longitude + along)


def nearness(km: float | None, *, reaches: bool = False) -> float:
    """1 next door, about a third at 8 km, 0 far away; what reaches the person is never far."""
    near = ANYWHERE if km is None else exp(-km / HALFWAY_KM)
    return max(near, REACHES) if reaches else near


def freshness(days: int | None) -> float:
    """1 when checked within half a year, falling to 0 at three years; 0 when never checked."""
    if days is None:
        return 0.0
    return max(0.0, min(1.0, (STALE_DAYS - days) / (STALE_DAYS - FRESH_DAYS)))


def room(accepting: str) -> float:
    """Whether people can come: 1 yes, 0 paused, a half when not said."""
    return 1.0 if accepting == Accepting.YES else 0.0 if accepting == Accepting.PAUSED else 0.5


def known(answer: bool | None) -> float:
    """1 yes, 0 no, a half when not said."""
    return 0.5 if answer is None else float(answer)


def helped_share(happened: int, helped: int) -> float:
    """The share of people whom it helped, drawn toward the usual share while few have said."""
    return (helped + USUAL_HELPED * WEIGHT_OF_USUAL) / (happened + WEIGHT_OF_USUAL)


def score(facts: Facts, *, located: bool) -> float:
    """From 0 to 1, larger is better; ``located`` when the person said where they are."""
    sum_of_parts = (
        FIT * facts.fit
        + NEAR * (nearness(facts.km, reaches=facts.reaches) if located else 0.0)
        + FRESH * freshness(facts.days)
        + ROOM * room(facts.accepting)
        + HELPED * helped_share(facts.happened, facts.helped)
        + COST * known(facts.free)
        + OPEN * known(facts.is_open)
    )
    return sum_of_parts * (OVER if facts.over else 1.0) * (1.0 if facts.suits else WRONG_AGE)


def suited(worth: float, *, is_theirs: bool, is_for_others: bool) -> float:
    """A score after what the person said of themselves: lifted, lowered, or as it was."""
    lifted = worth + THEIRS * (1 - worth) if is_theirs else worth
    return lifted * FOR_OTHERS if is_for_others else lifted
