"""Pure rules of the work question: what may be chosen, what a reference may be, how counts are told."""

from dataclasses import dataclass
from enum import StrEnum

SMALL, BASE = 5, 5


class Choice(StrEnum):
    """What came of asking: a referral, not now, or no."""

    REFER = "refer"
    NOT_NOW = "not_now"
    DECLINED = "declined"


def is_nhs_number(text: str) -> bool:
    """Whether this is a valid NHS number: ten digits whose last one checks the others (modulus 11)."""
    digits = [int(one) for one in text if one.isdigit()]
    if len(digits) != 10 or not set(text) <= set("0123456789 -"):
        return False
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == digits[9] and check != 10


def tidy(reference: str) -> str:
    """A reference without stray spaces, in capitals: "ab  12" and "AB 12" are one."""
    return " ".join(reference.upper().split())


@dataclass(frozen=True, slots=True)
class Shown:
    """A count as it may be shown: rounded to fives, and only "fewer than 5" where it is small."""

    value: int
    is_small: bool


def protected(count: int, of: int | None = None) -> Shown:
    """0 stays 0; 1 to 4 are only said to be fewer than 5; the rest is rounded to the nearest 5.

    ``of`` is the group that is counted in. Of a group of 1 to 4 nothing more is said than that: whoever
    knows that it is one person would read that person's answer off a 0.
    """
    if of is not None and 0 < of < SMALL:
        return Shown(SMALL, is_small=True)
    if count == 0:
        return Shown(0, is_small=False)
    if count < SMALL:
        return Shown(SMALL, is_small=True)
    return Shown(BASE * round(count / BASE), is_small=False)
