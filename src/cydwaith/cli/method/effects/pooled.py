"""``method effects pooled``: results of several places together, never ranked."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...exits import USAGE, Halt
from ...verbs import Verbs
from .. import reading
from ..answering import Answer, aligned
from .shown import HEADERS, answer, design, sentence

if TYPE_CHECKING:
    from cydwaith.methods.pictures import Picture
    from cydwaith.methods.result import Design, Result

TOGETHER = {"en": "Together", "cy": "Gyda'i gilydd"}


def add(group: Verbs) -> None:
    parser = design(group, "pooled", _pooled, "Results of several places together, never ranked.")
    parser.add_argument("--estimate", metavar="COLUMN", default="estimate")
    parser.add_argument("--standard-error", metavar="COLUMN", default="standard_error")
    parser.add_argument("--place", metavar="COLUMN", help="what each place is called")
    parser.add_argument("--design", metavar="COLUMN", help="how each result came about, such as randomised")
    parser.add_argument("--rank", action="store_true", help="ask for a league table, and be refused")


def _pooled(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import effects

    found = reading.table(options.file)
    result = effects.pooled(
        reading.column(found, options.estimate),
        reading.column(found, options.standard_error),
        places=[str(place) for place in reading.column(found, options.place)] if options.place else (),
        parts=_designs(reading.column(found, options.design)) if options.design else (),
        rank=options.rank,
        confidence=options.confidence,
        unit=options.unit,
    )
    picture = _forest(result, options.language)
    shown = answer(result, options, picture)
    table = aligned(picture.headers, picture.rows) if picture else []
    return Answer(shown.result, [*shown.lines, *table], picture)


def _designs(keys: Sequence[Any]) -> list[Design]:
    from cydwaith.methods.effects import DESIGNS

    for row, key in enumerate(keys, start=1):
        if key not in DESIGNS:
            raise Halt(f"Row {row}: there is no design {key!r}. There are: {', '.join(DESIGNS)}.", USAGE)
    return [DESIGNS[key] for key in keys]


def _forest(result: Result, language: str) -> Picture | None:
    """Each place drawn toward the mean, and the mean."""
    from cydwaith.methods import pictures

    places: Any = result.details.get("places")
    if not places or result.effect is None or result.low is None or result.high is None:
        return None
    rows = [pictures.Interval(row["place"], row["shrunken"], row["low"], row["high"]) for row in places]
    rows.append(pictures.Interval(TOGETHER[language], result.effect, result.low, result.high, pooled=True))
    return pictures.intervals(
        rows,
        title=result.measure.in_language(language),
        finding=sentence(result, language),
        unit=result.unit,
        words=HEADERS[language],
    )
