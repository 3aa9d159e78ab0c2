"""``method effects weighted``: those who took part against others made alike by weights."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from ...exits import USAGE, Halt
from ...verbs import Verbs
from .. import reading
from ..answering import Answer, aligned
from .shown import answer, design, sentence

if TYPE_CHECKING:
    from cydwaith.methods.pictures import Picture
    from cydwaith.methods.result import Result

COVARIATES = {"en": ("Covariate", "Before", "After"), "cy": ("Cydnewidyn", "Cyn", "Ar ôl")}


def add(group: Verbs) -> None:
    parser = design(group, "weighted", _weighted, "Took part against others, weighted to be alike.")
    parser.add_argument("--outcome", metavar="COLUMN", default="outcome", help="a column of numbers")
    parser.add_argument("--treated", metavar="COLUMN", default="treated", help="took part: 0 or 1 (treated)")
    parser.add_argument("--covariate", metavar="COLUMN", action="append", required=True, help="make it alike")
    parser.add_argument("--earlier", metavar="COLUMN", action="append", default=[], help="the outcome before")
    parser.add_argument("--placebo", metavar="COLUMN", help="an earlier outcome to test the sum on")
    parser.add_argument("--placebo-without", metavar="COLUMN", action="append", default=[])
    parser.add_argument("--started", metavar="COLUMN", help="when each started, or a date")
    parser.add_argument(
        "--measured", metavar="COLUMN=DATE", action="append", default=[], help="when a covariate was recorded"
    )
    parser.add_argument("--method", default="entropy", help="entropy; nearest_neighbour is refused")
    parser.add_argument("--errors", default="HC1", help="HC0, HC1, HC2 or HC3 (HC1)")


def _weighted(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import effects

    result = effects.weighted(
        reading.table(options.file),
        outcome=options.outcome,
        treated=options.treated,
        covariates=options.covariate,
        earlier=options.earlier,
        placebo=options.placebo,
        placebo_without=options.placebo_without,
        started=options.started,
        measured=dict(_pair(words) for words in options.measured),
        method=options.method,
        errors=options.errors,
        confidence=options.confidence,
        unit=options.unit,
    )
    picture = _love(result, options.language)
    found = answer(result, options, picture)
    lines = [*found.lines, *(aligned(picture.headers, picture.rows) if picture else [])]
    return Answer(found.result, lines, picture)


def _pair(words: str) -> tuple[str, str]:
    name, _, when = words.partition("=")
    if not when:
        raise Halt("Give when a covariate was recorded as COLUMN=DATE, such as age=2026-01-31.", USAGE)
    return name, when


def _love(result: Result, language: str) -> Picture | None:
    from cydwaith.methods import pictures

    balance: Any = result.details.get("balance")
    if not balance:
        return None
    rows = [pictures.Balance(row["name"], row["before"], row["after"]) for row in balance]
    return pictures.love_plot(
        rows,
        title=result.measure.in_language(language),
        finding=sentence(result, language),
        words=COVARIATES[language],
    )
