"""``method measures``: score answer sets, and compare the same people before and after."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from ..exits import USAGE, Halt
from ..verbs import Verbs
from . import headings, reading
from .answering import Answer, aligned, said, verb

if TYPE_CHECKING:
    from cydwaith.methods.measures import Instrument, Scored

SCORES = {"en": ("Row", "Scale", "Score", "Band"), "cy": ("Rhes", "Graddfa", "Sgôr", "Band")}
PAIRS = {
    "en": ("Scale", "Pairs", "Before", "After", "Change", "From", "To"),
    "cy": ("Graddfa", "Parau", "Cyn", "Ar ôl", "Newid", "O", "I"),
}
POINTS = ("before", "after")


def add(group: Verbs) -> None:
    measures = group.group("measures", "Questionnaires: scores, bands and paired change.")
    one = verb(measures, "score", _score, "Score a table with a column an item, a row an answer set.")
    both = verb(
        measures, "paired", _paired, "Paired change: columns person, point (before, after) and one an item."
    )
    for parser in (one, both):
        parser.add_argument(
            "--instrument", required=True, help="ons4, wsas, phq9, gad7, swemwbs, loneliness .."
        )


def _answers(options: argparse.Namespace) -> tuple[Instrument, reading.Table, list[dict[str, Any]]]:
    from cydwaith.methods import measures

    definition = measures.instrument(options.instrument)
    table = reading.table(options.file)
    columns = {
        item.key: [_whole(cell) for cell in reading.column(table, item.key)] for item in definition.items
    }
    rows = [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    return definition, table, rows


def _whole(cell: Any) -> Any:
    """A table's number as the whole number that it is; what is missing, and anything else, as it stands."""
    if isinstance(cell, float) and cell != cell:
        return None
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _scored(definition: Instrument, rows: list[dict[str, Any]]) -> list[Scored]:
    """Every row scored, or the first that cannot be, by its number."""
    from cydwaith.methods import measures

    found = []
    for number, answers in enumerate(rows, start=1):
        try:
            found.append(measures.score(definition, answers))
        except measures.MeasureError as error:
            raise Halt(f"Row {number}: {error}", USAGE) from None
    return found


def _score(options: argparse.Namespace) -> Answer:
    definition, _, rows = _answers(options)
    found = _scored(definition, rows)
    lines = [
        (number, one.words.in_language(options.language), f"{one.value:g}", _band(one, options.language))
        for number, scored in enumerate(found, start=1)
        for one in scored.scores
    ]
    result = {"instrument": definition.key, "rows": [one.to_dict() for one in found]}
    return Answer(result, aligned(SCORES[options.language], lines))


def _band(score: Any, language: str) -> str:
    return str(score.band.words.in_language(language)) if score.band else ""


def _paired(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import measures, pictures

    definition, table, rows = _answers(options)
    people, points = reading.column(table, "person"), reading.column(table, "point")
    wrong = sorted({str(point) for point in points} - set(POINTS))
    if wrong:
        raise Halt(f"The column point holds {', '.join(wrong)}. Say before or after.", USAGE)
    scored = _scored(definition, rows)
    sides = [
        [
            measures.Reading(who, one)
            for who, at, one in zip(people, points, scored, strict=True)
            if at == side
        ]
        for side in POINTS
    ]
    found = measures.paired_change(*sides)
    result: dict[str, Any] = {**found.to_dict(), "refusals": []}
    compared = [one for one in found.scales if one.mean_change is not None]
    lines = [(one.words.in_language(options.language), one.pairs, *_means(one)) for one in compared]
    dots = [
        pictures.Interval(one.words.in_language(options.language), one.mean_change, one.low, one.high)  # type: ignore[arg-type]
        for one in compared
    ]
    title = definition.name.in_language(options.language)
    notes = [one.to_dict() for one in found.notes]
    finding = " ".join(said(notes, options.language))
    picture = (
        pictures.intervals(
            dots, title=title, finding=finding, unit="", words=headings.INTERVALS[options.language]
        )
        if dots
        else None
    )
    return Answer(result, [*aligned(PAIRS[options.language], lines), *said(notes, options.language)], picture)


def _means(one: Any) -> tuple[str, ...]:
    return tuple(
        f"{value:.2f}" for value in (one.mean_before, one.mean_after, one.mean_change, one.low, one.high)
    )
