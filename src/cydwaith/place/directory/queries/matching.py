"""From what somebody typed to what the full-text index can find."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q

from cydwaith.place.needs.rules.words import nearest, roots, slack, sought, words

from ..models import SearchWord
from ..rules.synonyms import SAME

MOST_WORDS = 10


@dataclass(frozen=True, slots=True)
class Term:
    """One typed word and the words that will be looked for in its stead."""

    typed: str
    wanted: tuple[str, ...]
    prefix: bool = False
    meant: str | None = None


def terms(text: str) -> tuple[Term, ...]:
    """The words worth looking for; a word that nothing uses becomes its root or its nearest neighbour."""
    typed = sought(text)[:MOST_WORDS]
    known = _known({word for one in typed for word in (one, *SAME.get(one, ()))})
    return tuple(_term(word, known) for word in typed)


def _known(words: set[str]) -> set[str]:
    """Those of the words that some entry uses. Asked plainly: Django takes longer over it than the answer."""
    if not words:
        return set()
    marks = ", ".join(["%s"] * len(words))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT word FROM directory_searchword WHERE word IN ({marks})", list(words))  # noqa: S608
        return {word for (word,) in cursor.fetchall()}


def _term(word: str, known: set[str]) -> Term:
    same = tuple(other for other in SAME.get(word, ()) if other in known)
    if word in known or len(word) < 3 or _finds(word, prefix=False):
        return Term(word, (word, *same))
    if same:
        return Term(word, same)
    if _finds(word, prefix=True):
        return Term(word, (word,), prefix=True)
    meant = _root(word) or _neighbour(word)
    return Term(word, (meant, *SAME.get(meant, ())), meant=meant) if meant else Term(word, (word,))


def _root(word: str) -> str | None:
    found = _known(set(roots(word)))
    return next((root for root in roots(word) if root in found), None)


def _neighbour(word: str) -> str | None:
    span = slack(word)
    if not span:
        return None
    lengths = range(len(word) - span, len(word) + span + 1)
    starts = Q(word__startswith=word[0]) | Q(word__startswith=word[1])  # first letters are seldom wrong
    near = SearchWord.objects.filter(starts, length__in=lengths).values_list("word", flat=True)
    ours = set(word)
    return nearest(word, (other for other in near if len(ours.symmetric_difference(other)) <= 2 * span))


FINDS = {
    "sqlite": "SELECT 1 FROM directory_words WHERE directory_words MATCH %s LIMIT 1",
    "postgresql": "WITH found AS MATERIALIZED (SELECT 1 FROM directory_searchdocument"
    " WHERE words @@ to_tsquery('english', %s)) SELECT 1 FROM found LIMIT 1",
}
"""Materialised, for with a bare LIMIT the planner of PostgreSQL reads every entry when there is none."""


def _finds(word: str, *, prefix: bool) -> bool:
    """Whether any entry has this word (or one that starts so), as the index stems it."""
    with connection.cursor() as cursor:
        cursor.execute(FINDS[connection.vendor], [_one(word, prefix=prefix)])
        return cursor.fetchone() is not None


def _one(word: str, *, prefix: bool) -> str:
    """Words are only a-z and 0-9 here (``rules.words``), so nothing in them is syntax."""
    if connection.vendor == "sqlite":
        return f'"{word}"*' if prefix else f'"{word}"'
    return f"{word}:*" if prefix else word


def expression(sought_terms: tuple[Term, ...], *, every: bool) -> str:
    """The query in the language of the database: every term, or any."""
    sqlite = connection.vendor == "sqlite"
    groups = ["(" + _or().join(_one(w, prefix=t.prefix) for w in t.wanted) + ")" for t in sought_terms]
    return (" AND " if sqlite else " & ").join(groups) if every else _or().join(groups)


def _or() -> str:
    return " OR " if connection.vendor == "sqlite" else " | "


def phrases(texts: Iterable[str]) -> tuple[str, ...]:
    """A query for each of these phrases that has a word in it."""
    found = dict.fromkeys(phrase for text in texts if (phrase := tuple(words(text))))
    if connection.vendor == "sqlite":
        return tuple(f'"{" ".join(phrase)}"' for phrase in found)
    return tuple(" <-> ".join(phrase) for phrase in found)


def either(queries: Sequence[str]) -> str | list[str]:
    """Any of these queries, as the statement of the database takes them."""
    return _or().join(queries) if connection.vendor == "sqlite" else list(queries)
