"""``method outcomes``: does this work count under that rule, week by week?"""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from ..exits import USAGE, Halt
from ..verbs import Verbs
from . import reading
from .answering import Answer, aligned, said, verb

HEADERS = {
    "en": ("Person", "Met", "On", "Counted", "Needed", "Could be met by"),
    "cy": ("Person", "Wedi'i gyrraedd", "Ar", "Yn cyfrif", "Angen", "Gellid ei gyrraedd erbyn"),
}
WEEKS = {"en": ("Week", "Hours", "Why"), "cy": ("Wythnos", "Oriau", "Pam")}
YES_NO = {"en": ("no", "yes"), "cy": ("nac ydy", "ydy")}


def add(group: Verbs) -> None:
    judging = verb(group, "outcomes", _judge, "Judge job outcomes under a rule, and say why week by week.")
    judging.epilog = (
        f"{judging.epilog}\nThe file is JSON: rule, people (each with spells), and where needed floor."
    )
    judging.add_argument(
        "--on", metavar="DAY", help="as it stands at the end of this day, such as 2026-05-04 (today)"
    )


def _judge(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import outcomes

    found = reading.document(options.file)
    whole = isinstance(found, dict) and isinstance(found.get("rule"), dict)
    if not whole or not isinstance(found.get("people"), list):
        raise Halt("Give one JSON object with a rule and a list of people.", USAGE)
    if not all(isinstance(row, dict) for row in found["people"]):
        raise Halt('Each of the people is an object, such as {"id": "a", "spells": []}.', USAGE)
    rule, floor = outcomes.rule_from(found["rule"]), outcomes.floor_from(found.get("floor") or [])
    people = [outcomes.person_from(row) for row in found["people"]]
    jobs = [outcomes.spells_from(row.get("spells") or []) for row in found["people"]]
    on = outcomes.as_date(options.on, "on") or date.today()
    verdicts = [
        outcomes.judge(rule, own, on, person, floor) for own, person in zip(jobs, people, strict=True)
    ]
    rate = _rate(rule, people, verdicts)
    result: dict[str, Any] = {
        "rule": rule.key,
        "on": on.isoformat(),
        "verdicts": [one.to_dict() for one in verdicts],
        "rate": rate.get("rate"),
        "refusals": rate.get("refusals", []),
    }
    return Answer(result, _lines(found["people"], verdicts, options.language))


def _rate(rule: Any, people: list[Any], verdicts: list[Any]) -> dict[str, Any]:
    """The rate of all these people, or why there is none."""
    from cydwaith.methods import outcomes

    try:
        return {"rate": outcomes.cohort_rate(rule, people, verdicts).to_dict()}
    except outcomes.OutcomeError as error:
        return {"refusals": [error.note.to_dict()]}


def _lines(people: list[dict[str, Any]], verdicts: list[Any], language: str) -> list[str]:
    rows = [
        (
            row.get("id", number),
            YES_NO[language][one.met],
            one.met_on,
            one.counted,
            one.needed,
            one.could_be_met_by,
        )
        for number, (row, one) in enumerate(zip(people, verdicts, strict=True), start=1)
    ]
    lines = aligned(HEADERS[language], rows)
    if len(verdicts) == 1:
        one = verdicts[0]
        lines += said([note.to_dict() for note in one.notes], language)
        weeks = [(w.name, f"{w.hours:g}", w.reason.words.in_language(language)) for w in one.weeks]
        lines += aligned(WEEKS[language], weeks)
    return lines
