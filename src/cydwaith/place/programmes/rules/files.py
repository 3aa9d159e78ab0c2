"""Programmes as a file has them: one, several in a list, or under “programmes”, with minimum wages."""

import json
from collections.abc import Mapping
from typing import Any

from .wrong import wrong

LARGEST = 1024 * 1024
MOST = 50


def programmes_in(content: bytes) -> list[dict[str, Any]]:
    """The programmes of a file; wages in it are left alone. Raises ``WrongProgramme``."""
    try:
        raw = _read(content.decode("utf-8-sig")) if len(content) <= LARGEST else None
    except (ValueError, RecursionError):
        raise wrong("not_json", "file") from None
    found = raw.get("programmes", [raw]) if isinstance(raw, Mapping) else raw
    if not isinstance(found, list) or not 0 < len(found) <= MOST:
        raise wrong("not_json", "file")
    if not all(isinstance(one, Mapping) for one in found):
        raise wrong("not_json", "file")
    return [dict(one) for one in found]


def _read(text: str) -> Any:
    """What the text says. Raises ``ValueError``, also for what no database keeps.

    That is half a letter, a letter that is none, a number without end.
    """
    raw = json.loads(text)
    if "\\u0000" in json.dumps(raw, ensure_ascii=False, allow_nan=False).encode().decode():
        raise ValueError("a letter that is none")
    return raw
