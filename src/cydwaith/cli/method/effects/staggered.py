"""``method effects staggered``: places that start at different times."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ...verbs import Verbs
from .. import reading
from ..answering import Answer, aligned, verb
from . import shown

if TYPE_CHECKING:
    from cydwaith.methods.effects import Staggered
    from cydwaith.methods.pictures import Picture

CELLS = {
    "en": ("Began", "Time", "Kind", "Estimate", "Standard error"),
    "cy": ("Dechrau", "Adeg", "Math", "Amcangyfrif", "Cyfeiliornad safonol"),
}
KINDS = {
    "en": {"before": "before", "expected": "expected", "after": "after"},
    "cy": {"before": "cyn", "expected": "disgwyliedig", "after": "ar ôl"},
}
PRETREND = {
    "en": "Before the start: chi squared {statistic:.3f} with {freedom} degrees, p = {p:.5f}.",
    "cy": "Cyn y dechrau: chi sgwâr {statistic:.3f} gyda {freedom} gradd, p = {p:.5f}.",
}


def add(group: Verbs) -> None:
    parser = verb(group, "staggered", _staggered, "Did it work, where places started at different times?")
    parser.add_argument("--unit", metavar="COLUMN", default="unit", help="the place or person (unit)")
    parser.add_argument("--time", metavar="COLUMN", default="time", help="when it was measured (time)")
    parser.add_argument("--outcome", metavar="COLUMN", default="outcome", help="a column of numbers")
    parser.add_argument(
        "--first-treated",
        metavar="COLUMN",
        default="first_treated",
        help="when it started; 0 or empty: never",
    )
    parser.add_argument("--control", choices=("never", "not_yet"), default="never")
    parser.add_argument(
        "--anticipation", type=float, metavar="TIMES", help="how long before the start people may have acted"
    )
    parser.add_argument("--drop-incomplete", action="store_true", help="leave out places not always measured")
    parser.add_argument("--two-way", action="store_true", help="ask for two-way fixed effects, be refused")


def _staggered(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import effects

    found = effects.staggered(
        reading.table(options.file),
        unit=options.unit,
        time=options.time,
        outcome=options.outcome,
        first_treated=options.first_treated,
        control=options.control,
        anticipation=options.anticipation,
        drop_incomplete=options.drop_incomplete,
        estimator="two_way" if options.two_way else "group_time",
    )
    said = shown.answer(found.result, options)
    return Answer(found.to_dict(), [*said.lines, *_cells(found, options.language)], _picture(found, options))


def _cells(found: Staggered, language: str) -> list[str]:
    if not found.cells:
        return []
    rows = [
        (f"{c.group:g}", f"{c.time:g}", KINDS[language][c.kind], f"{c.effect:.4f}", f"{c.standard_error:.4f}")
        for c in found.cells
    ]
    test = found.pretrend
    told = (
        [PRETREND[language].format(statistic=test.statistic, freedom=test.freedom, p=test.p)] if test else []
    )
    return [*aligned(CELLS[language], rows), *told]


def _picture(found: Staggered, options: argparse.Namespace) -> Picture | None:
    """By time since the start; the overall effect at the foot."""
    from cydwaith.methods import pictures

    language: str = options.language
    rows = [
        pictures.Interval(
            one.measure.in_language(language), one.effect, one.low, one.high, pooled=one is found.result
        )
        for one in (*(found.events or {}).values(), found.result)
        if one.effect is not None and one.low is not None and one.high is not None
    ]
    if not rows:
        return None
    return pictures.intervals(
        rows,
        title=found.result.measure.in_language(language),
        finding=shown.sentence(found.result, language),
        unit=options.outcome,
        words=shown.HEADERS[language],
    )
