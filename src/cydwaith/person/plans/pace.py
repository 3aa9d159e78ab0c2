"""A place's pace, as data: how many quiet days before a goal is called stuck."""

from django.conf import settings


def stuck_after_days() -> int:
    """Days without a rating or a change to a step; the installation says them."""
    days: int = settings.CYDWAITH_GOAL_STUCK_AFTER_DAYS
    return days
