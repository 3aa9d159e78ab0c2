"""Search: words, needs and a place in, ranked rows in plain words out."""

from collections.abc import Sequence
from dataclasses import replace

from cydwaith.commons.places.queries import Located, PlaceRef, locate
from cydwaith.kernel.actor import Actor
from cydwaith.place.needs.queries import Need, NeedCard
from cydwaith.place.needs.queries import need as need_of
from cydwaith.place.needs.rules.words import fold

from ..rules.fitting import Fit
from ..rules.ranking import Point
from .finding import MOST, candidates, is_close, rank
from .matching import Term, expression, terms
from .needing import fits, match_of, signs_of
from .results import PAGE, Filters, Hit, Near, Results
from .rows import Asked, rows_of

FEW, MOST_RELATED, PLENTY = 5, 20, 60
GOOD, SLIGHT = 0.30, 0.12
"""From what fit on an entry counts as being there for a need, and below which it is not shown."""


def search(
    actor: Actor,
    words: str = "",
    near: str | Point | None = None,
    filters: Filters | None = None,
    page: int = 1,
    size: int = PAGE,
    need: str | Sequence[str] | None = None,
    *,
    phones: bool = False,
) -> Results:
    """One page of services near this place (a postcode, an outward code, a name, a point), best first.

    With ``need`` (a key of the need list, or several) what fits any of them, the words only lifting what
    fits them too; without, what fits the words. Words are never kept. Pages count from 1; a page past the
    end is the last one. ``phones`` adds phone numbers. Raises NotFound for a need that is not on the list.
    """
    place, chosen = _near(near), filters or Filters()
    needs = [_need(actor, key) for key in _keys(need)]
    wanted = () if needs else terms(words)
    hits = _for_needs(actor, needs, words, place, chosen) if needs else _hits(wanted, place, chosen)
    pages = max(1, -(-len(hits) // size))
    page = min(max(1, page), pages)
    asked = Asked(actor.language, wanted, place, bool(needs))
    start = (page - 1) * size
    return Results(
        rows=tuple(rows_of(hits[start : start + size], asked, first=start + 1, phones=phones)),
        total=len(hits),
        page=page,
        pages=pages,
        more=len(hits) >= MOST,
        near_label=place.label if place else "",
        unknown_place=bool(near) and place is None,
        nothing_close=_is_nothing_close(hits, asked),
        meant=tuple((term.typed, term.meant) for term in wanted if term.meant),
        needs=tuple(NeedCard(one.key, one.label, one.is_urgent) for one in needs),
        start=place.point if place else None,
        neighbourhood=place.neighbourhood if place else "",
        only_related=bool(hits) and all(hit.related for hit in hits),
    )


def _keys(need: str | Sequence[str] | None) -> Sequence[str]:
    return [need] if isinstance(need, str) else list(dict.fromkeys(need or ()))


def _need(actor: Actor, key: str) -> Need:
    """The need, the reader's own language first: of equal signs that one is told."""
    found = need_of(actor, key)
    own_first = sorted(found.terms, key=lambda term: term.language != actor.language)
    return replace(found, terms=tuple(own_first))


def _near(near: str | Point | None) -> Near | None:
    if isinstance(near, Point):
        return Near(near, "")
    found = locate(near) if near and near.strip() else None
    return _start(found) if found else None


def _start(found: Located) -> Near:
    """Where the search starts, with the names of what that lies in: an entry may say that it serves them."""
    around: tuple[PlaceRef | None, ...] = (found.neighbourhood, found.ward, found.council, found.board)
    names = [name for ref in around if ref for name in (ref.name, ref.name_cy, ref.code) if name]
    code = found.neighbourhood.code if found.neighbourhood else ""
    return Near(Point(found.latitude, found.longitude), found.label, code, tuple(map(fold, names)))


def _for_needs(
    actor: Actor, needs: Sequence[Need], words: str, place: Near | None, filters: Filters
) -> list[Hit]:
    """What fits the needs; what fits related ones follows where that is little."""
    hits = _fitting(needs, words, place, filters)
    if len(hits) >= FEW:
        return hits
    have = {hit.id for hit in hits}
    for one in _related(needs):
        more = _fitting([_need(actor, one.key)], words, place, filters)
        hits += [replace(hit, related=one.label) for hit in more if hit.id not in have]
        have |= {hit.id for hit in more}
        if len(hits) >= MOST_RELATED:
            break
    return hits


def _related(needs: Sequence[Need]) -> list[NeedCard]:
    """What is related to the needs and none of them, the nearest first."""
    asked = {one.key for one in needs}
    return [card for one in needs for card in one.related if card.key not in asked]


def _fitting(needs: Sequence[Need], words: str, place: Near | None, filters: Filters) -> list[Hit]:
    """What fits well; with it what fits a little, where that is few."""
    signs = [signs_of(one, words) for one in needs]
    found = candidates(match, filters, place) if (match := match_of(needs, weak=False)) else []
    if len(found) < PLENTY:
        found = candidates(match, filters, place) if (match := match_of(needs, weak=True)) else []
    hits = rank(found, fits(found, signs), place, filters)
    good = [hit for hit in hits if hit.fit.value >= GOOD]
    return good if len(good) >= FEW else [hit for hit in hits if hit.fit.value >= SLIGHT]


def _hits(wanted: tuple[Term, ...], place: Near | None, filters: Filters) -> list[Hit]:
    """Every word must be there; where that gives few, entries with any of them follow."""
    if not wanted:
        return _by_words((), place, filters) if place else []
    hits = _by_words([expression(wanted, every=True)], place, filters)
    if len(wanted) == 1 or len(hits) >= FEW:
        return hits
    have = {hit.id for hit in hits}
    looser = _by_words([expression(wanted, every=False)], place, filters)
    return hits + [hit for hit in looser if hit.id not in have]


def _by_words(match: Sequence[str], place: Near | None, filters: Filters) -> list[Hit]:
    found = candidates(match, filters, place)
    best = max((one.fit for one in found), default=0.0) or 1.0
    return rank(found, {one.id: Fit(max(0.0, one.fit / best)) for one in found}, place, filters)


def _is_nothing_close(hits: Sequence[Hit], asked: Asked) -> bool:
    """Whether all whose place is known are far. What stands nearby for something else does not count.

    Where no place is known at all, as in feeds without locations, nothing can be said.
    """
    known = [hit for hit in hits if hit.km is not None]
    good = (hit for hit in known if not asked.for_need or (hit.fit.value >= GOOD and not hit.related))
    return bool(known) and not any(is_close(hit) for hit in good)
