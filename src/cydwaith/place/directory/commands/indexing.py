"""Keeping the full-text index in step with the entries."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from django.db import connection

from cydwaith.place.needs.rules.words import fold

from ..models import SearchDocument, Service
from .heard import gather
from .preparing import Document, document, prepare
from .writing import Worked, insert_many

SOME = 1000
SQLITE_DELETE = (
    "DELETE FROM directory_words WHERE rowid IN (SELECT id FROM directory_searchdocument"
    " WHERE service_id IN (SELECT value FROM json_each(%s)))"
)
SQLITE_INSERT = (
    "INSERT INTO directory_words (name, organisation, terms, body, rowid)"
    " VALUES (%s, %s, %s, %s, (SELECT id FROM directory_searchdocument WHERE service_id = %s))"
)
VECTOR = " || ".join(f"setweight(to_tsvector('english', %s), '{weight}')" for weight in "ABBD")
NEW_WORDS = "INSERT INTO directory_searchword (word, length) VALUES", "(%s, %s)", "ON CONFLICT DO NOTHING"


def reindex(
    services: Iterable[Any], known: Mapping[Any, Service] | None = None, heard: set[str] | None = None
) -> None:
    """Write what search holds of these services anew. Runs inside the command that changed them.

    ``known`` are rows as they were just written, with their organisations: they are not read again.
    ``heard`` are words that the same import has remembered already; it grows.
    """
    for keys in _some(services):
        documents = [document(each) for each in gather(keys, known).values()]
        if connection.vendor == "sqlite":
            prepare(documents, None)
            _write(documents)
        else:
            prepare(documents, Worked("words", VECTOR, [_weighed(one) for one in documents]))
        _remember_words(documents, heard if heard is not None else set())


def prepare_what_waits(**_: object) -> None:
    """Write anew what an older version of the software indexed, once the tables are those of today."""
    waiting = SearchDocument.objects.filter(said="").values_list("service_id", flat=True)
    reindex(list(waiting))


def _some(items: Iterable[Any]) -> Iterator[list[Any]]:
    stream = iter(items)
    while some := list(islice(stream, SOME)):
        yield some


def _write(documents: Sequence[Document]) -> None:
    """The words of services that are in the full-text table take the place of what stands there."""
    with connection.cursor() as cursor:
        cursor.execute(SQLITE_DELETE, [json.dumps([one.key.hex for one in documents])])
        cursor.executemany(SQLITE_INSERT, [(*_weighed(one), one.key.hex) for one in documents])


def _weighed(one: Document) -> tuple[str, str, str, str]:
    """Folded words by how much they weigh: name, organisation, terms, the rest."""
    codes = fold(" ".join(one.heard.codes)) if one.heard.codes else ""
    return one.name.folded, one.organisation.folded, f"{one.terms.folded} {codes}", one.about.folded


def _remember_words(documents: Sequence[Document], heard: set[str]) -> None:
    """Words of three letters or more, for mistyped words to find."""
    texts = (text for one in documents for text in (one.name, one.organisation, one.terms, one.about))
    found = set().union(*(text.vocabulary for text in texts)) - heard
    heard |= found
    kept = [(word, len(word)) for word in sorted(found) if len(word) > 2]
    insert_many(*NEW_WORDS, kept)
