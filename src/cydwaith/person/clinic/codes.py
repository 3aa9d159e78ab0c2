"""Work statuses with their clinical codes, from the data file."""

from dataclasses import dataclass
from functools import cache
from json import loads
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "work_status.json"


@dataclass(frozen=True, slots=True)
class Code:
    """One code of SNOMED CT, its own term, and where it was read."""

    code: str
    term: str
    source: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class WorkStatus:
    """What may be written down about work, in the reader's language."""

    key: str
    words: str
    code: Code


def statuses(language: str) -> tuple[WorkStatus, ...]:
    """All of them, in the order of the file."""
    return _listed("statuses", language)


def coded(language: str) -> tuple[WorkStatus, ...]:
    """Everything that has a code: the statuses, then what may come of the question."""
    return statuses(language) + _listed("choices", language)


def status_words(key: str, language: str) -> str:
    """The words of one status; of one that the file no longer has, its key."""
    return next((one.words for one in statuses(language) if one.key == key), key)


def _listed(part: str, language: str) -> tuple[WorkStatus, ...]:
    words = "cy" if language == "cy" else "en"
    return tuple(WorkStatus(one["key"], one[words], _code(one, language)) for one in _data()[part])


def _code(raw: dict[str, Any], language: str) -> Code:
    source = _data()["sources"][raw["source"]]
    return Code(raw["code"], raw["term"], source["cy" if language == "cy" else "en"], source["confirmed"])


@cache
def _data() -> dict[str, Any]:
    found: dict[str, Any] = loads(FILE.read_text(encoding="utf-8"))
    return found
