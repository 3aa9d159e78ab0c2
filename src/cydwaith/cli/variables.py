"""The few variables of an installation, looked at before anything is done with them."""

from __future__ import annotations

import os
from urllib.parse import SplitResult, urlsplit

from .exits import USAGE, Halt


def check() -> None:
    """Refuse an address that could not work, with a sentence that says how it should look."""
    _check("CYDWAITH_ADDRESS", ("https", "http"), "https://support.example.wales", bare=True)
    _check("CYDWAITH_EMAIL_URL", ("smtp", "smtps"), "smtp://name:password@host:587", bare=True)
    _check("CYDWAITH_DATABASE_URL", ("postgresql", "postgres"), "postgresql://name:password@host/database")


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
