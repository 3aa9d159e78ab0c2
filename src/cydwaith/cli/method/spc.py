"""``method spc``: XmR charts and funnels."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from ..exits import USAGE, Halt
from ..verbs import Verbs
from . import headings, reading
from .answering import Answer, aligned, said, verb

if TYPE_CHECKING:
    from cydwaith.methods.spc import Recalculation

KINDS = {
    "en": {
        "improvement": "Getting better, more than chance",
        "concern": "Getting worse, more than chance",
        "neutral_high": "High, more than chance",
        "neutral_low": "Low, more than chance",
        "common_cause": "",
    },
    "cy": {
        "improvement": "Gwella, mwy na hap",
        "concern": "Gwaethygu, mwy na hap",
        "neutral_high": "Uchel, mwy na hap",
        "neutral_low": "Isel, mwy na hap",
        "common_cause": "",
    },
}
COLUMNS = {
    "en": ("When", "Value", "Mean", "Lower limit", "Upper limit", "Signal", "Target"),
    "cy": ("Pryd", "Gwerth", "Cymedr", "Terfyn isaf", "Terfyn uchaf", "Arwydd", "Targed"),
}
FINDINGS = {
    "en": ("{n} of {of} points are more than chance.", "There are too few points for limits."),
    "cy": ("Mae {n} o {of} pwynt yn fwy na hap.", "Mae rhy ychydig o bwyntiau i gael terfynau."),
}
OUTSIDE = {
    "en": "{n} of {of} places are outside the limits of chance.",
    "cy": "Mae {n} o {of} lle y tu allan i derfynau hap.",
}


def add(group: Verbs) -> None:
    spc = group.group("spc", "A place over time (xmr), or places side by side (funnel).")
    over_time = verb(spc, "xmr", _xmr, "Is this place changing, or only varying?")
    over_time.add_argument("--value", metavar="COLUMN", default="value", help="the column of values (value)")
    over_time.add_argument("--when", metavar="COLUMN", help="the column of labels, in order of time")
    over_time.add_argument("--rules", default="mdc-2023", help="mdc-2023 or nhsr-0.2.2")
    over_time.add_argument("--better", choices=("high", "low"), help="which way is better")
    over_time.add_argument("--target", type=float, metavar="NUMBER")
    over_time.add_argument("--baseline", type=int, metavar="POINTS", help="limits from the first points only")
    over_time.add_argument(
        "--recalculate",
        action="append",
        default=[],
        metavar="POINT=REASON",
        help="new limits from a point on",
    )
    side = verb(spc, "funnel", _funnel, "Which places differ by more than chance? Never a league table.")
    side.add_argument("--place", metavar="COLUMN", default="place")
    side.add_argument("--numerator", metavar="COLUMN", default="numerator")
    side.add_argument("--denominator", metavar="COLUMN", default="denominator")
    side.add_argument("--kind", choices=("proportion", "ratio"), default="proportion")
    side.add_argument("--rank", action="store_true", help="ask for a league table, and be refused")


def _xmr(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import pictures, spc

    found = reading.table(options.file)
    values = reading.column(found, options.value)
    labels = reading.column(found, options.when) if options.when else range(1, len(values) + 1)
    chart = spc.xmr(
        values,
        rules=options.rules,
        better=options.better,
        target=options.target,
        baseline=options.baseline,
        recalculate=[_recalculation(words) for words in options.recalculate],
    )
    special = sum(kind != "common_cause" and kind != "" for kind in chart.kind)
    several, none = FINDINGS[options.language]
    finding = none if chart.refusals else several.format(n=special, of=len(values))
    picture = pictures.line(
        [str(label) for label in labels],
        chart.values.tolist(),
        title=options.value,
        finding=finding,
        mean=[] if chart.refusals else chart.mean.tolist(),
        lower=[] if chart.refusals else chart.lower.tolist(),
        upper=[] if chart.refusals else chart.upper.tolist(),
        kinds=[str(kind) for kind in chart.kind],
        target=chart.target,
        words=COLUMNS[options.language],
        kind_words=KINDS[options.language],
    )
    result: dict[str, Any] = chart.to_dict()
    lines = [finding, *aligned(picture.headers, picture.rows), *said(result["notes"], options.language)]
    return Answer(result, lines, picture)


def _recalculation(words: str) -> Recalculation:
    from cydwaith.methods.spc import Recalculation

    point, _, reason = words.partition("=")
    if not point.isdecimal():
        raise Halt("Give a change as POINT=REASON, such as 25='the clinic moved'.", USAGE)
    return Recalculation(int(point), reason)


def _funnel(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import pictures, spc

    found = reading.table(options.file)
    columns = [
        reading.column(found, getattr(options, name)) for name in ("place", "numerator", "denominator")
    ]
    answer = spc.funnel(*columns, kind=options.kind, rank=options.rank)
    outside = sum(bool(place.signal) for place in answer.places)
    finding = OUTSIDE[options.language].format(n=outside, of=len(answer.places))
    dots = [
        pictures.FunnelDot(
            p.place,
            p.denominator,
            p.rate,
            p.wide_lower_95,
            p.wide_upper_95,
            p.wide_lower_998,
            p.wide_upper_998,
            p.signal,
        )
        for p in answer.places
    ]
    picture = (
        pictures.funnel(
            dots,
            target=answer.target,
            title=options.numerator,
            finding=finding,
            words=headings.FUNNEL[options.language],
        )
        if dots
        else None
    )
    result: dict[str, Any] = answer.to_dict()
    table = aligned(picture.headers, picture.rows) if picture else []
    return Answer(result, [finding, *table, *said(result["notes"], options.language)], picture)
