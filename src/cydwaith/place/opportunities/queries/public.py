"""What anybody finds: the list with its filters, and one posting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.commons.places import queries as places
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ..models import Opportunity
from ..rules.vocabulary import Status, Where
from ..words import named
from .rows import Line, in_language, line

__all__ = ["Line", "OpportunityPage", "Wanted", "find", "opportunities", "opportunity", "places_offered"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; empty means no matter. ``place`` is the code of a neighbourhood."""

    kind: str = ""
    sector: str = ""
    hours: int | None = None
    time: str = ""
    place: str = ""
    home: bool = False
    adjustment: str = ""


@dataclass(frozen=True, slots=True)
class OpportunityPage:
    """Everything that anybody may read of one posting."""

    line: Line
    day_like: str
    day_like_lang: str
    sectors: str
    company: str
    settings: str
    asks: list[str]
    adjustments: list[str]
    adjustments_words: str
    apply: list[str]
    apply_words: str
    contact: str
    address: str
    assured_by: str
    can_ask: bool


def opportunities(actor: Actor, wanted: Wanted | None = None) -> list[Line]:
    """What is open now and fits, the newest first."""
    wanted, today = wanted or Wanted(), clock.today()
    rows = [row for row in open_now(actor, today) if _fits(row, wanted)]
    names = place_names(actor, rows)
    return [line(actor, row, today, names) for row in rows]


def places_offered(actor: Actor) -> list[tuple[str, str]]:
    """The neighbourhoods where something is open now, by name."""
    codes = (
        open_rows(actor, clock.today()).exclude(place_code="").order_by().values_list("place_code", flat=True)
    )
    named_places = places.names(actor, set(codes))
    return sorted(named_places.items(), key=lambda one: (one[1], one[0]))


def open_rows(actor: Actor, today: date) -> GuardedQuerySet:
    """Open postings whose last day is not over."""
    rows = Opportunity.objects.as_seen_by(actor).filter(status=Status.OPEN.value)
    return rows.filter(Q(until=None) | Q(until__gte=today)).order_by("-decided_at", "id")


open_now = prepared(open_rows)


def place_names(actor: Actor, rows: Iterable[Opportunity]) -> dict[str, str]:
    """Names of the neighbourhoods of some postings."""
    return places.names(actor, {row.place_code for row in rows if row.place_code})


def _fits(row: Opportunity, wanted: Wanted) -> bool:
    return (
        wanted.kind in ("", row.kind)
        and (not wanted.sector or wanted.sector in row.sectors)
        and (wanted.hours is None or row.hours_from <= wanted.hours)
        and (not wanted.time or row.times_to_suit or wanted.time in row.times)
        and (not wanted.place or wanted.place == row.place_code or Where(row.where) is Where.HOME)
        and (not wanted.home or Where(row.where) is not Where.PLACE)
        and (not wanted.adjustment or wanted.adjustment in row.adjustments)
    )


def find(actor: Actor, opportunity_id: UUID) -> Opportunity:
    """One posting that the actor may see. Raises NotFound."""
    row: Opportunity | None = Opportunity.objects.as_seen_by(actor).filter(id=opportunity_id).first()
    if row is None:
        raise NotFound(_("This is not offered any more."))
    return row


def opportunity(actor: Actor, opportunity_id: UUID) -> OpportunityPage:
    """One posting as anybody reads it. Raises NotFound."""
    return page(actor, find(actor, opportunity_id))


def page(actor: Actor, row: Opportunity) -> OpportunityPage:
    """The page of a row."""
    today = clock.today()
    day_like, lang = in_language(actor, row.day_like, row.day_like_cy, row.language)
    listed = line(actor, row, today, place_names(actor, [row]))
    return OpportunityPage(
        line=listed,
        day_like=day_like,
        day_like_lang=lang,
        sectors=", ".join(named("sectors", row.sectors)),
        company=", ".join(named("company", row.company)),
        settings=", ".join(named("settings", row.settings)),
        asks=named("asks", row.asks),
        adjustments=named("adjustments", row.adjustments),
        adjustments_words=row.adjustments_words,
        apply=named("apply", row.apply),
        apply_words=row.apply_words,
        contact=row.contact,
        address=_address(row),
        assured_by=row.assured_by,
        can_ask=listed.status is Status.OPEN and not listed.is_over,
    )


def _address(row: Opportunity) -> str:
    parts: list[Any] = [row.address, row.postcode] if Where(row.where) is not Where.HOME else []
    return ", ".join(part for part in parts if part)
