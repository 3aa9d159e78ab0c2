"""What fits whom: an offer held against a wish, respect by respect, and why.

A respect counts only where the person said something about it. The rank is a sum of how well each
respect fits, weighed by what matters most to the person: so an offer that fits better in one respect
and no worse in another never ranks lower, and nothing is left out, whatever does not fit.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import asin, cos, inf, radians, sin, sqrt
from typing import NamedTuple

from cydwaith.kernel.working import Adjustment, Company, FromHome, Matter, Sector, Setting, TimeOfDay
from cydwaith.place.opportunities.rules.offer import Offer
from cydwaith.place.opportunities.rules.vocabulary import EASED_BY, Ask, Pay, Where

from .vocabulary import Fit, Respect

EARTH_MILES = 3958.8
MINUTES_A_MILE = 4
"""Door to door by bus or car through a town, about 15 miles an hour; a page says that it is a guess."""
FARTHER = 1.5
WEIGHT, RANKED = 2, (5, 4, 3)
WEIGHS = {Respect.ASKS: 6}
"""What a body or mind cannot do weighs more than any preference."""
MATTERS = {
    Matter.HOURS: (Respect.HOURS, Respect.TIMES),
    Matter.PLACE: (Respect.WAY, Respect.HOME),
    Matter.PEOPLE: (Respect.COMPANY,),
    Matter.MONEY: (Respect.PAY,),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants and can do; empty or None is not said. Hours a week, minutes one way, degrees."""

    sectors: frozenset[Sector] = frozenset()
    hours_from: float | None = None
    hours_to: float | None = None
    days: frozenset[int] = frozenset()
    times: frozenset[TimeOfDay] = frozenset()
    minutes: int | None = None
    from_home: FromHome | None = None
    settings: frozenset[Setting] = frozenset()
    company: frozenset[Company] = frozenset()
    adjustments: frozenset[Adjustment] = frozenset()
    not_yet: frozenset[Ask] = frozenset()
    adjusted: frozenset[Ask] = frozenset()
    latitude: float | None = None
    longitude: float | None = None
    matters: tuple[Matter, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said that an offer could be held against."""
        return self == Wish(latitude=self.latitude, longitude=self.longitude)


class Finding(NamedTuple):
    """How an offer fits in one respect; ``which`` are the words' keys that it is about."""

    respect: Respect
    fit: Fit
    which: tuple[str, ...] = ()


class Match(NamedTuple):
    """One offer with how it fits; ``miles`` is None where one of the two places is not known."""

    offer: Offer
    findings: tuple[Finding, ...]
    miles: float | None
    score: int

    def fits(self, respect: Respect) -> Fit | None:
        """How it fits in one respect, None where that does not count."""
        return next((one.fit for one in self.findings if one.respect is respect), None)


class _Pair(NamedTuple):
    """A wish and an offer with the way between them."""

    wish: Wish
    offer: Offer
    miles: float | None


def rank(wish: Wish, offers: Collection[Offer]) -> list[Match]:
    """Every offer, the best fit first; ties by the shorter way, then by id, so that order never depends
    on the order of what came in."""
    weights = _weights(wish)
    found = [_match(wish, offer, weights) for offer in offers]
    return sorted(found, key=lambda one: (-one.score, inf if one.miles is None else one.miles, one.offer.id))


def match(wish: Wish, offer: Offer) -> Match:
    """One offer held against a wish."""
    return _match(wish, offer, _weights(wish))


def _match(wish: Wish, offer: Offer, weights: Mapping[Respect, int]) -> Match:
    pair = _Pair(wish, offer, _miles(wish, offer))
    findings = tuple([found for judge in _JUDGES if (found := judge(pair)) is not None])
    score = sum([weights[found.respect] * found.fit for found in findings])
    return Match(offer, findings, pair.miles, score)


def _weights(wish: Wish) -> dict[Respect, int]:
    return {respect: weight(wish, respect) for respect in Respect}


def weight(wish: Wish, respect: Respect) -> int:
    """How much a respect counts: more for what the person named as mattering most."""
    for place, matter in zip(RANKED, wish.matters, strict=False):
        if respect in MATTERS.get(matter, ()):
            return max(place, WEIGHS.get(respect, 0))
    return WEIGHS.get(respect, WEIGHT)


def _miles(wish: Wish, offer: Offer) -> float | None:
    """Along the great circle."""
    if None in (wish.latitude, wish.longitude, offer.latitude, offer.longitude):
        return None
    here, there = radians(wish.latitude or 0), radians(offer.latitude or 0)
    east = radians((offer.longitude or 0) - (wish.longitude or 0))
    half = sin((there - here) / 2) ** 2 + cos(here) * cos(there) * sin(east / 2) ** 2
    return 2 * EARTH_MILES * asin(sqrt(min(1.0, half)))


def _work(pair: _Pair) -> Finding | None:
    return _shared(Respect.WORK, pair.wish.sectors, pair.offer.sectors)


def _setting(pair: _Pair) -> Finding | None:
    return _shared(Respect.SETTING, pair.wish.settings, pair.offer.settings)


def _company(pair: _Pair) -> Finding | None:
    return _shared(Respect.COMPANY, pair.wish.company, pair.offer.company)


def _shared(respect: Respect, wanted: Collection[str], offered: Collection[str]) -> Finding | None:
    """Whether one of the wanted is offered."""
    if not wanted:
        return None
    if not offered:
        return Finding(respect, Fit.UNSAID)
    both = sorted(set(wanted) & set(offered))
    return (
        Finding(respect, Fit.YES, tuple(both)) if both else Finding(respect, Fit.NO, tuple(sorted(offered)))
    )


def _hours(pair: _Pair) -> Finding | None:
    least, most = pair.wish.hours_from, pair.wish.hours_to
    if least is None and most is None:
        return None
    if most is not None and pair.offer.hours_from > most:
        return Finding(Respect.HOURS, Fit.NO, ("more",))
    if least is not None and pair.offer.hours_to < least:
        return Finding(Respect.HOURS, Fit.PARTLY, ("fewer",))
    return Finding(Respect.HOURS, Fit.YES)


def _times(pair: _Pair) -> Finding | None:
    wish, offer = pair.wish, pair.offer
    if not wish.days and not wish.times:
        return None
    if offer.times_to_suit:
        return Finding(Respect.TIMES, Fit.YES, ("to-suit",))
    asked = [(wish.days, offer.days, "days"), (wish.times, offer.times, "times")]
    found = [(_within(wanted, given), name) for wanted, given, name in asked if wanted]
    worst = min(fit for fit, _name in found)
    which = tuple(name for fit, name in found if fit is worst)
    return Finding(Respect.TIMES, worst, () if worst is Fit.YES else which)


def _within(wanted: Collection[object], given: Collection[object]) -> Fit:
    """Whether all that is given is wanted, or some, or none."""
    if not given:
        return Fit.UNSAID
    inside = sum(one in wanted for one in given)
    return Fit.YES if inside == len(given) else Fit.PARTLY if inside else Fit.NO


def _way(pair: _Pair) -> Finding | None:
    if pair.wish.minutes is None:
        return None
    if pair.offer.where is Where.HOME:
        return Finding(Respect.WAY, Fit.YES)
    if pair.miles is None:
        return Finding(Respect.WAY, Fit.UNSAID)
    minutes = pair.miles * MINUTES_A_MILE
    if minutes <= pair.wish.minutes:
        return Finding(Respect.WAY, Fit.YES)
    return Finding(Respect.WAY, Fit.PARTLY if minutes <= pair.wish.minutes * FARTHER else Fit.NO)


def _home(pair: _Pair) -> Finding | None:
    if pair.wish.from_home is None:
        return None
    return Finding(Respect.HOME, _AT_HOME[pair.wish.from_home][pair.offer.where])


_AT_HOME = {
    FromHome.ALL: {Where.HOME: Fit.YES, Where.BOTH: Fit.PARTLY, Where.PLACE: Fit.NO},
    FromHome.SOME: {Where.HOME: Fit.PARTLY, Where.BOTH: Fit.YES, Where.PLACE: Fit.PARTLY},
    FromHome.NONE: {Where.HOME: Fit.NO, Where.BOTH: Fit.PARTLY, Where.PLACE: Fit.YES},
}


def _asks(pair: _Pair) -> Finding | None:
    """The hardest of what it asks decides; what an offered adjustment eases is one step less hard."""
    if not pair.wish.not_yet and not pair.wish.adjusted:
        return None
    hard = {ask: _hard(ask, pair) for ask in pair.offer.asks}
    worst = min(hard.values(), default=Fit.YES)
    return Finding(Respect.ASKS, worst, tuple(sorted(ask for ask, fit in hard.items() if fit < Fit.YES)))


def _hard(ask: Ask, pair: _Pair) -> Fit:
    eased = not EASED_BY.get(ask, frozenset()).isdisjoint(pair.offer.adjustments)
    if ask in pair.wish.not_yet:
        return Fit.PARTLY if eased else Fit.NO
    if ask in pair.wish.adjusted:
        return Fit.YES if eased else Fit.PARTLY
    return Fit.YES


def _adjustments(pair: _Pair) -> Finding | None:
    """What is not offered was not refused: it is something to ask."""
    wanted = pair.wish.adjustments
    if not wanted:
        return None
    given = tuple(sorted(wanted & pair.offer.adjustments))
    if not given:
        return Finding(Respect.ADJUSTMENTS, Fit.UNSAID)
    return Finding(Respect.ADJUSTMENTS, Fit.YES if len(given) == len(wanted) else Fit.PARTLY, given)


def _pay(pair: _Pair) -> Finding | None:
    if Matter.MONEY not in pair.wish.matters:
        return None
    fits = {Pay.PAID: Fit.YES, Pay.EXPENSES: Fit.PARTLY, Pay.NOTHING: Fit.NO}
    return Finding(Respect.PAY, fits[pair.offer.pay])


_JUDGES = (_work, _hours, _times, _way, _home, _setting, _company, _asks, _adjustments, _pay)


def lacking(wish: Wish, offer: Offer) -> frozenset[Adjustment]:
    """Adjustments that the person wants and the offer does not name."""
    return wish.adjustments - offer.adjustments
