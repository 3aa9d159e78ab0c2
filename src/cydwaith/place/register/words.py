"""The register in sentences."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .rules import Facts, Outcome, Reason, Urgency, over_asked

REASONS = {
    Reason.OVER_ASKED: gettext_lazy("Asked to take more than they can"),
    Reason.FUNDING: gettext_lazy("Funding ends within 90 days"),
    Reason.PAUSED: gettext_lazy("Taking nobody new"),
    Reason.VOLUNTEERS: gettext_lazy("Volunteers needed"),
    Reason.ONE_PERSON: gettext_lazy("Rests on one person"),
    Reason.UNCHECKED: gettext_lazy("Not checked for a year"),
}
URGENCIES = {
    Urgency.NOW: gettext_lazy("Now"),
    Urgency.SOON: gettext_lazy("Soon"),
    Urgency.WATCH: gettext_lazy("Keep an eye on it"),
}
COLOURS = {Urgency.NOW: "red", Urgency.SOON: "yellow", Urgency.WATCH: "grey"}
OUTCOMES = {
    Outcome.SAFE: gettext_lazy("They are safe for now"),
    Outcome.BETTER: gettext_lazy("It helped, but keep an eye on it"),
    Outcome.NO_HELP: gettext_lazy("It did not help"),
    Outcome.LOST: gettext_lazy("The group has ended"),
}


def sentence(reason: Reason, facts: Facts, today: date) -> str:
    """The reason with its figures and days."""
    match reason:
        case Reason.OVER_ASKED:
            return _over_asked(facts, today)
        case Reason.FUNDING:
            return _funding(facts.funding_until, today)
        case Reason.PAUSED:
            return _paused(facts.paused_until)
        case Reason.VOLUNTEERS:
            return _("They need more volunteers.")
        case Reason.ONE_PERSON:
            return _("It rests on one person.")
        case Reason.UNCHECKED:
            return _unchecked(facts.last_assured)


def _over_asked(facts: Facts, today: date) -> str:
    months = over_asked(facts, today)
    if months is None:
        return ""
    newer, older = months
    said = _("In %(before)s they were asked to take %(first)s, in %(month)s %(second)s.")
    counts = {
        "first": facts.asked.get(older, 0),
        "before": month_name(older),
        "second": facts.asked.get(newer, 0),
        "month": month_name(newer),
    }
    return f"{said % counts} {room(facts.can_take)}"


def room(number: int | None) -> str:
    """How many a group can take, as it said."""
    if number is None:
        return ""
    return _("They have room for %(number)s.") % {"number": number} if number else _("They have no room now.")


def _funding(until: date | None, today: date) -> str:
    if until is None:
        return ""
    day, days = full_day(until), (until - today).days
    if days < 0:
        return _("Their funding ended on %(day)s.") % {"day": day}
    if days == 0:
        return _("Their funding ends today.")
    said = ngettext(
        "Their funding ends on %(day)s, in %(days)s day.",
        "Their funding ends on %(day)s, in %(days)s days.",
        days,
    )
    return said % {"day": day, "days": days}


def _paused(until: date | None) -> str:
    if until is None:
        return _("They are taking nobody new.")
    return _("They are taking nobody new until %(day)s.") % {"day": full_day(until)}


def _unchecked(last: date | None) -> str:
    if last is None:
        return _("Nobody has ever checked what is said about it.")
    return _("Nobody has checked what is said about it since %(day)s.") % {"day": full_day(last)}


def full_day(day: date) -> str:
    """4 May 2026."""
    return date_format(day, "j F Y")


def month_name(month: date) -> str:
    """May 2026."""
    return date_format(month, "F Y")
