"""Ability rising over time: hours as a line, the five grades as dots, all of it in a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cydwaith.kernel.clock import LONDON
from cydwaith.web.charts import Change, Point, Series, dots_before_after, line_over_time, table
from cydwaith.web.templatetags.web import plain_date

from .documents import saying
from .queries.ability import Moment
from .rules.vocabulary import Dimension, Level
from .words import DIMENSIONS, LEVELS


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, what it shows in a sentence, and its numbers."""

    title: str
    finding: str
    svg: SafeString
    table: SafeString


def hours_picture(moments: Sequence[Moment]) -> Picture | None:
    """Hours a week over time, for two statements or more that say them."""
    said = [(moment, moment.hours) for moment in moments if moment.hours is not None]
    if len(said) < 2:
        return None
    title = _("Hours a week that I can work")
    first, last = said[0][1], said[-1][1]
    finding = _finding(first, last)
    points = [Point(moment.at.astimezone(LONDON).date(), hours) for moment, hours in said]
    highest = max(hours for _moment, hours in said)
    svg = line_over_time([Series(title, points)], 0.0, _above(highest), "up", title=title, finding=finding)
    return Picture(title, finding, svg, _hours_table(title, moments))


def grades_picture(moments: Sequence[Moment]) -> Picture | None:
    """Each grade as it was first said and as it is now, from 0 (not yet) to 4 (all of the usual)."""
    changes = [change for part in Dimension if (change := _change(part, moments))]
    if not changes:
        return None
    title = _("Then and now, from 0 (not yet) to 4 (all of the usual)")
    risen = sum(change.after > change.before for change in changes)
    finding = _("%(risen)s of %(all)s have gone up.") % {"risen": risen, "all": len(changes)}
    svg = dots_before_after(changes, 0, float(max(Level)), "up", title=title, finding=finding)
    return Picture(title, finding, svg, _grades_table(title, moments))


def _change(part: Dimension, moments: Sequence[Moment]) -> Change | None:
    levels = [moment.levels[part] for moment in moments if part in moment.levels]
    return Change(str(DIMENSIONS[part]), levels[0], levels[-1]) if len(levels) > 1 else None


def _above(value: float) -> float:
    return max(8.0, 8.0 * -(-value // 8))


def _finding(first: float, last: float) -> str:
    parts = {"first": saying.hours(first), "last": saying.hours(last)}
    if last > first:
        return _("It was %(first)s a week at first and is %(last)s now: it has gone up.") % parts
    if last < first:
        return _("It was %(first)s a week at first and is %(last)s now: it has gone down.") % parts
    return _("It was %(first)s a week at first and is %(last)s now: the same.") % parts


def _hours_table(title: str, moments: Sequence[Moment]) -> SafeString:
    rows = [
        (_day(moment), "" if moment.hours is None else saying.amount(moment.hours))
        for moment in reversed(moments)
    ]
    return table(title, [_("Day"), _("Hours a week")], rows)


def _grades_table(title: str, moments: Sequence[Moment]) -> SafeString:
    words = {level: str(said) for level, said in LEVELS.items()}
    rows = [
        (_day(moment), *(words[moment.levels[part]] if part in moment.levels else "" for part in Dimension))
        for moment in reversed(moments)
    ]
    return table(title, [_("Day"), *(str(DIMENSIONS[part]) for part in Dimension)], rows)


def _day(moment: Moment) -> str:
    return plain_date(moment.at)
