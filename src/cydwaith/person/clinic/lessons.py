"""Short lessons made of cases, from the data file."""

from dataclasses import dataclass
from functools import cache
from json import loads
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from cydwaith.kernel.errors import NotFound

FILE = Path(__file__).parent / "data" / "lessons.json"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that somebody might do, and what is said about it afterwards."""

    key: str
    words: str
    feedback: str


@dataclass(frozen=True, slots=True)
class Case:
    """Somebody in a few lines, and a question."""

    key: str
    story: str
    question: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where it is read up."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson in the reader's language."""

    key: str
    title: str
    intro: str
    minutes: int
    points: tuple[str, ...]
    cases: tuple[Case, ...]
    sources: tuple[Source, ...]


def lesson(key: str, language: str) -> Lesson:
    """One lesson. Raises NotFound."""
    raw = next((one for one in _data() if one["key"] == key), None)
    if raw is None:
        raise NotFound(_("There is no such lesson."))
    said = raw[_tongue(language)]
    return Lesson(
        key=key,
        title=said["title"],
        intro=said["for"],
        minutes=raw["minutes"],
        points=tuple(said["points"]),
        cases=tuple(_case(case, language) for case in raw["cases"]),
        sources=tuple(Source(one[_tongue(language)], one["href"]) for one in raw["sources"]),
    )


def lessons(language: str) -> tuple[Lesson, ...]:
    """All lessons."""
    return tuple(lesson(one["key"], language) for one in _data())


def _case(raw: dict[str, Any], language: str) -> Case:
    said = raw[_tongue(language)]
    options = tuple(Option(key, words, said["feedback"][key]) for key, words in said["options"].items())
    return Case(raw["key"], said["story"], said["question"], options)


def _tongue(language: str) -> str:
    return "cy" if language == "cy" else "en"


@cache
def _data() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = loads(FILE.read_text(encoding="utf-8"))["lessons"]
    return found
