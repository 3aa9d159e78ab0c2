"""What is open now, in the order in which it fits one person, with the reasons."""

from dataclasses import dataclass
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle import queries as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.places.queries import locate
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


@dataclass(frozen=True, slots=True)
class MatchRow:
    """One opportunity for one person."""

    line: Line
    reasons: Reasons
    told: bool


@dataclass(frozen=True, slots=True)
class MatchesPage:
    """What fits a person. ``nothing_said``: there is no wish yet, so the order says nothing."""

    by: Reader
    rows: tuple[MatchRow, ...]
    interests: tuple[InterestRow, ...]
    nothing_said: bool
    may_write: bool
    guesses_the_way: bool


@sensitive_read("matches_seen", "work")
def matches(actor: Actor, person_id: UUID) -> MatchesPage:
    """Everything that is open, the best fit first. Raises Refused where work is not open to the actor."""
    by = answers_reader(actor, person_id)
    wish, said = wish_for(actor, person_id), interests(actor, person_id)
    lines = {offer.id: (offer, line) for offer, line in offers(actor)}
    told = {one.opportunity_id for one in said}
    ranked = rank(wish, [offer for offer, _line in lines.values()])
    return MatchesPage(
        by=by,
        rows=tuple(_row(wish, one, lines[one.offer.id][1], told) for one in ranked),
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
    if not circle.may(actor, person_id, Scope.CONTACT):
        return None
    postcode = circle.person_card(actor, person_id).postcode
    found = locate(postcode) if postcode else None
    return (found.latitude, found.longitude) if found else None


def _row(wish: Wish, match: Match, line: Line, told: set[UUID]) -> MatchRow:
    return MatchRow(line, reasons(wish, match, line), line.id in told)
