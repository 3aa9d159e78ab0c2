"""Who said yes to a line in the returns of the valley's programmes, and the one that was sent last."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from cydwaith.kernel import clock
from cydwaith.system.returns import commands, queries

from .cast import Cast, Life
from .diary import Entry

ASKED, SENT = -40, -33
PROGRAMME, TEMPLATE, MANAGER = "gwaith-da", "plain", "catrin"
NO_TO_EVERY = 5
FIRST = date(2020, 1, 1)


def returning(cast: Cast, lives: Sequence[Life]) -> Iterator[Entry]:
    """Four of five say yes; the manager sends what is on record."""
    for number, life in enumerate(lives):
        yield life.on(ASKED, 800 + number % 60, partial(_say, life, agrees=number % NO_TO_EVERY != 0))
    yield Entry(SENT, 960, partial(_send, cast))


def _say(life: Life, *, agrees: bool) -> None:
    """Only those are asked who are on the programme by then and let their coach in to their work."""
    if life.own is None or life.person is None:
        return
    if PROGRAMME in {row.programme for row in queries.agreements(life.own, life.id)}:
        commands.say_agreement(life.own, person_id=life.id, programme=PROGRAMME, agrees=agrees)


def _send(cast: Cast) -> None:
    manager, last = cast.staff[MANAGER], clock.today()
    seen = queries.draft(manager, PROGRAMME, TEMPLATE, FIRST, last).mark
    commands.send_return(manager, programme=PROGRAMME, template=TEMPLATE, first=FIRST, last=last, seen=seen)
