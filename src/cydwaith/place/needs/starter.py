"""The list that a place starts with: written in TOML for people to read, a file for each theme."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from .rules.listing import LANGUAGES, PARTS, THEMES, Listing, read

FOLDER = Path(__file__).parent / "data" / "starter"


@cache
def starter() -> Listing:
    """The list that ships with the software."""
    groups = {name: _items(words) for name, words in _toml("groups").items()}
    needs = [_need(theme, key, raw) for theme in THEMES for key, raw in _toml(theme).items()]
    return read({"groups": groups, "needs": needs})


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _need(theme: str, key: str, raw: dict[str, Any]) -> dict[str, Any]:
    words = {
        language: {part: _items(raw.get(language, {}).get(part, "")) for part in PARTS}
        for language in LANGUAGES
    }
    links = [_link(line) for line in _items(raw.get("taxonomy", ""))]
    return {
        **raw,
        **words,
        "key": key,
        "theme": theme,
        "related": raw.get("related", "").split(),
        "taxonomy": links,
    }


def _items(text: str) -> list[str]:
    """One item a line, or several with semicolons between."""
    return [item for line in text.splitlines() for item in line.split(";") if item.strip()]


def _link(line: str) -> dict[str, str]:
    """``vocabulary | id | name``."""
    vocabulary, term_id, name = (part.strip() for part in line.split("|"))
    return {"vocabulary": vocabulary, "id": term_id, "name": name}
