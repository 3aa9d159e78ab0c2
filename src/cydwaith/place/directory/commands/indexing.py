"""Keeping the full-text index in step with the entries."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection

from cydwaith.place.needs.rules.words import fold, words

from ..models import SearchDocument
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


def reindex(services: Iterable[Any]) -> None:
    """Write what search holds of these services anew. Runs inside the command that changed them."""
    for keys in _some(services):
        found = gather(keys)
        prepare(found)
        documents = list(_documents(found))
        _write(documents)
        _remember_words(documents)


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


def _remember_words(documents: list[Document]) -> None:
    """Words of three letters or more, for mistyped words to find."""
    found = {word for d in documents for word in words(f"{d.name} {d.organisation} {d.terms} {d.body}")}
    kept = [(word, len(word)) for word in sorted(found) if len(word) > 2]
    with connection.cursor() as cursor:
        cursor.executemany(NEW_WORD, kept)
