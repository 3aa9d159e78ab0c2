"""The parts that say what somebody can do: short sentences, one thing in each."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from cydwaith.web.working import ADJUSTMENTS, COMPANY, WEEKDAYS

from ..rules.paper import Quote, Section
from ..rules.vocabulary import Can, Dimension, Situation
from ..words import BARRIERS, DIMENSIONS, LEVELS, PACES, SITUATIONS, TASKS
from . import saying
from .source import Source


def section(key: str, title: str, lines: Iterable[str] = (), *quotes: Quote) -> Section:
    """A part of sentences and own words; what was not said is left out."""
    said = tuple(quote for quote in quotes if quote.words)
    return Section(key, title, tuple(line for line in lines if line), said)


def job(source: Source) -> Section:
    """Where the person is with work."""
    now = source.said.job
    works = now.situation is not Situation.LOOKING
    lines = [
        str(SITUATIONS[now.situation]) if now.situation else "",
        _("My job: %(job)s.") % {"job": now.title} if now.title else "",
        _("I work for %(employer)s.") % {"employer": now.employer} if now.employer and works else "",
        _("My usual week has %(hours)s.") % {"hours": saying.hours(now.usual_hours)}
        if now.usual_hours
        else "",
    ]
    return section("job", _("Me and my work"), lines)


def good_at(source: Source) -> Section:
    """Strengths first."""
    words = source.profile.good_at if source.profile else ""
    return section("good-at", _("What I am good at"), (), Quote("", words))


def hours(source: Source) -> Section:
    """How long."""
    said = source.said
    lines = [
        _("I can work %(hours)s a day.") % {"hours": saying.hours(said.hours_a_day)}
        if said.hours_a_day
        else "",
        _("I can work on %(days)s a week.") % {"days": saying.days(said.days_a_week)}
        if said.days_a_week
        else "",
        _("That is %(hours)s a week.") % {"hours": saying.hours(said.hours_a_week)}
        if said.hours_a_week
        else "",
    ]
    return _graded(source, Dimension.HOURS, lines)


def tasks(source: Source) -> Section:
    """What."""
    lines = [_task_line(source, Can.NOW, _("I can do these now: %(tasks)s."))]
    lines.append(_task_line(source, Can.ADJUSTED, _("I can do these with a change: %(tasks)s.")))
    if source.said.lift_kg is not None:
        lines.append(_("No lifting over %(kg)s kg.") % {"kg": saying.amount(source.said.lift_kg)})
    return _graded(source, Dimension.TASKS, lines)


def _task_line(source: Source, can: Can, sentence: str) -> str:
    named = [TASKS[task] for task, said in source.said.tasks.items() if said is can]
    return sentence % {"tasks": saying.listed(named)} if named else ""


def place(source: Source) -> Section:
    """Where."""
    at_home = source.said.home_days
    lines = [
        _("I need to work at home on %(days)s a week.") % {"days": saying.days(at_home)} if at_home else ""
    ]
    if at_home == 0:
        lines.append(_("I can come to my place of work."))
    return _graded(source, Dimension.PLACE, lines)


def people(source: Source) -> Section:
    """With whom."""
    named = saying.listed(COMPANY[each] for each in source.said.company)
    lines = [_("I can work like this: %(company)s.") % {"company": named} if named else ""]
    return _graded(source, Dimension.PEOPLE, lines)


def pace(source: Source) -> Section:
    """How fast."""
    said = source.said
    lines = [str(PACES[said.pace]) if said.pace else ""]
    if said.minutes_to_break:
        lines.append(_("I need a short break every %(number)s minutes.") % {"number": said.minutes_to_break})
    return _graded(source, Dimension.PACE, lines)


def _graded(source: Source, part: Dimension, lines: list[str]) -> Section:
    level = source.said.levels.get(part)
    if level is not None:
        lines = [*lines, _("All in all: %(level)s.") % {"level": str(LEVELS[level]).lower()}]
    return section(part.value, str(DIMENSIONS[part]), lines, Quote("", source.said.words.get(part, "")))


def adjustments(source: Source) -> Section:
    """What helps at work."""
    lines = [str(ADJUSTMENTS[each]) for each in source.said.adjustments]
    return section("adjustments", _("What helps me at work"), lines, Quote("", source.said.adjustments_words))


def not_yet(source: Source) -> Section:
    """What is too early."""
    said = source.said
    days_not = saying.together(WEEKDAYS[number] for number in said.not_yet_days)
    lines = [
        _("Not more than %(hours)s in a day.") % {"hours": saying.hours(said.most_hours_a_day)}
        if said.most_hours_a_day
        else "",
        _("Not more than %(hours)s in a week.") % {"hours": saying.hours(said.most_hours_a_week)}
        if said.most_hours_a_week
        else "",
        _("Not on these days: %(days)s.") % {"days": days_not} if days_not else "",
        _task_line(source, Can.NOT_YET, _("These tasks not yet: %(tasks)s.")),
    ]
    return section("not-yet", _("What I cannot do yet"), lines, Quote("", said.not_yet))


def worse(source: Source) -> Section:
    """What to keep away from."""
    return section("worse", _("What would make it worse"), (), Quote("", source.said.worse))


def bad_day(source: Source) -> Section:
    """What to do then."""
    return section("bad-day", _("On a bad day"), (), Quote("", source.said.bad_day))


def obstacles(source: Source) -> Section:
    """What stands in the way, for those who walk along."""
    known = source.profile
    if known is None:
        return section("obstacles", "")
    lines = [str(BARRIERS[each]) for each in known.in_the_way]
    quotes = (Quote("", known.in_the_way_words), Quote(_("What would help"), known.helps))
    return section("obstacles", _("What gets in the way, and what would help"), lines, *quotes)
