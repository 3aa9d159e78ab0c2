"""Identifiers: time-ordered for machines, short for people."""

import os
import secrets
import time
from uuid import UUID

REFERENCE_ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"


def new_id() -> UUID:
    """A UUID version 7 (RFC 9562): sorts by the moment it was made, to a quarter of a microsecond.

    So the parts of a record, made one after another, keep their order (method 3 of section 6.2).
    """
    milliseconds, rest = divmod(time.time_ns(), 1_000_000)
    fraction = rest * 4096 // 1_000_000
    random = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    moment = (milliseconds & ((1 << 48) - 1)) << 80 | fraction << 64
    return UUID(int=moment | 0x7 << 76 | 0b10 << 62 | random)


def reference() -> str:
    """A reference to read out on the phone, such as ``K7QM-3F8X``.

    No vowels, so no words; no 0, 1, I, L or O, so no mix-ups. About 38 bits.
    """
    letters = [secrets.choice(REFERENCE_ALPHABET) for _ in range(8)]
    return "".join(letters[:4]) + "-" + "".join(letters[4:])
