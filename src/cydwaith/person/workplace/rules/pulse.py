"""Asking everybody without a name: codes that are used once, counts, and what is told of them.

What is told is drawn once, when the round is over, and the counts behind it go. To how many answered
low a number is added that chance draws: so even whoever knows all answers but one learns little of
that one. Source: the two-sided geometric mechanism of Ghosh, Roughgarden and Sundararajan (2009).
"""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256
from math import ceil, floor
from uuid import UUID

from cydwaith.kernel.ids import REFERENCE_ALPHABET

FEWEST_ANSWERS = 10
TEN = 10
MOST_CODES = 2_000
LONGEST_DAYS = 60
APART_DAYS = 30
NEARLY_ALWAYS = 4
CODE_LENGTH = 12
LOW = {"satisfied": (0, 4), "worthwhile": (0, 4), "happy": (0, 4), "anxious": (6, 10), "now": (0, 5)}
"""Which answers to each question say that it is hard: the bands of the ONS, and of the work ability index."""


class Way(StrEnum):
    """How people come to the questions."""

    CODES = "codes"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Share:
    """How many of ten find it hard: the blurred number, and between which it nearly always is."""

    about: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a round. ``answered`` is rounded down to tens; 0 where nothing is told."""

    answered: int
    too_many: bool
    shares: dict[str, Share]

    def to_dict(self) -> dict[str, object]:
        """Plain values, for keeping."""
        return asdict(self)

    @classmethod
    def from_dict(cls, plain: Mapping[str, object]) -> "Told":
        """Back from ``to_dict``."""
        shares: Mapping[str, Mapping[str, int]] = plain["shares"]  # type: ignore[assignment]
        found = {key: Share(**share) for key, share in shares.items()}
        return cls(int(str(plain["answered"])), bool(plain["too_many"]), found)


def added(tally: Mapping[str, Mapping[str, int]], answers: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """The counts after one more set of answers; what was left out counts nowhere."""
    now = {question: dict(counts) for question, counts in tally.items()}
    for question, value in answers.items():
        counts = now.setdefault(question, {})
        counts[str(value)] = counts.get(str(value), 0) + 1
    return now


def told(
    tally: Mapping[str, Mapping[str, int]], answered: int, headcount: int | None, heads: Callable[[], bool]
) -> Told:
    """What is told of a round that is over; ``heads`` throws a coin that nobody can foresee."""
    if answered < FEWEST_ANSWERS:
        return Told(0, too_many=False, shares={})
    enough = {key: counts for key, counts in tally.items() if sum(counts.values()) >= FEWEST_ANSWERS}
    shares = {key: _share(counts, LOW[key], heads) for key, counts in enough.items() if key in LOW}
    too_many = headcount is not None and answered > headcount
    return Told(answered - answered % TEN, too_many, shares)


def _share(counts: Mapping[str, int], band: tuple[int, int], heads: Callable[[], bool]) -> Share:
    many = sum(counts.values())
    low = sum(count for value, count in counts.items() if band[0] <= int(value) <= band[1])
    blurred = low + _in_a_row(heads) - _in_a_row(heads)
    least, about, most = (
        TEN * _within(blurred + step, many) / many for step in (-NEARLY_ALWAYS, 0, NEARLY_ALWAYS)
    )
    return Share(round(about), floor(least), ceil(most))


def _within(count: int, many: int) -> int:
    return min(max(count, 0), many)


def _in_a_row(heads: Callable[[], bool]) -> int:
    """How many heads come before the first tail: 0 half of the time, 1 a quarter, and so on."""
    found = 0
    while heads():
        found += 1
    return found


def may_open_from(last_closed: date | None) -> date | None:
    """The first day on which another round may open: asked too often, chance would wear off."""
    return last_closed + timedelta(days=APART_DAYS) if last_closed else None


def codes(secret: bytes, pulse_id: UUID, many: int) -> tuple[str, ...]:
    """The codes of a round, each for one set of answers; the first 4 letters are alike.

    They are made anew from the secret each time, and kept nowhere.
    """
    lot = _letters(hmac.digest(secret, f"pulse:{pulse_id}".encode(), sha256), 4)
    return tuple(
        lot + _letters(hmac.digest(secret, f"pulse:{pulse_id}:{number}".encode(), sha256), CODE_LENGTH - 4)
        for number in range(many)
    )


def lot_of(code: str) -> str:
    """The letters that tell of which round a code is."""
    return code[:4]


def _letters(digest: bytes, many: int) -> str:
    number, found = int.from_bytes(digest, "big"), ""
    for _ in range(many):
        number, place = divmod(number, len(REFERENCE_ALPHABET))
        found += REFERENCE_ALPHABET[place]
    return found


def tidy(code: str) -> str:
    """A code as it is compared, however it was typed."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


def readable(code: str) -> str:
    """A code in fours, to read and to type."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))
