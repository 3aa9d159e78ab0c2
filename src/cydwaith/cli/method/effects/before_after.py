"""``method effects before-after``: change in the same people, and never what brought it about."""

from __future__ import annotations

import argparse
from collections.abc import Hashable
from typing import Any

from ...verbs import Verbs
from .. import reading
from ..answering import Answer, verb
from . import shown


def add(group: Verbs) -> None:
    parser = verb(group, "before-after", _before_after, "How much did the same people change?")
    parser.add_argument("--before", metavar="COLUMN", default="before")
    parser.add_argument("--after", metavar="COLUMN", default="after")
    parser.add_argument("--person", metavar="COLUMN", help="without it, each row is one person")
    parser.add_argument("--after-file", metavar="FILE", help="where the later numbers are, by --person")
    parser.add_argument("--work", action="store_true", help="the numbers are 0 or 1: in work or not")
    parser.add_argument("--in-work-at-start", metavar="COLUMN", help="0 or 1")
    parser.add_argument("--usual", type=float, metavar="NUMBER", help="what people usually have")
    parser.add_argument("--reliability", type=float, metavar="SHARE", help="of the measure, from 0 to 1")
    parser.add_argument("--recovery", type=float, metavar="NUMBER", help="the change of people who waited")


def _before_after(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import effects

    first = reading.table(options.file)
    last = reading.table(options.after_file) if options.after_file else first
    starts = _by_person(first, options.in_work_at_start, options.person) if options.in_work_at_start else None
    result = effects.before_after(
        _by_person(first, options.before, options.person),
        _by_person(last, options.after, options.person),
        outcome="work" if options.work else "score",
        in_work_at_start=starts,
        usual=options.usual,
        reliability=options.reliability,
        recovery=options.recovery,
    )
    return shown.answer(result, options)


def _by_person(found: reading.Table, values: str, person: str | None) -> dict[Hashable, Any]:
    from cydwaith.methods.tables import once_each

    given = reading.column(found, values)
    people = reading.column(found, person) if person else list(range(len(given)))
    once_each(people, person or "row")
    return dict(zip(people, given, strict=True))
