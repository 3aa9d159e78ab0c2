"""Keeping the full-text index in step with the entries."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection

from cydwaith.place.needs.rules.words import LONGEST, WORD, fold

from ..models import SearchDocument, Service
from .heard import Heard, gather
from .preparing import prepare

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
    codes: str


def reindex(
    services: Iterable[Any], known: Mapping[Any, Service] | None = None, heard: set[str] | None = None
) -> None:
    """Write what search holds of these services anew. Runs inside the command that changed them.

    ``known`` are rows as they were just written, with their organisations: they are not read again.
    ``heard`` are words that the same import has remembered already; it grows.
    """
    for keys in _some(services):
        found = gather(keys, known)
        prepare(found)
        documents = list(_documents(found))
        _write(documents)
        _remember_words(documents, heard if heard is not None else set())


def prepare_what_waits(**_: object) -> None:
    """Write anew what an older version of the software indexed, once the tables are those of today."""
    waiting = SearchDocument.objects.filter(said="").values_list("service_id", flat=True)
    reindex(list(waiting))


def _some(items: Iterable[Any]) -> Iterator[list[Any]]:
    stream = iter(items)
    while some := list(islice(stream, SOME)):
        yield some


def _documents(found: Mapping[Any, Heard]) -> Iterator[Document]:
    numbers = dict(SearchDocument.objects.filter(service__in=found).values_list("service_id", "id"))
    for key, heard in found.items():
        yield Document(
            numbers[key],
            fold(heard.name),
            fold(heard.organisation),
            fold(" ".join(heard.terms)),
            fold(heard.about),
            fold(" ".join(heard.codes)),
        )


def _write(documents: list[Document]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            gone = [(d.number,) for d in documents]
            rows = [(d.number, d.name, d.organisation, f"{d.terms} {d.codes}", d.body) for d in documents]
            cursor.executemany("DELETE FROM directory_words WHERE rowid = %s", gone)
            cursor.executemany(SQLITE_INSERT, rows)
        else:
            weighed = [(d.name, d.organisation, f"{d.terms} {d.codes}", d.body, d.number) for d in documents]
            cursor.executemany(POSTGRESQL_UPDATE, weighed)


def _remember_words(documents: list[Document], heard: set[str]) -> None:
    """Words of three letters or more, for mistyped words to find."""
    said = (WORD.findall(f"{d.name} {d.organisation} {d.terms} {d.body}") for d in documents)
    found = {word[:LONGEST] for some in said for word in some} - heard
    heard |= found
    kept = [(word, len(word)) for word in sorted(found) if len(word) > 2]
    with connection.cursor() as cursor:
        cursor.executemany(NEW_WORD, kept)
