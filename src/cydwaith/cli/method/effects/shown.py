"""How every effect is shown: the number with its design, its comparison, and what was tried besides."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from ...verbs import Verbs
from ..answering import Answer, Ask, aligned, said, verb

if TYPE_CHECKING:
    from cydwaith.methods.pictures import Picture
    from cydwaith.methods.result import Result

HEADERS = {"en": ("What", "Estimate", "From", "To"), "cy": ("Beth", "Amcangyfrif", "O", "I")}
FINDINGS = {
    "en": ("{effect}{unit}, from {low} to {high}", "No number: the question was refused."),
    "cy": ("{effect}{unit}, o {low} i {high}", "Dim rhif: gwrthodwyd y cwestiwn."),
}
POINTS = {"en": "percentage points", "cy": "pwynt canran"}
STRENGTH = {"en": "Strength {strength}.", "cy": "Cryfder {strength}."}


def design(group: Verbs, name: str, ask: Ask, summary: str) -> argparse.ArgumentParser:
    """A design's verb, with the options that every design takes."""
    parser = verb(group, name, ask, summary)
    parser.add_argument("--confidence", type=float, default=0.95, metavar="SHARE", help="of intervals (0.95)")
    parser.add_argument("--unit", default="", help="what the outcome is counted in, such as £")
    return parser


def trial(parser: argparse.ArgumentParser) -> None:
    """The options of a comparison made by chance."""
    parser.add_argument("--outcome", metavar="COLUMN", default="outcome", help="a column of numbers")
    parser.add_argument("--covariate", metavar="COLUMN", action="append", default=[], help="adjust for it")
    parser.add_argument("--cluster", metavar="COLUMN", help="the groups that were put into arms together")
    parser.add_argument("--allocation", type=float, metavar="SHARE", help="meant for the first arm, as 0.5")
    parser.add_argument("--outcome-date", metavar="COLUMN", help="when the outcome was found out, or a date")
    parser.add_argument("--assigned-date", metavar="COLUMN", help="when arms were given, or a date")


def answer(result: Result, options: argparse.Namespace, picture: Picture | None = None) -> Answer:
    """The result as JSON, as lines for people, and with a picture: of all estimates if none is given."""
    language: str = options.language
    finding = sentence(result, language)
    rows = [
        (one.words.in_language(language), *map(number, (one.effect, one.low, one.high)))
        for one in result.sensitivities
    ]
    lines = [
        finding,
        result.comparison.in_language(language),
        f"{STRENGTH[language].format(strength=result.design.strength)} "
        f"{result.design.words.in_language(language)}",
        *(aligned(HEADERS[language], rows) if rows else []),
        *(words.in_language(language) for words in result.assumptions),
    ]
    found: dict[str, Any] = result.to_dict()
    lines += said(found["warnings"], language)
    return Answer(found, lines, picture or _intervals(result, finding, language))


def sentence(result: Result, language: str) -> str:
    """The effect in one sentence, or that there is none."""
    told, refused = FINDINGS[language]
    name = result.measure.in_language(language)
    if result.effect is None:
        return f"{name}: {refused}"
    unit = f" {POINTS[language] if result.unit == POINTS['en'] else result.unit}" if result.unit else ""
    ends = {"low": number(result.low), "high": number(result.high)}
    return f"{name}: {told.format(effect=number(result.effect), unit=unit, **ends)}"


def number(value: float | None) -> str:
    """A number for people: four figures, or one after the point when it is large."""
    if value is None:
        return ""
    return f"{value:,.1f}" if abs(value) >= 1000 else f"{value:.4g}"


def _intervals(result: Result, finding: str, language: str) -> Picture | None:
    from cydwaith.methods import pictures

    own = (result.measure.in_language(language), result.effect, result.low, result.high)
    rest = [(one.words.in_language(language), one.effect, one.low, one.high) for one in result.sensitivities]
    rows = [
        pictures.Interval(name, effect, low, high, pooled=place == 0)
        for place, (name, effect, low, high) in enumerate([own, *rest])
        if effect is not None and low is not None and high is not None
    ]
    if not rows:
        return None
    title = result.measure.in_language(language)
    return pictures.intervals(rows, title=title, finding=finding, unit=result.unit, words=HEADERS[language])
