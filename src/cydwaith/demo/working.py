"""What people say about work: what they want, what they can do, and to whom they give a paper of it."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from cydwaith.commons.circle.commands import withdraw
from cydwaith.kernel import clock
from cydwaith.person.work import commands
from cydwaith.person.work.queries import given_by
from cydwaith.person.work.rules.vocabulary import Because, Kind, Reader, Sheet

from .cast import Life
from .content import Record, read
from .diary import Entry

AHEAD = "_in"
DATES = {"in": "on", "seen_in": "seen_on", "review_in": "review_on"}


def working(life: Life) -> Iterator[Entry]:
    """All that one person says about work, day by day."""
    told = read("working")["people"].get(life.record["key"], {})
    for sheet in Sheet:
        for said in told.get(sheet, ()):
            yield life.on(said["day"], 741, partial(_keep, life, sheet, said))
    if "health" in told:
        yield life.on(told["health"]["day"], 742, partial(_health, life, told["health"]["words"]))
    for paper in told.get("given", ()):
        yield life.on(paper["day"], 743, partial(_give, life, paper))
        if "stopped_day" in paper:
            yield life.on(paper["stopped_day"], 744, partial(_stop, life))
    if "report" in told:
        yield life.on(told["report"]["day"], 745, partial(_sign, life, told["report"]))


def _keep(life: Life, sheet: Sheet, said: Record) -> None:
    known = {"person_id": life.id, "sheet": sheet, "with_person": life.together}
    answers = {key: _dated(answer) for key, answer in said["answers"].items()}
    commands.write(life.hand, answers=answers, **known)
    life.statements[sheet] = commands.keep(life.hand, because=Because(said["because"]), **known)


def _dated(answer: Record) -> Record:
    """Days are told from the day itself: ``starts_in`` 7 is a week later."""
    return dict(_day(name, value) for name, value in answer.items())


def _day(name: str, value: Any) -> tuple[str, Any]:
    if name not in DATES and not name.endswith(AHEAD):
        return name, value
    on = clock.today() + timedelta(days=value)
    return DATES.get(name, name.removesuffix(AHEAD)), on.isoformat()


def _health(life: Life, words: str) -> None:
    commands.write_health(life.hand, person_id=life.id, words=words, with_person=life.together)


def _give(life: Life, paper: Record) -> None:
    to = {"organisation_id": life.cast.organisations[paper["to"]]} if "to" in paper else _by_email(paper)
    life.papers[paper["kind"]] = commands.give(
        life.hand,
        person_id=life.id,
        statement_id=life.statements[Sheet.STATEMENT],
        kind=Kind(paper["kind"]),
        reader=Reader(paper["reader"]),
        language=life.language,
        with_health=paper.get("health", False),
        purpose=paper["purpose"],
        until=clock.now() + timedelta(days=paper["for_days"]),
        **to,
    )


def _by_email(paper: Record) -> Record:
    return {"email": paper["email"], "label": paper["label"]}


def _stop(life: Life) -> None:
    newest = given_by(life.hand, life.id)[0]
    withdraw(life.hand, permission_id=newest.permission_id)


def _sign(life: Life, report: Record) -> None:
    given_id: UUID = life.papers[Kind.REPORT]
    answers = _dated(report["answers"])
    commands.sign_report(life.cast.staff[report["by"]], given_id=given_id, answers=answers)
