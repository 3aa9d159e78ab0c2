"""Search: words and a place in, ranked rows in plain words out."""

import re

from django.utils.translation import gettext as _

from cydwaith.commons.places.queries import locate
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.place.needs.rules.words import fold

from ..rules.ranking import Point
from . import wording
from .cards import Reader, cost_of, languages_of, reach
from .finding import MOST, REACH_KM, by_place, by_words, rank
from .gathering import Whole, gather
from .matching import Term, expression, terms
from .results import PAGE, Filters, Hit, Near, Results, Row

FEW = 5

WORDS = re.compile(r"[\w'’]+")


def search(
    actor: Actor,
    words: str = "",
    near: str | Point | None = None,
    filters: Filters | None = None,
    page: int = 1,
    size: int = PAGE,
) -> Results:
    """One page of services for these words near this place (a postcode, an outward code, a name, a point).

    Words are never kept. Pages count from 1; a page past the end is the last one.
    """
    place = _near(near)
    chosen = filters or Filters()
    wanted = terms(words)
    hits = _hits(wanted, place, chosen)
    pages = max(1, -(-len(hits) // size))
    page = min(max(1, page), pages)
    shown = hits[(page - 1) * size : page * size]
    return Results(
        rows=tuple(_rows(shown, actor, wanted, place)),
        total=len(hits),
        page=page,
        pages=pages,
        more=len(hits) >= MOST,
        near_label=place.label if place else "",
        unknown_place=bool(near) and place is None,
        nothing_close=place is not None and bool(hits) and not any(_is_close(hit) for hit in hits),
        meant=tuple((term.typed, term.meant) for term in wanted if term.meant),
    )


def _near(near: str | Point | None) -> Near | None:
    if isinstance(near, Point):
        return Near(near, "")
    found = locate(near) if near and near.strip() else None
    return Near(Point(found.latitude, found.longitude), found.label) if found else None


def _hits(wanted: tuple[Term, ...], place: Near | None, filters: Filters) -> list[Hit]:
    """Every word must be there; where that gives few, entries with any of them follow."""
    if not wanted:
        return rank(by_place(place, filters), place, filters) if place else []
    hits = rank(by_words(expression(wanted, every=True), filters, place), place, filters)
    if len(wanted) == 1 or len(hits) >= FEW:
        return hits
    have = {hit.id for hit in hits}
    looser = rank(by_words(expression(wanted, every=False), filters, place), place, filters)
    return hits + [hit for hit in looser if hit.id not in have]


def _is_close(hit: Hit) -> bool:
    return hit.km is None or hit.km <= REACH_KM


def _rows(hits: list[Hit], actor: Actor, wanted: tuple[Term, ...], place: Near | None) -> list[Row]:
    found = gather(hit.id for hit in hits)
    reader = Reader(actor.language)
    return [_row(hit, found[hit.id], reader, wanted, place) for hit in hits if hit.id in found]


def _row(hit: Hit, whole: Whole, reader: Reader, wanted: tuple[Term, ...], place: Near | None) -> Row:
    service, today = whole.service, clock.today()
    name, about = reader.name(service), reader.description(service)
    return Row(
        id=service.id,
        external_id=service.external_id,
        name=name.text,
        name_lang=name.lang,
        organisation=reader.name(service.organisation).text if service.organisation else "",
        summary=wording.first_sentence(about.text),
        summary_lang=about.lang,
        kind=service.kind,
        distance_km=hit.km,
        distance=wording.distance(hit.km) or (reach(service) if service.online else ""),
        place=_place(whole, reader),
        when="; ".join(wording.when(whole.schedules, today)[:3]),
        cost=cost_of(whole, reader).text,
        access=wording.listed(reader.access(whole.access)[:3]),
        languages=languages_of(whole),
        accepting=wording.accepting(service.accepting),
        is_paused=service.accepting == "paused",
        last_checked=service.last_assured,
        checked=wording.checked(service.last_assured, today),
        is_stale=wording.is_stale(service.last_assured, today),
        why=_why(hit, whole, wanted, place),
    )


def _place(whole: Whole, reader: Reader) -> str:
    at = next((place.location for place in whole.places if place.location), None)
    name, _street, city = reader.place(at) if at else ("", "", "")
    return ", ".join(part for part in (name, city) if part)


def _why(hit: Hit, whole: Whole, wanted: tuple[Term, ...], place: Near | None) -> str:
    """Why it is here, in a line."""
    if not wanted:
        return _("It is near {place}").format(place=place.label) if place and place.label else ""
    name = WORDS.findall(f"{whole.service.name} {whole.service.name_cy}")
    found = [word for term in wanted if (word := _in_name(term, name))]
    if found:
        said = wording.listed(f"“{word}”" for word in found)
        return _("Its name has {words}").format(words=said)
    said = wording.listed(f"“{_shown(term)}”" for term in wanted)
    if len(wanted) == 1:
        return _("What it says fits {words}").format(words=said)
    return _("What it says fits some or all of {words}").format(words=said)


def _shown(term: Term) -> str:
    return term.meant or term.typed


def _in_name(term: Term, name: list[str]) -> str | None:
    """The word of the name, as it is written there, that starts as a word looked for does."""
    stems = tuple(word[: max(4, len(word) - 3)] for word in term.wanted)
    return next((word for word in name if fold(word).startswith(stems)), None)
