"""``method effects time-to-event``: how long until a job, or until one is lost."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ...verbs import Verbs
from .. import reading
from ..answering import Answer, verb
from . import shown

if TYPE_CHECKING:
    from cydwaith.methods.effects import TimeToEvent
    from cydwaith.methods.pictures import Picture

WORDS = {"en": ("Group", "Time", "Share"), "cy": ("Grŵp", "Amser", "Cyfran")}
LOG_RANK = {
    "en": "Log-rank: chi squared {statistic:.2f} with {freedom} degrees, p = {p:.4f}.",
    "cy": "Log-rank: chi sgwâr {statistic:.2f} gyda {freedom} gradd, p = {p:.4f}.",
}
MOST_GROUPS = 4


def add(group: Verbs) -> None:
    parser = verb(group, "time-to-event", _time_to_event, "How long did it take, and did groups differ?")
    parser.add_argument("--time", metavar="COLUMN", default="time", help="from the start of the clock (time)")
    parser.add_argument(
        "--event", metavar="COLUMN", default="event", help="0 not seen, 1 happened, 2 and more: came first"
    )
    parser.add_argument("--group", metavar="COLUMN")
    parser.add_argument("--until", type=float, required=True, metavar="TIME", help="the end of the question")
    parser.add_argument("--clock", metavar="WHERE", help="where it starts: referral or assignment")
    parser.add_argument(
        "--at", type=float, action="append", default=[], metavar="TIME", help="give shares at"
    )
    parser.add_argument("--reference", metavar="GROUP", help="the group to compare with")
    parser.add_argument("--curve", choices=("survival", "incidence", "one_minus_km"))
    parser.add_argument("--hazard-ratio", action="store_true")
    parser.add_argument("--randomised", action="store_true", help="groups were made by chance")


def _time_to_event(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import effects

    found = effects.time_to_event(
        reading.table(options.file),
        time=options.time,
        event=options.event,
        group=options.group,
        until=options.until,
        clock=options.clock,
        at=options.at,
        reference=options.reference,
        curve=options.curve,
        hazard_ratio=options.hazard_ratio,
        randomised=options.randomised,
    )
    lines = list(shown.answer(found.result, options).lines)
    return Answer(found.to_dict(), [*lines, *_besides(found, options.language)], _picture(found, options))


def _besides(found: TimeToEvent, language: str) -> list[str]:
    answers = [*found.means, *found.shares, *([found.hazard_ratio] if found.hazard_ratio else [])]
    lines = [f"{one.comparison.in_language(language)} {shown.sentence(one, language)}" for one in answers]
    test = found.log_rank
    if test is None:
        return lines
    return [
        *lines,
        LOG_RANK[language].format(statistic=test.statistic, freedom=test.freedom, p=test.p),
    ]


def _picture(found: TimeToEvent, options: argparse.Namespace) -> Picture | None:
    from cydwaith.methods import pictures

    if not 0 < len(found.curves) <= MOST_GROUPS:
        return None
    start = 0.0 if found.curve == "incidence" else 1.0
    groups = [
        pictures.Steps(one.group, [0.0, *one.times.tolist()], [start, *one.shares.tolist()])
        for one in found.curves
    ]
    return pictures.survival(
        groups,
        title=found.result.measure.in_language(options.language),
        finding=shown.sentence(found.result, options.language),
        unit=options.time,
        words=WORDS[options.language],
    )
