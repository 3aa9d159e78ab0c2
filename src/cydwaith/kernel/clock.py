"""What time it is, in one place, so that a test or a demonstration can say."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_moment: ContextVar[datetime | None] = ContextVar("cydwaith_moment", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _moment.get() or datetime.now(UTC)


def today() -> date:
    """The date in the United Kingdom."""
    return now().astimezone(LONDON).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let the given aware moment be now inside the block."""
    if moment.tzinfo is None:
        raise ValueError("the moment needs a time zone")
    token = _moment.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _moment.reset(token)
