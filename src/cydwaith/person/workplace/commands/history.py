"""One line of what was said about an adjustment."""

from datetime import date
from typing import Any

from cydwaith.kernel import clock

from ..rules.agreeing import Move, Side


def said(move: Move, side: Side, by: str, words: str = "", again: date | None = None) -> dict[str, Any]:
    """Who said what and when, as it is kept for good."""
    return {
        "move": move.value,
        "side": side.value,
        "by": by,
        "words": words,
        "review_on": again.isoformat() if again else "",
        "at": clock.now().isoformat(),
    }
