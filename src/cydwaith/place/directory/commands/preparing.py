"""The row that ranking reads: worked out once when an entry changes, so that a search asks one table."""

from collections.abc import Mapping
from typing import Any

from cydwaith.kernel import clock
from cydwaith.place.needs.rules.words import fold

from ..models import SearchDocument
from ..rules.access import access_bits
from ..rules.fitting import said
from ..rules.times import last_day, open_bits
from .heard import Heard
from .writing import upsert


def prepare(found: Mapping[Any, Heard]) -> None:
    """Give each service its number, once, and what ranking asks of it as it stands today."""
    upsert(SearchDocument, [_row(heard) for heard in found.values()], conflict="service_id")


def _row(heard: Heard) -> SearchDocument:
    service, today = heard.service, clock.today()
    return SearchDocument(
        service_id=service.id,
        **_box(heard.points),
        points=";".join(f"{latitude},{longitude}" for latitude, longitude in heard.points),
        said=said(heard.name, " ".join(heard.terms), heard.organisation, heard.about),
        areas=fold("|".join(service.areas)),
        open=open_bits(heard.schedules, today),
        access=access_bits((*heard.access, service.attending_access, heard.about), heard.languages),
        over_on=last_day(heard.schedules),
    )


def _box(points: list[tuple[float, float]]) -> dict[str, float]:
    if not points:
        return {}
    latitudes, longitudes = zip(*points, strict=True)
    return {
        "south": min(latitudes),
        "west": min(longitudes),
        "north": max(latitudes),
        "east": max(longitudes),
    }
