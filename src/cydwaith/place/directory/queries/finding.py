"""Candidates from the full-text index or from the map, ranked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from cydwaith.kernel import clock

from ..models import Service, ServiceAtLocation
from ..rules.ranking import Box, Point, box_around, distance_km, score
from .results import Filters, Hit, Near

MOST = 200
REACH_KM = 40.0
RADII_KM = (4.0, 12.0, REACH_KM, 150.0)
ENOUGH = 20

SQLITE = """
SELECT s.id, -bm25(directory_words, 10, 4, 5, 1) AS fit, s.last_assured, s.accepting
FROM directory_words
JOIN directory_searchdocument d ON d.id = directory_words.rowid
JOIN directory_service s ON s.id = d.service_id
WHERE directory_words MATCH %s AND s.withdrawn_at IS NULL AND s.merged_into_id IS NULL{where}
ORDER BY fit DESC LIMIT {limit}
"""
POSTGRESQL = """
SELECT s.id, ts_rank('{{0.1, 0.2, 0.4, 1.0}}', d.words, q.query, 1) AS fit, s.last_assured, s.accepting
FROM to_tsquery('english', %s) AS q(query)
JOIN directory_searchdocument d ON d.words @@ q.query
JOIN directory_service s ON s.id = d.service_id
WHERE s.withdrawn_at IS NULL AND s.merged_into_id IS NULL{where}
ORDER BY fit DESC, s.id LIMIT {limit}
"""
IN_REACH = " AND (d.south IS NULL OR (d.south <= %s AND d.north >= %s AND d.west <= %s AND d.east >= %s))"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A service that may be shown, before ranking."""

    id: UUID
    fit: float
    last_assured: date | None
    accepting: str


def by_words(match: str, filters: Filters, near: Near | None) -> list[Candidate]:
    """Services whose words match; those in reach of the place, or with none, unless that gives too few."""
    if near:
        found = _matching(match, filters, box_around(near.point, REACH_KM))
        if len(found) >= ENOUGH:
            return found
    return _matching(match, filters, None)


def _matching(match: str, filters: Filters, box: Box | None) -> list[Candidate]:
    where, values = _conditions(filters)
    if box:
        where, values = where + IN_REACH, [*values, box.north, box.south, box.east, box.west]
    sql = SQLITE if connection.vendor == "sqlite" else POSTGRESQL
    with connection.cursor() as cursor:
        cursor.execute(sql.format(where=where, limit=MOST), [match, *values])
        return [_candidate(row) for row in cursor.fetchall()]


def _candidate(row: tuple[Any, ...]) -> Candidate:
    """SQLite gives keys and dates as text."""
    identity, fit, assured, accepting = row
    key = identity if isinstance(identity, UUID) else UUID(identity)
    day = date.fromisoformat(assured) if isinstance(assured, str) else assured
    return Candidate(key, float(fit), day, accepting)


def _conditions(filters: Filters) -> tuple[str, list[object]]:
    """The filters as SQL on ``s``; values are parameters."""
    parts: list[tuple[bool, str, list[object]]] = [
        (filters.free, " AND s.free", []),
        (filters.accepting, " AND s.accepting <> %s", ["paused"]),
        (filters.online, " AND s.online", []),
        (bool(filters.kind), " AND s.kind = %s", [filters.kind]),
    ]
    chosen = [(sql, values) for on, sql, values in parts if on]
    return "".join(sql for sql, _ in chosen), [value for _, values in chosen for value in values]


def open_services(filters: Filters) -> QuerySet[Service]:
    """Services that are shown, narrowed by the filters."""
    wanted = Q(withdrawn_at=None, merged_into=None)
    if filters.free:
        wanted &= Q(free=True)
    if filters.accepting:
        wanted &= ~Q(accepting="paused")
    if filters.online:
        wanted &= Q(online=True)
    if filters.kind:
        wanted &= Q(kind=filters.kind)
    return Service.objects.filter(wanted)


def by_place(near: Near, filters: Filters) -> list[Candidate]:
    """Services around a point: the smallest circle that holds enough."""
    found: list[Candidate] = []
    for km in RADII_KM:
        found = _inside(box_around(near.point, km), filters)
        if len(found) >= ENOUGH:
            break
    return found


def _inside(box: Box, filters: Filters) -> list[Candidate]:
    rows = open_services(filters).filter(
        places__location__latitude__range=(box.south, box.north),
        places__location__longitude__range=(box.west, box.east),
    )
    values = rows.distinct().values_list("id", "last_assured", "accepting")
    return [Candidate(key, 1.0, assured, accepting) for key, assured, accepting in values]


def rank(found: list[Candidate], near: Near | None, filters: Filters) -> list[Hit]:
    """Best first; with ``within_km`` only what is known to be that near, or has no place."""
    if not found:
        return []
    today, best = clock.today(), max(candidate.fit for candidate in found) or 1.0
    away = distances(near.point, [c.id for c in found]) if near else {}
    hits = [_hit(candidate, away, best, today, near is not None) for candidate in found]
    limit = filters.within_km if near else None
    kept = (hit for hit in hits if limit is None or hit.km is None or hit.km <= limit)
    return sorted(kept, key=lambda hit: (-round(hit.score, 6), hit.id))


def _hit(one: Candidate, away: dict[UUID, float], best: float, today: date, located: bool) -> Hit:
    days = (today - one.last_assured).days if one.last_assured else None
    km, fit = away.get(one.id), max(0.0, one.fit / best)
    return Hit(one.id, fit, km, score(fit, km, days, one.accepting, located=located))


def distances(centre: Point, services: Iterable[UUID]) -> dict[UUID, float]:
    """Kilometres to the nearest place of each service that has one."""
    found: dict[UUID, float] = {}
    rows = ServiceAtLocation.objects.filter(service__in=list(services), location__latitude__isnull=False)
    for key, latitude, longitude in rows.values_list(
        "service_id", "location__latitude", "location__longitude"
    ):
        km = distance_km(centre, Point(latitude, longitude))
        found[key] = min(km, found.get(key, km))
    return found
