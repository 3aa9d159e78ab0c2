"""What is open now, in the order in which it fits one person, with the reasons."""

from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.utils.translation import get_language

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle import queries as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.places.queries import point_of
from cydwaith.kernel.actor import Actor
from cydwaith.person.plans.queries.who import Reader
from cydwaith.person.work.queries import profile, statement
from cydwaith.person.work.queries.who import answers_reader
from cydwaith.place.opportunities.queries import Line, offers

from ..rules.matching import Match, Wish, rank
from ..rules.wish import Point
from ..rules.wish import wish as wish_of
from .interests import InterestRow, interests
from .reasons import Reasons, reasons

PAGE = 10


class MatchRow(NamedTuple):
    """One opportunity for one person."""

    line: Line
    reasons: Reasons
    told: bool


@dataclass(frozen=True, slots=True)
class MatchesPage:
    """What fits a person, a page at a time. ``nothing_said``: with no wish yet, the order says nothing."""

    by: Reader
    page: Page[Match]
    rows: tuple[MatchRow, ...]
    interests: tuple[InterestRow, ...]
    nothing_said: bool
    may_write: bool
    guesses_the_way: bool


@sensitive_read("matches_seen", "work")
def matches(actor: Actor, person_id: UUID, number: str = "1") -> MatchesPage:
    """What is open, the best fit first. Raises Refused where work is not open to the actor."""
    by = answers_reader(actor, person_id)
    wish, said, found = wish_for(actor, person_id), interests(actor, person_id), offers(actor)
    ranked = rank(wish, found.offers)
    page = Paginator(ranked, PAGE).get_page(number)
    lines = found.lines([one.offer.id for one in page])
    shown = zip(page, lines, strict=True)
    told, language = {one.opportunity_id for one in said}, get_language()
    return MatchesPage(
        by=by,
        page=page,
        rows=tuple(
            MatchRow(line, reasons(wish, one, line, language), line.id in told) for one, line in shown
        ),
        interests=said,
        nothing_said=wish.is_empty,
        may_write=by.writes(Scope.WORK),
        guesses_the_way=wish.minutes is not None and any(one.miles is not None for one in ranked),
    )


def wish_for(actor: Actor, person_id: UUID) -> Wish:
    """What the person wants and can do, and where they live where that is open to the actor."""
    wanted, can = profile(actor, person_id), statement(actor, person_id)
    return wish_of(wanted.said if wanted else None, can.said if can else None, _home(actor, person_id))


def _home(actor: Actor, person_id: UUID) -> Point | None:
    postcode = circle.postcode_of(actor, person_id)
    return point_of(postcode) if postcode else None
