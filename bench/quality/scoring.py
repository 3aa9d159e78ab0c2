"""The test set, and what an ordered answer is worth against it. No Django."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
RIGHT, PARTLY = 2, 1
FIRST, DEPTH = 5, 10
Grades = dict[str, int]


@dataclass(frozen=True)
class Wording:
    """What somebody says; ``needs`` are those a fair listener would hear in it, the main one first."""

    words: str
    language: str
    style: str
    needs: tuple[str, ...]


def wordings() -> list[Wording]:
    """All of the test set."""
    rows = json.loads((HERE / "wordings.json").read_text(encoding="utf-8"))
    return [Wording(row["words"], row["language"], row["style"], tuple(row["needs"])) for row in rows]


def neutral() -> dict[str, list[str]]:
    """Wordings that speak of no need, by language: of these nothing should be guessed."""
    texts: dict[str, list[str]] = json.loads((HERE / "neutral.json").read_text(encoding="utf-8"))["test"]
    return texts


def judged(path: Path) -> dict[str, Grades]:
    """For each need the services somebody who read the feed calls right (2) or partly right (1)."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return {
        need: dict.fromkeys(found["partly"], PARTLY) | dict.fromkeys(found["right"], RIGHT)
        for need, found in rows.items()
    }


def grades_of(wording: Wording, by_need: dict[str, Grades]) -> Grades:
    """The best grade each service has for any of the needs that are heard in the wording."""
    best: Grades = {}
    for need in wording.needs:
        for service, grade in by_need[need].items():
            best[service] = max(grade, best.get(service, 0))
    return best


def has_right(grades: Grades) -> bool:
    """Whether the feed holds anything right at all."""
    return RIGHT in grades.values()


def right_in_first(order: Sequence[str], grades: Grades) -> bool:
    """Whether a right service is among the first five."""
    return any(grades.get(service) == RIGHT for service in order[:FIRST])


def ndcg(order: Sequence[str], grades: Grades) -> float:
    """nDCG@10 with gains 2^grade - 1 (Jarvelin and Kekalainen 2002); 0 to 1."""
    best = sorted(grades.values(), reverse=True)
    ideal = _dcg(best[:DEPTH])
    return _dcg([grades.get(service, 0) for service in order[:DEPTH]]) / ideal if ideal else 0.0


def _dcg(found: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(found))
