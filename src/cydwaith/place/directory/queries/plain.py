"""What other programs get: one shape for the command line and for ``/api``."""

from typing import Any

from cydwaith.kernel.actor import Actor
from cydwaith.place.needs.queries import SURE, Guess, NeedCard, recognise

from ..rules.ranking import Point
from .results import Filters, Row
from .searching import search
from .urgent import Line, urgent_help

LIMIT = 10


def found(
    actor: Actor,
    words: str = "",
    near: str | Point | None = None,
    filters: Filters | None = None,
    limit: int = LIMIT,
    need: str | None = None,
) -> dict[str, Any]:
    """Results as plain values. Without ``need`` the likeliest need of the words is taken for granted.

    Where no need is recognised, or nothing is there for it, the words themselves are looked for.
    Raises NotFound for a need that is not on the list.
    """
    key = need or _likeliest(actor, words)
    results = search(actor, words, near, filters, size=limit, need=key)
    if not need and key and not results.total:
        results = search(actor, words, near, filters, size=limit)
    lines = urgent_help(actor, words, [one.key for one in results.needs])
    return {
        "total": results.total,
        "near": results.near_label or None,
        "need": _need(results.needs[0]) if results.needs else None,
        "nothing_close": results.nothing_close,
        "urgent": [_line(line) for line in lines.lines],
        "results": [_row(row) for row in results.rows],
    } | ({"unknown_place": True} if results.unknown_place else {})


def _likeliest(actor: Actor, words: str) -> str | None:
    guesses = recognise(actor, words, limit=1) if words.strip() else ()
    return guesses[0].need.key if guesses and guesses[0].score >= SURE else None


def needs(actor: Actor, words: str, limit: int = 4) -> list[dict[str, Any]]:
    """The needs that these words speak of, best first, as plain values."""
    return [_guess(guess) for guess in recognise(actor, words, limit=limit)]


def _guess(guess: Guess) -> dict[str, Any]:
    return {**_need(guess.need), "score": round(guess.score, 4), "because": guess.because}


def _need(card: NeedCard) -> dict[str, str]:
    return {"key": card.key, "label": card.label}


def _line(line: Line) -> dict[str, str]:
    return {"name": line.name, "number": line.number, "about": line.about}


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.external_id,
        "key": str(row.id),
        "name": row.name,
        "organisation": row.organisation,
        "distance_km": None if row.distance_km is None else round(row.distance_km, 2),
        "when": row.when,
        "cost": row.cost,
        "access": row.access,
        "languages": row.languages,
        "last_checked": row.last_checked.isoformat() if row.last_checked else None,
        "why": str(row.why),
    }
