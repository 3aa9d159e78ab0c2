"""Everything about me, as data that another system can read."""

from collections.abc import Iterable
from datetime import date, datetime

from cydwaith.kernel import clock

from .sections import Filled


def as_data(parts: Iterable[Filled]) -> dict[str, object]:
    """The parts as plain JSON values; dates are ISO 8601."""
    return {
        "made": clock.now().isoformat(),
        "parts": [
            {
                "key": part.key,
                "title": part.title,
                "entries": [
                    {"label": str(e.label), "value": str(e.value), "when": _iso(e.when), "by": str(e.by)}
                    for e in part.entries
                ],
            }
            for part in parts
        ],
    }


def _iso(when: date | datetime | None) -> str | None:
    return when.isoformat() if when else None
