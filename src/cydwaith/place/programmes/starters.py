"""Programmes that come with Cydwaith, to begin from: files beside the code, each with its sources."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from cydwaith.kernel.errors import NotFound

FOLDER = files(__package__) / "data" / "starter"
SOURCES = files(__package__) / "data" / "sources.json"
WAGES = files(__package__) / "data" / "wages.json"


def names() -> tuple[str, ...]:
    """The names of the starter programmes."""
    return tuple(sorted(file.name.removesuffix(".json") for file in FOLDER.iterdir()))


def starter(name: str) -> dict[str, Any]:
    """A starter programme without its days. Raises NotFound."""
    if name not in names():
        raise NotFound("starter programme")
    return dict(_read(name))


@cache
def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found


def wages() -> list[dict[str, Any]]:
    """The minimum wages as published, by age and day, with their source."""
    found: list[dict[str, Any]] = json.loads(WAGES.read_text(encoding="utf-8"))["wages"]
    return found


@cache
def sources() -> dict[str, str | None]:
    """Every source that comes along, in Welsh; None where it is a title, which stays in English."""
    found: dict[str, str | None] = json.loads(SOURCES.read_text(encoding="utf-8"))["sources"]
    return found
