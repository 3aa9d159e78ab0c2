"""The parts that say what happens when: the calendar, and Access to Work with the time until it comes."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cydwaith.web.working import WEEKDAYS

from ..rules.chasing import USUAL
from ..rules.chasing import chases as days_to_chase
from ..rules.paper import Block, Grid, Quote, Section
from ..rules.phased import Day, Week, usable
from ..rules.phased import calendar as weeks_of
from . import saying
from .can_do import section
from .source import Source


def calendar(source: Source) -> Section:
    """Weeks by days, with hours that rise."""
    asked = source.said.build_up
    weeks = weeks_of(asked) if usable(asked) else ()
    if not weeks:
        return section("calendar", "")
    lines = (
        _("The first week has %(hours)s.") % {"hours": saying.hours(weeks[0].hours)},
        _("The last week has %(hours)s.") % {"hours": saying.hours(weeks[-1].hours)},
        _("It takes %(weeks)s.") % {"weeks": saying.weeks(len(weeks))},
    )
    title = _("My hours, week by week")
    return Section("calendar", title, lines, grid=_grid(title, weeks))


def _grid(caption: str, weeks: tuple[Week, ...]) -> Grid:
    on = [day.on for day in weeks[0].days]
    days, short = [str(WEEKDAYS[day.weekday()]) for day in on], [date_format(day, "D") for day in on]
    week, hours = _("Week"), _("All hours")
    rows = tuple(
        (
            _("%(number)s: from %(day)s") % {"number": each.number, "day": date_format(each.starts, "j M Y")},
            *(_("off") if day.is_off else saying.amount(day.hours) for day in each.days),
            saying.amount(each.hours),
        )
        for each in weeks
    )
    return Grid(caption, (week, *days, hours), rows, (week, *short, hours), tuple(_told(weeks)))


def _told(weeks: tuple[Week, ...]) -> Iterator[Block]:
    """The same for Easy Read: weeks that follow each other and are alike are said once."""
    for _alike, found in groupby(weeks, _shape):
        same = tuple(found)
        first, last = same[0], same[-1]
        ends = last.starts + timedelta(days=6)
        yield Block(
            _which(first, last),
            (
                _("From %(first)s to %(last)s.")
                % {"first": saying.day(first.starts), "last": saying.day(ends)},
                *(_in_a_day(day) for day in first.days),
                _("That is %(hours)s a week.") % {"hours": saying.hours(first.hours)},
            ),
        )


def _shape(week: Week) -> tuple[tuple[float, bool], ...]:
    return tuple((day.hours, day.is_off) for day in week.days)


def _which(first: Week, last: Week) -> str:
    if first == last:
        return _("Week %(number)s") % {"number": first.number}
    return _("Weeks %(first)s to %(last)s") % {"first": first.number, "last": last.number}


def _in_a_day(day: Day) -> str:
    told = _("off") if day.is_off else saying.hours(day.hours)
    return _("%(label)s: %(text)s") % {"label": WEEKDAYS[day.on.weekday()], "text": told}


def holding(source: Source) -> Section:
    """How a step is taken."""
    lines = (
        _("We talk at the end of each week."),
        _("The next step comes when this one went well."),
        _("If a step is too much, we go back one step."),
        _("I keep my pay and my leave in mind: we agree what counts as what."),
    )
    return section("holding", _("How we do it"), lines)


def asks(source: Source) -> Section:
    """What Access to Work is asked for."""
    return section("asks", _("What I ask for"), (), Quote("", source.said.access.asks))


def bridge(source: Source) -> Section:
    """What helps until the answer comes."""
    access = source.said.access
    who = _("Who does it: %(who)s.") % {"who": access.meanwhile_who} if access.meanwhile_who else ""
    quote = Quote("", access.meanwhile)
    return section("bridge", _("What we do until it comes"), (who,), quote)


def chases(source: Source) -> Section:
    """When to ask how far it is."""
    applied = source.said.access.applied
    if applied is None:
        return section("chases", "")
    lines = [_("I asked on %(day)s.") % {"day": saying.day(applied)}]
    lines += [_("Ask how far it is: %(day)s.") % {"day": saying.day(c.on)} for c in days_to_chase(applied)]
    fact = {"days": USUAL.days, "month": date_format(USUAL.month, "F Y"), "source": USUAL.source}
    lines.append(_("An answer took %(days)s days on average in %(month)s (%(source)s).") % fact)
    return section("chases", _("When to ask again"), lines)
