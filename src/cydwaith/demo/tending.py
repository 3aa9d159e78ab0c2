"""How the valley keeps its directory true: letters, answers, suggestions, and what a steward decided."""

from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import UUID

from cydwaith.kernel.actor import Actor, anonymous, by_link
from cydwaith.place.directory.policy import ASSURE
from cydwaith.place.keeping import commands, queries
from cydwaith.place.keeping.models import Asking
from cydwaith.place.keeping.rules.entry import Point

from .cast import Cast
from .content import Record, read, stable_id
from .diary import Entry
from .valley import OPERATOR

STARTED = -200


def tending(cast: Cast) -> Iterator[Entry]:
    """Everything that is told of it."""
    told = read("keeping")
    yield Entry(STARTED, 560, partial(commands.choose_rhythm, OPERATOR, **told["rhythm"]))
    for asked in told["asked"]:
        yield from _asked(cast, asked)
    for answer in told["answered"]:
        yield Entry(answer["day"], 1150, partial(_answer, cast, answer), answer["language"])
        yield from _decided(cast, answer)
    for suggestion in told["suggested"]:
        yield Entry(suggestion["day"], 980, partial(_suggest, cast, suggestion), suggestion["language"])
        yield from _decided(cast, suggestion)


def _asked(cast: Cast, asked: Record) -> Iterator[Entry]:
    """The letters of one round, as the worker writes them."""
    service_id = _service(cast, asked)
    yield Entry(asked["day"], 570, partial(commands.ask_group, OPERATOR, service_id=service_id))
    for day in asked.get("reminded", ()):
        yield Entry(day, 570, partial(_follow_up, commands.remind, service_id))
    if "given_up" in asked:
        yield Entry(asked["given_up"], 570, partial(_follow_up, commands.give_up, service_id))


def _follow_up(step: Any, service_id: UUID) -> None:
    step(OPERATOR, asking_id=Asking.objects.get(service=service_id, answered_at=None, given_up_at=None).id)


def _answer(cast: Cast, answer: Record) -> None:
    service_id = _service(cast, answer)
    leader = by_link(ASSURE, service_id, answer["language"])
    paused = {"paused_until": cast.calendar.day(answer["paused_day"])} if "paused_day" in answer else None
    said = commands.Said(texts=answer["texts"], standing=paused)
    commands.answer(leader, service_id=service_id, said=said)


def _suggest(cast: Cast, told: Record) -> None:
    known = {"service_id": _service(cast, told)} if "service" in told else {}
    point = Point(told["latitude"], told["longitude"]) if "latitude" in told else None
    suggested = commands.Suggested(
        texts=told["texts"], kind=told.get("kind", ""), words=told.get("words", ""), point=point, **known
    )
    commands.suggest(anonymous(told["language"]), suggested=suggested)


def _decided(cast: Cast, told: Record) -> Iterator[Entry]:
    """What a steward decided about it, if they have."""
    if "by" in told:
        decide = partial(_decide, cast.staff[told["by"]], told)
        yield Entry(told["decided_day"], 620, decide)


def _decide(steward: Actor, told: Record) -> None:
    """The newest that waits is the one that is told of."""
    newest = max(queries.waiting(steward), key=lambda line: line.made_at)
    if "refused" in told:
        commands.refuse(steward, proposal_id=newest.id, reason=told["refused"])
    else:
        commands.accept(steward, proposal_id=newest.id)


def _service(cast: Cast, told: Record) -> UUID:
    return cast.services[str(stable_id("service", told["service"]))]
