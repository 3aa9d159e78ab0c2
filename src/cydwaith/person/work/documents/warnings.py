"""Where a calendar goes against what the person said, or over holidays, in words for the person."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ..rules.holidays import holidays_among
from ..rules.phased import Concern, Week
from ..words import CLASHES
from . import saying


def told_concerns(found: Iterable[Concern]) -> list[str]:
    """One sentence for each."""
    return [
        str(CLASHES[each.clash])
        % {"week": each.week, "said": saying.hours(each.said or 1), "planned": saying.hours(each.planned)}
        for each in found
    ]


def told_holidays(weeks: Iterable[Week]) -> str:
    """The working days that are bank holidays, in one sentence; nothing where none is."""
    found = holidays_among(day.on for week in weeks for day in week.days if day.hours)
    days = saying.together(saying.day(day) for day in found)
    return (
        _("Work on a bank holiday: %(days)s. If you are off then, add it to your days off.") % {"days": days}
        if found
        else ""
    )
