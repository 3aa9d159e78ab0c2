"""The few variables of an installation, looked at before anything is done with them."""

from __future__ import annotations

import os
from urllib.parse import SplitResult, urlsplit

from .exits import USAGE, Halt

A_YEAR = 366


def check() -> None:
    """Refuse what could not work, with a sentence that says how it should look."""
    _check("CYDWAITH_ADDRESS", ("https", "http"), "https://support.example.wales", bare=True)
    _check("CYDWAITH_EMAIL_URL", ("smtp", "smtps"), "smtp://name:password@host:587", bare=True)
    _check("CYDWAITH_DATABASE_URL", ("postgresql", "postgres"), "postgresql://name:password@host/database")
    _check_days("CYDWAITH_GOAL_STUCK_AFTER_DAYS")


def _check_days(name: str) -> None:
    said = os.environ.get(name, "")
    if said and not (said.isascii() and said.isdecimal() and 0 < int(said) <= A_YEAR):
        raise Halt(f"{name} is not a number of days that can be used: write one from 1 to {A_YEAR}.", USAGE)


def _check(name: str, schemes: tuple[str, ...], example: str, *, bare: bool = False) -> None:
    said = os.environ.get(name, "")
    if said and not _is_fine(_split(said), schemes, bare):
        raise Halt(f"{name} is not an address that can be used: it should look like {example}.", USAGE)


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - reading it raises where it is no number
    except ValueError:
        return None
    return parts


def _is_fine(parts: SplitResult | None, schemes: tuple[str, ...], bare: bool) -> bool:
    """A bare address is a host and perhaps a port, with no path behind it."""
    if parts is None or parts.scheme not in schemes:
        return False
    return not bare or (bool(parts.hostname) and parts.path in ("", "/"))
