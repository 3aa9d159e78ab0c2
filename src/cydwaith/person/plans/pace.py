"""A place's pace, as data: how many quiet days before a goal is called stuck."""

from django.conf import settings

from .rules.progress import STUCK_AFTER_DAYS


def stuck_after_days() -> int:
    """Days without a rating or a change to a step; ``CYDWAITH_GOAL_STUCK_AFTER_DAYS`` in the settings."""
    return int(getattr(settings, "CYDWAITH_GOAL_STUCK_AFTER_DAYS", STUCK_AFTER_DAYS))
