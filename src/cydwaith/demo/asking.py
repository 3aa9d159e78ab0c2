"""How a surgery of the valley asks about work, what is told of it, and what its doctor learnt."""

from collections.abc import Iterator
from functools import partial

from cydwaith.person.clinic import jobs
from cydwaith.person.clinic.commands import Asked, ask, finish_lesson
from cydwaith.person.clinic.rules.asking import Choice

from .cast import Cast
from .content import Record, read, stable_id
from .diary import Entry


def asking(cast: Cast) -> Iterator[Entry]:
    """Everything that is told of it."""
    told = read("clinic")
    for number, one in enumerate(told["asked"]):
        yield Entry(one["day"], 590 + number % 5, partial(_ask, cast, one, number), one.get("language", "en"))
    for number, day in enumerate(range(*told["often"]["days"])):
        yield Entry(day, 600, partial(_ask, cast, _often(told["often"], number), 1000 + number))
    for done in told["learnt"]:
        learn = partial(
            finish_lesson,
            cast.staff[done["by"]],
            lesson=done["lesson"],
            answers=done["answers"],
            reflection=done["reflection"],
        )
        yield Entry(done["day"], 780, learn)


def publish() -> None:
    """What the worker would have published of the quarters that are over."""
    jobs.publish.call()


def _often(told: Record, number: int) -> Record:
    """One more patient, of whom there is no more to tell."""
    status, choice = (told[name][number % len(told[name])] for name in ("statuses", "choices"))
    return {"by": told["by"], "reference": f"PT {500 + number}", "status": status, "choice": choice}


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
