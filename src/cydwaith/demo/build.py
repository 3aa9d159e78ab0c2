"""Builds Cwm Teg: one year of life, played through the commands that people use."""

from collections.abc import Iterator
from functools import partial

from cydwaith.commons.audit.listeners import tell_waiting
from cydwaith.commons.people.queries import partnership
from cydwaith.kernel import clock
from cydwaith.person.referrals import commands as referrals
from cydwaith.person.referrals.queries import overdue_ids

from . import places, valley
from .agreeing import agreeing, asking_everybody
from .arriving import arriving
from .asking import asking
from .asking import publish as publish_practices
from .cast import Life, gather
from .content import people
from .council import feeding
from .diary import Calendar, Entry, play
from .earning import earning
from .helping import helping
from .minding import minding
from .offering import offering
from .planning import planning
from .rating import rating
from .returning import returning
from .tending import tending
from .working import working

FOUNDED = -400
WATCHED_DAYS = 14


def loaded() -> bool:
    """Whether the demonstration place is here."""
    found = partnership(valley.OPERATOR)
    return found is not None and found.is_demonstration


def load() -> None:
    """Play the whole year up to now; wants an empty database."""
    calendar = Calendar(clock.now())
    first_feed = partial(valley.open_directory, calendar.day(FOUNDED))
    founding = [Entry(FOUNDED, 540, valley.found), Entry(FOUNDED, 550, places.draw)]
    play([*founding, Entry(FOUNDED, 600, first_feed)], calendar)
    cast = gather(calendar)
    lives = [Life(record, cast) for record in people()]
    told = [entry for life in lives for entry in _story(life)]
    kept = [
        *minding(cast),
        *tending(cast),
        *feeding(cast),
        *asking(cast),
        *offering(cast, lives),
        *rating(cast),
        *agreeing(lives),
        *asking_everybody(cast),
        *returning(cast, lives),
    ]
    play([*told, *kept, *places.not_found(), *_watch(), *_news()], calendar)
    valley.open_directory(calendar.day(0))
    places.publish()
    publish_practices()


def _story(life: Life) -> Iterator[Entry]:
    yield from arriving(life)
    yield from planning(life)
    yield from helping(life)
    yield from earning(life)
    yield from working(life)


def _watch() -> Iterator[Entry]:
    """The clock of the house says aloud what waits too long, as the worker does each day."""
    return (Entry(day, 1000, _escalate) for day in range(-WATCHED_DAYS, 1))


def _news() -> Iterator[Entry]:
    """The worker passes on each day's news on that day, so that what is counted falls in its month."""
    return (Entry(day, 1439, tell_waiting) for day in range(FOUNDED, 1))


def _escalate() -> None:
    for referral_id in overdue_ids(valley.OPERATOR, clock.today()):
        referrals.escalate(valley.OPERATOR, referral_id=referral_id)
