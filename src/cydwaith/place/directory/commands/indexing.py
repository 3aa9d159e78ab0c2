"""Keeping the full-text index in step with the entries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Max, Min

from cydwaith.place.needs.rules.words import fold, words

from ..models import Attribute, SearchDocument, Service, ServiceAtLocation

SOME = 400
SQLITE_INSERT = (
    "INSERT INTO directory_words (rowid, name, organisation, terms, body) VALUES (%s, %s, %s, %s, %s)"
)
POSTGRESQL_UPDATE = (
    "UPDATE directory_searchdocument SET words = setweight(to_tsvector('english', %s), 'A')"
    " || setweight(to_tsvector('english', %s), 'B') || setweight(to_tsvector('english', %s), 'B')"
    " || setweight(to_tsvector('english', %s), 'D') WHERE id = %s"
)
NEW_WORD = "INSERT INTO directory_searchword (word, length) VALUES (%s, %s) ON CONFLICT DO NOTHING"


@dataclass(frozen=True, slots=True)
class Document:
    """The words of one service, folded, by how much they weigh."""

    number: int
    name: str
    organisation: str
    terms: str
    body: str


def reindex(services: Iterable[Any]) -> None:
    """Write the words of these services anew. Runs inside the command that changed them."""
    for keys in _some(services):
        _place_on_the_map(keys)
        documents = list(_documents(keys))
        _write(documents)
        _remember_words(documents)


def _some(items: Iterable[Any]) -> Iterator[list[Any]]:
    stream = iter(items)
    while some := list(islice(stream, SOME)):
        yield some


def _documents(keys: list[Any]) -> Iterator[Document]:
    numbers = dict(SearchDocument.objects.filter(service__in=keys).values_list("service_id", "id"))
    terms = _terms(keys)
    for service in Service.objects.filter(id__in=keys).select_related("organisation"):
        yield _document(numbers[service.id], service, terms.get(service.id, []))


def _place_on_the_map(keys: list[Any]) -> None:
    """Give each service its number, once, and the box that holds its places today."""
    latitude, longitude = "location__latitude", "location__longitude"
    places = ServiceAtLocation.objects.filter(service__in=keys).order_by().values("service_id")
    boxes = places.annotate(
        south=Min(latitude), west=Min(longitude), north=Max(latitude), east=Max(longitude)
    )
    boxed = {box["service_id"]: box for box in boxes}
    SearchDocument.objects.bulk_create(
        [SearchDocument(**boxed.get(key, {"service_id": key})) for key in keys],
        update_conflicts=True,
        unique_fields=["service"],
        update_fields=["south", "west", "north", "east"],
    )


def _terms(keys: list[Any]) -> dict[Any, list[str]]:
    found: dict[Any, list[str]] = {}
    rows = Attribute.objects.filter(service__in=keys, term__isnull=False)
    for key, name, name_cy in rows.values_list("service_id", "term__name", "term__name_cy"):
        found.setdefault(key, []).extend((name, name_cy))
    return found


def _document(number: int, service: Service, terms: list[str]) -> Document:
    owner = service.organisation
    body = (service.description, service.description_cy, service.eligibility, *service.welsh.values())
    return Document(
        number,
        fold(f"{service.name} {service.name_cy} {service.alternate_name}"),
        fold(f"{owner.name} {owner.name_cy}") if owner else "",
        fold(" ".join(terms)),
        fold(" ".join((*body, *service.areas))),
    )


def _write(documents: list[Document]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            gone = [(d.number,) for d in documents]
            rows = [(d.number, d.name, d.organisation, d.terms, d.body) for d in documents]
            cursor.executemany("DELETE FROM directory_words WHERE rowid = %s", gone)
            cursor.executemany(SQLITE_INSERT, rows)
        else:
            weighed = [(d.name, d.organisation, d.terms, d.body, d.number) for d in documents]
            cursor.executemany(POSTGRESQL_UPDATE, weighed)


def _remember_words(documents: list[Document]) -> None:
    """Words of three letters or more, for mistyped words to find."""
    found = {word for d in documents for word in words(f"{d.name} {d.organisation} {d.terms} {d.body}")}
    kept = [(word, len(word)) for word in sorted(found) if len(word) > 2]
    with connection.cursor() as cursor:
        cursor.executemany(NEW_WORD, kept)
