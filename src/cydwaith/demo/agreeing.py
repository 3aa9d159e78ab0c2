"""What people agree on at work with the one contact whom they invited; and an employer asks everybody."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial
from uuid import UUID

from cydwaith.kernel import clock
from cydwaith.kernel.actor import by_link, system
from cydwaith.person.workplace import commands, queries
from cydwaith.person.workplace.commands import Contact
from cydwaith.person.workplace.policy import PULSE_KIND
from cydwaith.person.workplace.rules.agreeing import RULES, ContactRole, Move, Side

from .cast import Cast, Life
from .content import Record, read
from .diary import Entry

Made = dict[int, UUID]
TELLER = system("to tell of a round of questions that is over")
MINUTE = 760


def agreeing(lives: Sequence[Life]) -> Iterator[Entry]:
    """Everything that is told of it."""
    known = {life.record["key"]: life for life in lives}
    for told in read("agreeing")["invited"]:
        yield from _with_one(known[told["person"]], told)


def asking_everybody(cast: Cast) -> Iterator[Entry]:
    """One round of a few questions, answered by codes, over and told."""
    told, opened = read("agreeing")["pulse"], Made()
    yield Entry(told["day"], MINUTE, partial(_open, cast, told, opened))
    yield Entry(told["answered_on"], MINUTE, partial(_answer, cast, told, opened))
    yield Entry(told["told_on"], MINUTE, lambda: commands.tell_pulse(TELLER, pulse_id=opened[0]))


def _open(cast: Cast, told: Record, opened: Made) -> None:
    closes_on = clock.today() + timedelta(days=told["for_days"])
    opened[0] = commands.open_pulse(cast.staff[told["by"]], closes_on=closes_on, headcount=told["headcount"])


def _answer(cast: Cast, told: Record, opened: Made) -> None:
    holder, keys = by_link(PULSE_KIND, opened[0]), queries.question_keys(TELLER)
    slips = [one["said"] for one in told["slips"] for _ in range(one["times"])]
    codes = queries.sheet(cast.staff[told["by"]], opened[0])
    for code, said in zip(codes, slips, strict=False):
        answers = dict(zip(keys, said, strict=True))
        commands.answer_pulse(holder, pulse_id=opened[0], code=code, answers=answers)


def _with_one(life: Life, told: Record) -> Iterator[Entry]:
    invited, made = Made(), Made()
    yield life.on(told["day"], MINUTE, partial(_invite, life, told, invited))
    for number, one in enumerate(told["adjustments"]):
        yield life.on(one["day"], MINUTE + 1, partial(_propose, life, one, invited, made, number))
        for answer in one.get("answers", ()):
            yield life.on(answer["day"], MINUTE + 2, partial(_say, life, told, answer, made, number))
    if "days_shown" in told:
        yield life.on(told["days_shown"], MINUTE + 3, partial(_show, life, invited))


def _invite(life: Life, told: Record, invited: Made) -> None:
    contact = Contact(
        employer=told["employer"],
        name=life.cast.staff[told["by"]].name,
        email=f"{told['by']}@cwmteg.example",
        role=ContactRole(told["role"]),
        purpose=told["purpose"],
        until=clock.today() + timedelta(days=told["for_days"]),
    )
    invited[0] = commands.invite(life.hand, person_id=life.id, contact=contact, with_person=life.together)


def _propose(life: Life, one: Record, invited: Made, made: Made, number: int) -> None:
    made[number] = commands.propose(
        life.hand,
        person_id=life.id,
        invitation_id=invited[0],
        what=one["what"],
        helps=one.get("helps", ""),
        with_person=life.together,
    )


def _say(life: Life, told: Record, answer: Record, made: Made, number: int) -> None:
    move, words = Move(answer["move"]), answer.get("words", "")
    if RULES[move].side is Side.PERSON:
        commands.say(life.hand, adjustment_id=made[number], move=move, words=words)
        return
    again = clock.today() + timedelta(days=answer["again_in"])
    by = life.cast.staff[told["by"]]
    commands.answer(by, adjustment_id=made[number], move=move, words=words, review_on=again)


def _show(life: Life, invited: Made) -> None:
    commands.show_days(life.hand, person_id=life.id, invitation_id=invited[0])
