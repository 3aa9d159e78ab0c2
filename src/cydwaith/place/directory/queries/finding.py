"""Candidates from the full-text index or from the map, ranked."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import cos, radians
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from cydwaith.kernel import clock

from ..rules.fitting import Fit
from ..rules.ranking import HALFWAY_KM, KM_PER_DEGREE, Facts, Point, distance_km, score
from ..rules.times import chosen
from .counts import LOOKS_BACK
from .matching import either
from .results import Filters, Hit, Near
from .theirs import for_them

MOST = 200
CLOSE_KM, REACH_KM = 15.0, 40.0
ENOUGH = 20
SERVES = "|"

COLUMNS = """
s.id, p.fit, s.last_assured, s.accepting, s.free, s.online, s.by_phone, s.home_visit,
d.points, d.said, d.areas, d.open, d.over_on, {happened}, {helped}
"""
FLOW = """(
    SELECT sum(f.{name}) FROM directory_serviceflow f WHERE f.service_id = s.id AND f.month >= %(since)s
)"""
PROMISING = {
    "sqlite": """
SELECT {columns} FROM (
    SELECT d.id AS number, {fit} AS fit, {fit} * {near} AS promise
    FROM {source} s.withdrawn_at IS NULL AND s.merged_into_id IS NULL{where}
    ORDER BY promise DESC, d.id LIMIT {most}
) p
JOIN directory_searchdocument d ON d.id = p.number JOIN directory_service s ON s.id = d.service_id
ORDER BY p.promise DESC, d.id
""",
    "postgresql": """
WITH sought AS MATERIALIZED (SELECT to_tsquery('english', one) AS query FROM unnest(%(match)s::text[]) AS one)
SELECT {columns} FROM (
    SELECT d.id AS number, {fit} AS fit, {fit} * {near} AS promise FROM {source}
    ORDER BY promise DESC, d.id
) p
JOIN directory_searchdocument d ON d.id = p.number JOIN directory_service s ON s.id = d.service_id
WHERE s.withdrawn_at IS NULL AND s.merged_into_id IS NULL{where}
ORDER BY p.promise DESC, p.number LIMIT {most}
""",
}
"""PostgreSQL looks each thing up by itself: many phrases in one query cost it four times as much. Services
are looked at in the order of promise until there are enough; SQLite would sort again after that join."""
SOURCES = {
    "sqlite": """
directory_words JOIN directory_searchdocument d ON d.id = directory_words.rowid
JOIN directory_service s ON s.id = d.service_id WHERE directory_words MATCH %(match)s AND""",
    "postgresql": "sought JOIN directory_searchdocument d ON d.words @@ sought.query GROUP BY d.id",
}
EVERYWHERE = {
    "sqlite": "directory_searchdocument d JOIN directory_service s ON s.id = d.service_id"
    " WHERE d.south IS NOT NULL AND",
    "postgresql": "directory_searchdocument d WHERE d.south IS NOT NULL",
}
FIT = {
    "sqlite": "-bm25(directory_words, 10, 4, 5, 1)",
    "postgresql": "sum(ts_rank('{0.1, 0.2, 0.4, 1.0}', d.words, sought.query, 1))",
}
GREATER = {"sqlite": "max", "postgresql": "greatest"}
BESIDE = 0.3
"""What having no place is worth beside a distance when candidates are gathered; ranking weighs it anew."""


class Candidate(NamedTuple):
    """A service that may be shown, as the index has it, in the order of ``COLUMNS``."""

    id: UUID
    fit: float
    last_assured: date | None
    accepting: str
    free: bool | None
    online: bool
    by_phone: bool
    home_visit: bool
    points: str
    said: str
    areas: str
    open: int
    over_on: date | None
    happened: int | None
    helped: int | None


def candidates(match: Sequence[str], filters: Filters, near: Near | None) -> list[Candidate]:
    """The most promising services that fit any of these queries, or without any those around the place."""
    vendor = connection.vendor
    where, values = _conditions(filters)
    nearness, place = _nearness(near, GREATER[vendor])
    sql = PROMISING[vendor].format(
        columns=COLUMNS.format(**{name: FLOW.format(name=name) for name in ("happened", "helped")}),
        fit=FIT[vendor] if match else "CAST(1.0 AS double precision)",
        near=nearness,
        source=(SOURCES if match else EVERYWHERE)[vendor],
        where=where,
        most=MOST,
    )
    since = (clock.today() - LOOKS_BACK).isoformat()
    with connection.cursor() as cursor:
        cursor.execute(sql, {"since": since, "match": either(match), **place, **values})
        return [_candidate(row) for row in cursor.fetchall()]


def _nearness(near: Near | None, greater: str) -> tuple[str, dict[str, float]]:
    """How near the box of a service's places is, as SQL: 1 inside it, less with the distance from it."""
    if near is None:
        return "1.0", {}
    up, point = KM_PER_DEGREE / HALFWAY_KM, near.point
    along = up * max(0.01, cos(radians(point.latitude)))
    north = f"{greater}(0, d.south - %(latitude)s, %(latitude)s - d.north)"
    east = f"{greater}(0, d.west - %(longitude)s, %(longitude)s - d.east)"
    sql = f"coalesce(1.0 / (1.0 + %(up)s * {north} + %(along)s * {east}), {BESIDE})"
    return sql, {"up": up, "along": along, "latitude": point.latitude, "longitude": point.longitude}


def _candidate(row: tuple[Any, ...]) -> Candidate:
    """SQLite gives keys and dates as text, and truth as numbers."""
    one = Candidate(*row)
    if isinstance(one.id, UUID):
        return one
    return one._replace(
        id=UUID(one.id),
        last_assured=_day(one.last_assured),
        over_on=_day(one.over_on),
        free=None if one.free is None else bool(one.free),
    )


def _day(value: str | date | None) -> date | None:
    """A day, whether or not the driver has read it already."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _conditions(filters: Filters) -> tuple[str, dict[str, object]]:
    """The filters as SQL on ``s`` and ``d``; values are parameters."""
    values: dict[str, object] = {
        "kind": filters.kind,
        "when": chosen(filters.days, filters.parts),
        "access": filters.access,
        "age": filters.age,
    }
    parts: list[tuple[object, str]] = [
        (filters.free, " AND s.free"),
        (filters.accepting, " AND s.accepting <> 'paused'"),
        (filters.online, " AND s.online"),
        (values["kind"], " AND s.kind = %(kind)s"),
        (values["when"], " AND (d.open = 0 OR (d.open & %(when)s) <> 0)"),
        (values["access"], " AND (d.access & %(access)s) = %(access)s"),
        (filters.age is not None, " AND coalesce(s.minimum_age, 0) <= %(age)s"),
        (filters.age is not None, " AND coalesce(s.maximum_age, 200) >= %(age)s"),
    ]
    return "".join(sql for on, sql in parts if on), values


def rank(
    found: Sequence[Candidate],
    fits: Mapping[UUID, Fit],
    near: Near | None,
    filters: Filters,
) -> list[Hit]:
    """Best first; with ``within_km`` only what is known to be that near, or reaches the person."""
    today, wanted = clock.today(), chosen(filters.days, filters.parts)
    hits = for_them([_hit(one, fits[one.id], near, today, wanted) for one in found], filters.circumstances)
    kept = _kept(hits, filters.within_km) if near else hits
    return sorted(kept, key=lambda hit: (-round(hit.score, 6), hit.id))


def _kept(hits: list[Hit], limit: float | None) -> list[Hit]:
    """Within the distance that was asked for; else in reach, and those beyond only where these are few."""
    if limit is not None:
        return [hit for hit in hits if _within(hit, limit)]
    near = [hit for hit in hits if _within(hit, REACH_KM)]
    return near if len(near) >= ENOUGH else hits


def _within(hit: Hit, limit: float) -> bool:
    return hit.km <= limit if hit.km is not None and not hit.reaches else True


def _hit(one: Candidate, fit: Fit, near: Near | None, today: date, wanted: int) -> Hit:
    points = tuple(_points(one.points))
    km = min((distance_km(near.point, p) for p in points), default=None) if near else None
    reaches = bool(one.online or one.by_phone or one.home_visit or (near and _serves(one.areas, near)))
    facts = Facts(
        fit=fit.value,
        km=km,
        reaches=reaches,
        days=(today - one.last_assured).days if one.last_assured else None,
        accepting=one.accepting,
        free=one.free,
        is_open=bool(one.open & wanted) if wanted and one.open else None,
        over=one.over_on is not None and one.over_on < today,
        happened=one.happened or 0,
        helped=one.helped or 0,
    )
    worth = score(facts, located=near is not None)
    return Hit(one.id, fit, km, worth, reaches, points, one.happened or 0, one.helped or 0)


def _points(text: str) -> Iterable[Point]:
    for pair in text.split(";") if text else ():
        latitude, longitude = pair.split(",")
        yield Point(float(latitude), float(longitude))


def _serves(areas: str, near: Near) -> bool:
    """Whether it says that it serves a place that the person is in."""
    return bool(areas) and not set(near.inside).isdisjoint(areas.split(SERVES))


def is_close(hit: Hit) -> bool:
    """Whether somebody can well go there."""
    return hit.km is not None and hit.km <= CLOSE_KM
