"""The days of a document that belong in a calendar: titles without a word about health."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..rules.chasing import chases
from ..rules.contents import Part
from ..rules.paper import Dated
from ..rules.phased import calendar, usable
from . import saying
from .source import Source


def of(wanted: tuple[Part, ...], source: Source) -> Iterator[Dated]:
    """Working days, the next look and the days to ask again, as far as the document has them."""
    if Part.CALENDAR in wanted:
        yield from _working_days(source)
    if Part.CHASES in wanted and source.said.access.applied:
        for chase in chases(source.said.access.applied):
            yield Dated(chase.on.isoformat(), _("Ask how far my request is"), f"ask-{chase.number}")
    if Part.REVIEW in wanted and source.said.review_on:
        yield Dated(source.said.review_on.isoformat(), _("Look at my work plan again"), "review")


def _working_days(source: Source) -> Iterator[Dated]:
    asked = source.said.build_up
    for week in calendar(asked) if usable(asked) else ():
        for day in week.days:
            if day.hours:
                title = _("Work: %(hours)s") % {"hours": saying.hours(day.hours)}
                yield Dated(day.on.isoformat(), title, f"work-{day.on.isoformat()}")
