"""A goal's ratings over time as a picture, its finding in words, and its numbers."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cydwaith.kernel.clock import LONDON
from cydwaith.web.charts import Point, Series, line_over_time, table

from .queries.goals import GoalRow, RatingRow
from .rules.progress import HIGHEST, LOWEST


@dataclass(frozen=True, slots=True)
class Picture:
    """A line from 0 to 10, what it shows in a sentence, and every rating in a table."""

    title: str
    finding: str
    svg: SafeString
    table: SafeString


def ratings_picture(goal: GoalRow) -> Picture | None:
    """The picture of a goal that was rated at least twice; else None."""
    if len(goal.ratings) < 2:
        return None
    title = _("Ratings over time")
    finding = _finding(goal.ratings[0].value, goal.ratings[-1].value)
    return Picture(title, finding, _line(title, finding, goal.ratings), _table(title, goal.ratings))


def _line(title: str, finding: str, ratings: tuple[RatingRow, ...]) -> SafeString:
    points = [Point(rating.at.astimezone(LONDON).date(), rating.value) for rating in ratings]
    return line_over_time(
        [Series(title, points)], float(LOWEST), float(HIGHEST), title=title, finding=finding
    )


def _table(title: str, ratings: tuple[RatingRow, ...]) -> SafeString:
    headers = [_("Day"), _("Rating"), _("Written by"), _("Said about it")]
    rows = [
        (date_format(rating.at.astimezone(LONDON), "j F Y"), rating.value, rating.writer, rating.note)
        for rating in reversed(ratings)
    ]
    return table(title, headers, rows)


def _finding(first: int, last: int) -> str:
    parts = {"first": first, "last": last}
    if last == first:
        return _("The rating was %(first)s at first and is %(last)s now: the same.") % parts
    if last > first:
        return _("The rating was %(first)s at first and is %(last)s now: it has gone up.") % parts
    return _("The rating was %(first)s at first and is %(last)s now: it has gone down.") % parts
