"""Better off in work? What to ask, whom and before what, from a data file; nothing is worked out."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from cydwaith.kernel.actor import Actor

FILE = Path(__file__).resolve().parents[1] / "data" / "better_off.toml"
NEED = "benefits"


@dataclass(frozen=True, slots=True)
class Before:
    """Before doing one thing: what to ask, and whom."""

    title: str
    asks: tuple[str, ...]
    whom: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where to read on; ``checked`` is the day on which somebody last read it through."""

    name: str
    url: str
    checked: date


@dataclass(frozen=True, slots=True)
class BetterOff:
    """The whole page in the reader's language."""

    lead: str
    befores: tuple[Before, ...]
    notes: tuple[Before, ...]
    take: tuple[str, ...]
    sources: tuple[Source, ...]
    checked: date
    need: str


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def better_off(actor: Actor) -> BetterOff:
    """What to ask before work, more hours or volunteering."""
    raw, language = _file(), "cy" if actor.language == "cy" else "en"
    return BetterOff(
        lead=raw["lead"][language],
        befores=tuple(_before(one, language) for one in raw["before"]),
        notes=tuple(_before(one, language) for one in raw["note"]),
        take=tuple(raw["take"][language]),
        sources=tuple(Source(one["name"][language], one["url"], one["checked"]) for one in raw["source"]),
        checked=min(one["checked"] for one in raw["source"]),
        need=NEED,
    )


def _before(one: dict[str, Any], language: str) -> Before:
    return Before(one["title"][language], tuple(one["asks"][language]), one.get("whom", {}).get(language, ""))
