"""How a surgery of the valley asks about work, and what its doctor learnt."""

from collections.abc import Iterator
from functools import partial

from cydwaith.person.clinic.commands import Asked, ask, finish_lesson
from cydwaith.person.clinic.rules import Choice

from .cast import Cast
from .content import Record, read, stable_id
from .diary import Entry


def asking(cast: Cast) -> Iterator[Entry]:
    """Everything that is told of it."""
    told = read("clinic")
    for number, one in enumerate(told["asked"]):
        yield Entry(one["day"], 590 + number % 5, partial(_ask, cast, one, number), one.get("language", "en"))
    for done in told["learnt"]:
        learn = partial(
            finish_lesson,
            cast.staff[done["by"]],
            lesson=done["lesson"],
            answers=done["answers"],
            reflection=done["reflection"],
        )
        yield Entry(done["day"], 780, learn)


def _ask(cast: Cast, one: Record, number: int) -> None:
    referred = {name: one[name] for name in ("name", "phone", "they_agree") if name in one}
    asked = Asked(
        send_key=stable_id("work question", str(number)),
        status=one["status"],
        choice=Choice(one["choice"]),
        reference=one["reference"],
        line=one.get("line", ""),
        language=one.get("language", "en"),
        **referred,
    )
    ask(cast.staff[one["by"]], asked=asked)
