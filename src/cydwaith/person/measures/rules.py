"""Pure rules of asking: what may be asked, for how long, and which readings make a pair."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, TypeVar

LINK_KIND = "measure"
LINK_DAYS = 14
RESULT_HOURS = 24

GOALS = "goals"
LIGHT_SET = ("ons4", GOALS, "work_ability", "three_cs")
# PHQ-9 and GAD-7 are left out: coaches are not clinicians (domain digest, 3.3).
OFFERED = (*LIGHT_SET, "wsas", "loneliness")


class How(StrEnum):
    """How a sitting is held: by a link, the person signed in, or with somebody."""

    LINK = "link"
    OWN = "own"
    TOGETHER = "together"
    PHONE = "phone"


class Mode(StrEnum):
    """Who gave the answers in: kept with each reading."""

    SELF = "self"
    ASSISTED = "assisted"
    PHONE = "phone"


MODES = {How.LINK: Mode.SELF, How.OWN: Mode.SELF, How.TOGETHER: Mode.ASSISTED, How.PHONE: Mode.PHONE}


class Dated(Protocol):
    """Anything with the moment at which it was answered."""

    @property
    def taken_at(self) -> datetime: ...


Taken = TypeVar("Taken", bound=Dated)


@dataclass(frozen=True, slots=True)
class Asking:
    """What a sitting needs to be judged by."""

    expires_at: datetime
    done_at: datetime | None


def is_open(asking: Asking, now: datetime) -> bool:
    """Whether answers may still be given."""
    return asking.done_at is None and now < asking.expires_at


def in_order(chosen: Iterable[str]) -> tuple[str, ...]:
    """The instruments in the order in which they are asked: wellbeing first, nothing twice."""
    wanted = set(chosen)
    return tuple(key for key in OFFERED if key in wanted)


def first_and_latest(readings: Sequence[Taken]) -> tuple[Taken, Taken | None] | None:
    """The first reading and, where there is another, the latest; None where there is none."""
    if not readings:
        return None
    ordered = sorted(readings, key=lambda reading: reading.taken_at)
    return ordered[0], ordered[-1] if len(ordered) > 1 else None


def is_overdue(due: date | None, asking: Asking, today: date) -> bool:
    """Asked for by a day that has gone, and not done."""
    return due is not None and asking.done_at is None and due < today
