"""A small invented directory, taken in as a feed is."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from cydwaith.kernel import actor, clock
from cydwaith.place.directory.commands import Report, import_feed
from cydwaith.place.directory.rules.incoming import Incoming
from cydwaith.standards.open_referral import mapping

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
TakeIn = Callable[..., Report]


def entry(name: str, **other: Any) -> dict[str, Any]:
    """A service record of a feed."""
    return {"id": f"id of {name}", "name": name, "status": "active", **other}


def at(latitude: float, longitude: float, key: str = "place", **location: Any) -> list[dict[str, Any]]:
    """Where a service is."""
    where = {"id": f"location {key}", "latitude": latitude, "longitude": longitude, **location}
    return [{"id": f"at {key}", "location": {"location_type": "physical", **where}}]


@pytest.fixture(autouse=True)
def _midsummer() -> Any:
    with clock.at(NOW):
        yield


@pytest.fixture
def take_in(db: None) -> TakeIn:
    """Take in these records."""

    def run(*records: dict[str, Any], source: str = "feed") -> Report:
        pieces = [Incoming("service", "list", r, f"record {n}", f"line {n}") for n, r in enumerate(records)]
        return import_feed(actor.system("a test"), source=source, pieces=pieces, read=mapping.read)

    return run
