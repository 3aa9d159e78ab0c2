"""Identifiers: time-ordered for machines, short for people."""

import os
import secrets
import time
from uuid import UUID

REFERENCE_ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"


def new_id() -> UUID:
    """A UUID version 7 (RFC 9562): sorts by the moment it was made."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= int.from_bytes(os.urandom(10), "big")
    value &= ~(0xF000 << 64) & ~(0xC000 << 48)
    value |= (0x7000 << 64) | (0x8000 << 48)
    return UUID(int=value)


def reference() -> str:
    """A reference to read out on the phone, such as ``K7QM-3F8X``.

    No vowels, so no words; no 0, 1, I, L or O, so no mix-ups. About 38 bits.
    """
    letters = [secrets.choice(REFERENCE_ALPHABET) for _ in range(8)]
    return "".join(letters[:4]) + "-" + "".join(letters[4:])
