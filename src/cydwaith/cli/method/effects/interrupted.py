"""``method effects interrupted``: one series with a change in it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ...verbs import Verbs
from .. import reading
from ..answering import Answer, verb
from . import shown

if TYPE_CHECKING:
    from cydwaith.methods.effects import Interrupted
    from cydwaith.methods.pictures import Picture

COLUMNS = {
    "en": ("When", "Value", "As if nothing had changed", "Lower limit", "Upper limit", "Signal", "Target"),
    "cy": (
        "Pryd",
        "Gwerth",
        "Fel pe na bai dim wedi newid",
        "Terfyn isaf",
        "Terfyn uchaf",
        "Arwydd",
        "Targed",
    ),
}


def add(group: Verbs) -> None:
    parser = verb(group, "interrupted", _interrupted, "Did a series change when something changed?")
    parser.add_argument("--outcome", metavar="COLUMN", default="value", help="the column of values (value)")
    parser.add_argument(
        "--time", metavar="COLUMN", help="numbers or dates; without it, the order of the rows"
    )
    parser.add_argument("--change", required=True, metavar="TIME", help="the first time after the change")
    parser.add_argument("--decided-on", metavar="TIME", help="when the date of the change was fixed")
    parser.add_argument("--protocol", default="", metavar="ID", help="or the protocol in which it stands")
    parser.add_argument("--family", choices=("gaussian", "quasipoisson"), default="gaussian")
    parser.add_argument("--exposure", metavar="COLUMN", help="people at risk, for counts")
    parser.add_argument("--no-slope", action="store_true", help="a step only")
    parser.add_argument("--season", type=float, metavar="POINTS", help="a season's length, as 12 months")
    parser.add_argument("--errors", choices=("newey_west", "model"), default="newey_west")
    parser.add_argument("--lags", type=int, metavar="POINTS", help="of Newey-West")
    parser.add_argument(
        "--other-change", action="append", default=[], metavar="TIME", help="something else that changed"
    )


def _interrupted(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import effects

    found = effects.interrupted(
        reading.table(options.file),
        change=options.change,
        outcome=options.outcome,
        time=options.time,
        family=options.family,
        exposure=options.exposure,
        slope=not options.no_slope,
        season=options.season,
        errors=options.errors,
        lags=options.lags,
        decided_on=options.decided_on,
        protocol=options.protocol,
        other_changes=options.other_change,
    )
    lines = list(shown.answer(found.level, options).lines)
    if found.slope is not None:
        lines.insert(1, shown.sentence(found.slope, options.language))
    return Answer(found.to_dict(), lines, _picture(found, options))


def _picture(found: Interrupted, options: argparse.Namespace) -> Picture:
    from cydwaith.methods import pictures

    return pictures.line(
        found.labels,
        found.observed.tolist(),
        title=options.outcome,
        finding=shown.sentence(found.level, options.language),
        mean=[] if found.without is None else found.without.tolist(),
        words=COLUMNS[options.language],
    )
