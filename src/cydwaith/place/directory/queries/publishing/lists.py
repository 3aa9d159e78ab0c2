"""The published lists, a page at a time."""

from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db.models import Q, QuerySet

from cydwaith.kernel.actor import Actor

from ...models import Location, Organisation, Service, ServiceAtLocation, TaxonomyTerm
from .entries import Page, entries, place_entries, service_entries
from .names import Names
from .stamps import stamp
from .wanted import Wanted, WantedTerms, open_places, open_services, terms_of

KEPT = 600


def services(actor: Actor, wanted: Wanted, *, first: int, most: int, with_places: bool = False) -> Page:
    """Listed services from the ``first`` (counted from 0), at most so many; places only when asked for."""
    rows = open_services(wanted)
    total = _count(actor, rows, wanted)
    found = service_entries(_keys(rows, first, most), Names(), with_places=with_places)
    return Page(total, tuple(found.values()))


def places(actor: Actor, wanted: Wanted, *, first: int, most: int) -> Page:
    """Places of listed services, each with its service (in ``services``) and location."""
    rows, names = open_places(wanted), Names()
    total = _count(actor, rows, wanted)
    found = place_entries(_keys(rows, first, most), names)
    owners = service_entries({owner for owner, _ in found}, names, with_places=False)
    kept = [(owner, place) for owner, place in found if owner in owners]
    return Page(total, tuple(place for _, place in kept), {place.key: owners[owner] for owner, place in kept})


def organisations(actor: Actor, search: str = "", *, first: int, most: int) -> Page:
    """Organisations whose name or description has the words."""
    rows = all_organisations(search)
    return Page(rows.count(), tuple(entries(Organisation, _keys(rows, first, most), Names()).values()))


def locations(actor: Actor, *, first: int, most: int) -> Page:
    """Locations, oldest first."""
    rows = Location.objects.order_by("id")
    return Page(rows.count(), tuple(entries(Location, _keys(rows, first, most), Names()).values()))


def all_organisations(search: str) -> QuerySet[Organisation]:
    """Organisations, oldest first, that say every one of these words."""
    return Organisation.objects.filter(_says(search, "name", "name_cy", "description")).order_by("id")


def terms(actor: Actor, wanted: WantedTerms, *, first: int, most: int) -> Page:
    """Taxonomy terms that meet every condition."""
    rows = all_terms(wanted)
    return Page(rows.count(), tuple(entries(TaxonomyTerm, _keys(rows, first, most), Names()).values()))


def all_terms(wanted: WantedTerms) -> QuerySet[TaxonomyTerm]:
    """Taxonomy terms, oldest first."""
    rows = terms_of(wanted.taxonomy) if wanted.taxonomy else TaxonomyTerm.objects.all()
    if wanted.parent:
        rows = rows.filter(parent_external_id=wanted.parent)
    if wanted.top_only:
        rows = rows.filter(parent_external_id="")
    return rows.filter(_says(wanted.search, "name", "name_cy", "description")).order_by("id")


def _says(words: str, *columns: str) -> Q:
    """Every word stands in one of the columns."""
    asked = Q()
    for word in words.split()[:10]:
        somewhere = Q()
        for column in columns:
            somewhere |= Q(**{f"{column}__icontains": word})
        asked &= somewhere
    return asked


def _keys(rows: QuerySet[Any], first: int, most: int) -> list[UUID]:
    return list(rows.values_list("id", flat=True)[first : first + most])


def _count(actor: Actor, rows: QuerySet[Service] | QuerySet[ServiceAtLocation], wanted: Wanted) -> int:
    """How many there are; of the whole list, or all since a moment, remembered until anything changes."""
    since = wanted.changed_since
    if wanted != Wanted(changed_since=since):
        return rows.order_by().count()
    key = f"published:{rows.model.__name__}:{since and since.timestamp()}:{stamp(actor).text}"
    known: int | None = cache.get(key)
    if known is None:
        known = rows.order_by().count()
        cache.set(key, known, KEPT)
    return known
