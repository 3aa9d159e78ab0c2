"""The statements of a healthy employer: data in both languages, read once."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FILE = files("cydwaith.person.workplace") / "data" / "healthy.json"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement in the reader's language, with the part of a job's life that it belongs to."""

    key: str
    part: str
    words: str


@cache
def statements(language: str) -> tuple[Statement, ...]:
    """All of them, in order."""
    known = "cy" if language == "cy" else "en"
    loaded = json.loads(FILE.read_text(encoding="utf-8"))
    parts = {key: names[known] for key, names in loaded["parts"].items()}
    return tuple(Statement(one["key"], parts[one["part"]], one[known]) for one in loaded["statements"])
