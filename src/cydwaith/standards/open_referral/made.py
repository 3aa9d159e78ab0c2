"""Ids for what came without one: made from the owner's id, so the same each time."""

from uuid import NAMESPACE_URL, uuid5

SPACE = uuid5(NAMESPACE_URL, "https://openreferraluk.org/parts/")


def identity(*parts: object) -> str:
    """A UUID for the part of a record that these words name."""
    return str(uuid5(SPACE, "\x1f".join(str(part) for part in parts)))
