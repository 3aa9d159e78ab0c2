"""When anything published last changed: one question, answered from indexes."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection

from cydwaith.kernel.actor import Actor

from ...models import Location, Organisation, Service, ServiceAtLocation, Source, Taxonomy, TaxonomyTerm

TABLES = (Service, Organisation, Location, ServiceAtLocation, Taxonomy, TaxonomyTerm)
LATEST = ", ".join(f"(SELECT max(changed_at) FROM {m._meta.db_table})" for m in TABLES)  # noqa: S608 - our names
QUESTION = f"SELECT {LATEST}, (SELECT count(*) FROM {Source._meta.db_table})"  # noqa: S608 - our names


@dataclass(frozen=True, slots=True)
class Stamp:
    """``text`` differs whenever anything published does; ``at`` is the latest change (UTC)."""

    text: str
    at: datetime | None


def stamp(actor: Actor) -> Stamp:
    """The state of the whole directory in one small value."""
    with connection.cursor() as cursor:
        cursor.execute(QUESTION)
        *latest, sources = cursor.fetchone()
    moments = [_moment(found) for found in latest]
    known = [moment for moment in moments if moment]
    text = ".".join(format(int(moment.timestamp() * 1_000_000), "x") if moment else "" for moment in moments)
    return Stamp(f"{text}.{sources}", max(known, default=None))


def _moment(found: object) -> datetime | None:
    """SQLite gives moments as text."""
    moment = datetime.fromisoformat(found) if isinstance(found, str) else found
    if not isinstance(moment, datetime):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
