"""The places and outward codes that come with Cydwaith, before anything is imported."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A nation, council or Welsh board."""

    code: str
    name: str
    name_cy: str
    board: str


@dataclass(frozen=True, slots=True)
class Outward:
    """The middle of the first half of a postcode, in degrees; its council if it has only one."""

    code: str
    latitude: float
    longitude: float
    council: str


@lru_cache(maxsize=1)
def places() -> dict[str, KnownPlace]:
    """By code."""
    return {row["code"]: KnownPlace(**row) for row in _rows("known_places.csv")}


@lru_cache(maxsize=1)
def outwards() -> dict[str, Outward]:
    """By outward code."""
    return {
        row["outward"]: Outward(
            row["outward"], float(row["latitude"]), float(row["longitude"]), row["council"]
        )
        for row in _rows("outward_codes.csv")
    }


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
