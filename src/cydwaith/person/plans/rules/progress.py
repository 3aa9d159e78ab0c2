"""How a goal is going: ratings from 0 to 10, and when it is stuck."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .vocabulary import GoalStatus

LOWEST, HIGHEST = 0, 10
STUCK_AFTER_DAYS = 28


class Stuck(StrEnum):
    """Why a goal needs a thought."""

    QUIET = "quiet"
    FELL = "fell"


@dataclass(frozen=True, slots=True)
class Progress:
    """What the stuck rule looks at: the two last ratings and the last change."""

    status: GoalStatus
    touched_at: datetime
    rating: int | None = None
    rating_before: int | None = None


def stuck(progress: Progress, now: datetime, after_days: int = STUCK_AFTER_DAYS) -> Stuck | None:
    """A goal of today is stuck when its rating fell, or when nothing moved for a while."""
    if progress.status is not GoalStatus.NOW:
        return None
    if fell(progress.rating, progress.rating_before):
        return Stuck.FELL
    return Stuck.QUIET if now - progress.touched_at >= timedelta(days=after_days) else None


def fell(rating: int | None, before: int | None) -> bool:
    """Whether the latest rating is below the one before it."""
    return rating is not None and before is not None and rating < before


def is_rating(value: int) -> bool:
    """Whether a number is on the 0-10 scale."""
    return LOWEST <= value <= HIGHEST
