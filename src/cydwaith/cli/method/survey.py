"""``method survey``: a question's answers with their base, or stages from referred to completed."""

from __future__ import annotations

import argparse
from typing import Any

from ..verbs import Verbs
from . import headings, reading
from .answering import Answer, aligned, said, verb

HEADERS = {"en": ("Answer", "n", "%", "From", "To"), "cy": ("Ateb", "n", "%", "O", "I")}
STAGES = {
    "en": ("Stage", "n", "% of the stage before", "% of all"),
    "cy": ("Cam", "n", "% o'r cam o'r blaen", "% o bawb"),
}
FINDINGS = {
    "en": ("{wave}: {base} counted, {replied} replied.", "{last} of {first} reached the last stage."),
    "cy": (
        "{wave}: {base} yn cael eu cyfrif, {replied} wedi ymateb.",
        "Cyrhaeddodd {last} o {first} y cam olaf.",
    ),
}


def add(group: Verbs) -> None:
    survey = group.group("survey", "What people said, of how many, and who did not answer.")
    one = verb(
        survey, "tabulate", _tabulate, "One question: counts, percentages, intervals and response rate."
    )
    one.add_argument("--answer", metavar="COLUMN", default="answer", help="the column of answers (answer)")
    one.add_argument(
        "--option", metavar="WORDS", action="append", required=True, help="an answer that can be given"
    )
    one.add_argument("--wave", required=True, help="when people were asked, such as 'spring 2026'")
    one.add_argument("--rule", default="answered", help="who is counted: answered, known, asked or everybody")
    one.add_argument("--invited", type=int, metavar="N", help="how many were asked to take part")
    steps = verb(survey, "stages", _stages, "Stages (stage, count) from referred to completed.")
    steps.add_argument(
        "--still-going", type=int, metavar="N", default=0, help="people for whom it is too early"
    )


def _tabulate(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import pictures, survey

    found = survey.tabulate(
        reading.column(reading.table(options.file), options.answer),
        question=options.answer,
        options=options.option,
        wave=options.wave,
        rule=options.rule,
        invited=options.invited,
    )
    result: dict[str, Any] = found.to_dict()
    finding = FINDINGS[options.language][0].format(wave=found.wave, base=found.base, replied=found.replied)
    rows = [(row.option, row.count, *_percent(row.percentage)) for row in found.rows]
    dots = [
        pictures.Interval(row.option, row.percentage.percent, row.percentage.low, row.percentage.high)
        for row in found.rows
        if row.percentage
    ]
    picture = (
        pictures.intervals(
            dots, title=options.answer, finding=finding, unit="%", words=headings.INTERVALS[options.language]
        )
        if dots
        else None
    )
    lines = [finding, *aligned(HEADERS[options.language], rows), *said(result["notes"], options.language)]
    return Answer(result, lines, picture)


def _percent(found: Any) -> tuple[str, ...]:
    return (
        tuple(f"{value:.1f}" for value in (found.percent, found.low, found.high)) if found else ("", "", "")
    )


def _stages(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import pictures, survey

    table = reading.table(options.file)
    names, counts = reading.column(table, "stage"), reading.column(table, "count")
    whole = [int(count) if isinstance(count, float) and count.is_integer() else count for count in counts]
    found = survey.stages(list(zip(map(str, names), whole, strict=True)), still_going=options.still_going)
    result: dict[str, Any] = found.to_dict()
    first, last = found.stages[0], found.stages[-1]
    finding = FINDINGS[options.language][1].format(last=last.count, first=first.count)
    rows = [
        (one.name, one.count, _percent(one.of_before)[0], _percent(one.of_first)[0]) for one in found.stages
    ]
    bars = [pictures.Bar(one.name, one.count) for one in found.stages]
    picture = pictures.bars(bars, title=finding, finding=finding, words=headings.BARS[options.language])
    lines = [finding, *aligned(STAGES[options.language], rows), *said(result["notes"], options.language)]
    return Answer(result, lines, picture)
