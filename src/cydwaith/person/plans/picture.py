"""A goal's ratings over time as a picture, its finding in words, and its numbers."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .queries.goals import GoalRow, RatingRow


@dataclass(frozen=True, slots=True)
class Picture:
    """What the picture shows, said; and the ratings, oldest first."""

    finding: str
    ratings: tuple[RatingRow, ...]


def ratings_picture(goal: GoalRow) -> Picture | None:
    """The picture of a goal that was rated at least twice; else None."""
    if len(goal.ratings) < 2:
        return None
    return Picture(_finding(goal.ratings[0].value, goal.ratings[-1].value), goal.ratings)


def _finding(first: int, last: int) -> str:
    parts = {"first": first, "last": last}
    if last == first:
        return _("The rating was %(first)s at first and is %(last)s now: the same.") % parts
    if last > first:
        return _("The rating was %(first)s at first and is %(last)s now: it has gone up.") % parts
    return _("The rating was %(first)s at first and is %(last)s now: it has gone down.") % parts
