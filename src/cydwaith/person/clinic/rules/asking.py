"""The work question: what may be chosen, and what a reference may be."""

import re
from enum import StrEnum

NHS_NUMBER = re.compile(r"\W*(?:(?:nhs|gig|no|number|rhif)\W*)*(?:\d\W*){10}", re.IGNORECASE)
LONGEST_REFERENCE = 30


class Choice(StrEnum):
    """What came of asking: a referral, not now, or no."""

    REFER = "refer"
    NOT_NOW = "not_now"
    DECLINED = "declined"


def is_nhs_number(text: str) -> bool:
    """Whether this is a valid NHS number: ten digits whose last one checks the others (modulus 11).

    However it is written: "NHS no. 943 476 5919" is one, a longer reference of the practice's own is none.
    """
    written = NHS_NUMBER.fullmatch(text)
    digits = [int(one) for one in text if one.isdecimal()]
    if written is None or len(digits) != 10:
        return False
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == digits[9] and check != 10


def tidy(reference: str) -> str:
    """A reference without stray spaces, in capitals: "ab  12" and "AB 12" are one."""
    return " ".join(reference.upper().split())
