"""Reads the story of Cwm Teg from its JSON files. Days are counted from today: -30 is a month ago."""

import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

DATA = Path(__file__).parent / "data"

Record = dict[str, Any]


@cache
def _file(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


def read(name: str) -> Record:
    """One content file by its bare name, for example ``read("place")``."""
    loaded: Record = json.loads(_file(f"{name}.json"))
    return loaded


def people() -> list[Record]:
    """Everyone in the story, in the order in which they came."""
    everyone = [read(f"people/{path.stem}") for path in (DATA / "people").glob("*.json")]
    return sorted(everyone, key=lambda person: (person["came"]["day"], person["key"]))


def stable_id(kind: str, key: str) -> UUID:
    """The id that never changes for a thing of the demonstration place."""
    return uuid5(UUID(read("place")["id_namespace"]), f"{kind}/{key}")


def feed(today: date) -> Record:
    """The directory feed with each date moved, so that the feed was published today."""
    page = read("directory")
    moved = today - date.fromisoformat(page["published"])
    for service in page["contents"]:
        service["assured_date"] = _shift(service["assured_date"], moved)
        day, clock = service["last_modified"].split("T")
        service["last_modified"] = f"{_shift(day, moved)}T{clock}"
    page["published"] = today.isoformat()
    return page


def _shift(day: str, moved: timedelta) -> str:
    return (date.fromisoformat(day) + moved).isoformat()
