"""How the valley's groups stand by their own word, and what was done for those at risk."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from uuid import UUID

from cydwaith.place.keeping.commands import say_standing
from cydwaith.place.register.commands import close_action, plan_action
from cydwaith.place.register.rules import Outcome

from .cast import Cast
from .content import Record, read, stable_id
from .diary import Entry
from .valley import OPERATOR

FLAGS = ("volunteers_needed", "rests_on_one_person")


def minding(cast: Cast) -> Iterator[Entry]:
    """What groups said of themselves, and what was done about it."""
    told = read("register")
    for stands in told["stand"]:
        yield Entry(stands["day"], 640, partial(_stand, cast, stands))
    for done in told["done"]:
        actions: list[UUID] = []
        yield Entry(done["day"], 700, partial(_plan, cast, done, actions))
        if "closed_day" in done:
            yield Entry(done["closed_day"], 710, partial(_close, cast, done, actions))


def _stand(cast: Cast, stands: Record) -> None:
    say_standing(
        OPERATOR,
        service_id=_service(cast, stands),
        can_take=stands.get("can_take"),
        funding_until=_day(cast, stands, "funding_day"),
        **{flag: stands.get(flag, False) for flag in FLAGS},
    )


def _plan(cast: Cast, done: Record, actions: list[UUID]) -> None:
    planned = plan_action(
        cast.staff[done["by"]],
        service_id=_service(cast, done),
        what=done["what"],
        who=done["who"],
        until=_day(cast, done, "until_day"),
    )
    actions.append(planned)


def _close(cast: Cast, done: Record, actions: list[UUID]) -> None:
    outcome = Outcome(done["outcome"])
    close_action(cast.staff[done["by"]], action_id=actions[0], outcome=outcome, words=done["words"])


def _service(cast: Cast, told: Record) -> UUID:
    return cast.services[str(stable_id("service", told["service"]))]


def _day(cast: Cast, told: Record, name: str) -> date | None:
    return cast.calendar.day(told[name]) if name in told else None
