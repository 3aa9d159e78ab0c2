"""Whole lists in flat memory: a few hundred records at a time, by key."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from cydwaith.kernel.actor import Actor

from ...models import Location, Organisation, Taxonomy, TaxonomyTerm
from .entries import Entry, ServiceEntry, entries, place_entries, service_entries
from .lists import all_organisations, all_terms
from .names import Names
from .wanted import Wanted, WantedTerms, open_places, open_services

SOME = 250
Piece = tuple[Entry, ServiceEntry | None]


def every(
    actor: Actor,
    kind: str,
    wanted: Wanted | None = None,
    *,
    terms: WantedTerms | None = None,
    search: str = "",
    with_places: bool = True,
) -> Iterator[Piece]:
    """Every published record of a kind; a service at a location comes with its service."""
    rows: dict[str, Callable[[], QuerySet[Any]]] = {
        "service": lambda: open_services(wanted or Wanted()),
        "service_at_location": lambda: open_places(wanted or Wanted()),
        "organization": lambda: all_organisations(search),
        "location": lambda: Location.objects.order_by("id"),
        "taxonomy": lambda: Taxonomy.objects.order_by("id"),
        "taxonomy_term": lambda: all_terms(terms or WantedTerms()),
    }
    names = Names()
    for keys in _batches(rows[kind]()):
        yield from _read(kind, keys, names, with_places)


def _batches(rows: QuerySet[Any]) -> Iterator[list[UUID]]:
    """Keys in order, so many at a time; each batch starts after the last key of the one before."""
    last: UUID | None = None
    while True:
        ahead = rows.filter(id__gt=last) if last else rows
        keys = list(ahead.values_list("id", flat=True)[:SOME])
        if keys:
            yield keys
        if len(keys) < SOME:
            return
        last = keys[-1]


def _read(kind: str, keys: list[UUID], names: Names, with_places: bool) -> Iterable[Piece]:
    if kind == "service":
        found = service_entries(keys, names, with_places=with_places)
        return ((entry, None) for entry in found.values())
    if kind == "service_at_location":
        return _places(keys, names)
    models = {
        "organization": Organisation,
        "location": Location,
        "taxonomy": Taxonomy,
        "taxonomy_term": TaxonomyTerm,
    }
    return ((entry, None) for entry in entries(models[kind], keys, names).values())


def _places(keys: list[UUID], names: Names) -> Iterator[Piece]:
    found = place_entries(keys, names)
    owners = service_entries({owner for owner, _ in found}, names, with_places=False)
    return ((place, owners[owner]) for owner, place in found if owner in owners)
