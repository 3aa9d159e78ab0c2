"""Times, prices and checks in plain words, in the language of the page."""

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from functools import lru_cache

from django.utils.translation import get_language, gettext_lazy, ngettext, pgettext
from django.utils.translation import gettext as _

from ..models import CostOption, Schedule
from ..rules.circumstances import Circumstance
from ..rules.ranking import STALE_DAYS

KM_PER_MILE = 1.609344
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SUMMARY = 220
EVERY = {
    "MO": gettext_lazy("Mondays"),
    "TU": gettext_lazy("Tuesdays"),
    "WE": gettext_lazy("Wednesdays"),
    "TH": gettext_lazy("Thursdays"),
    "FR": gettext_lazy("Fridays"),
    "SA": gettext_lazy("Saturdays"),
    "SU": gettext_lazy("Sundays"),
}
WHICH = {
    "1": gettext_lazy("first in the month"),
    "2": gettext_lazy("second in the month"),
    "3": gettext_lazy("third in the month"),
    "4": gettext_lazy("fourth in the month"),
    "-1": gettext_lazy("last in the month"),
}
PEOPLE = {
    Circumstance.CARER: gettext_lazy("carers"),
    Circumstance.DISABLED: gettext_lazy("disabled people and people with a long-term illness"),
    Circumstance.VETERAN: gettext_lazy("people who served in the forces"),
    Circumstance.PARENT: gettext_lazy("parents"),
    Circumstance.LOW_INCOME: gettext_lazy("people with little money"),
    Circumstance.OUT_OF_WORK: gettext_lazy("people out of work"),
    Circumstance.LGBT: gettext_lazy("LGBTQ+ people"),
    Circumstance.NEWCOMER: gettext_lazy("refugees and people new to this country"),
    Circumstance.WOMAN: gettext_lazy("women"),
    Circumstance.MAN: gettext_lazy("men"),
}
ACCEPTING = {"yes": gettext_lazy("Taking new people"), "paused": gettext_lazy("Not taking new people now")}


def people(bits: int) -> str:
    """For whom something is: "carers and women"."""
    return listed(str(said) for one, said in PEOPLE.items() if bits & one)


def listed(words: Iterable[str]) -> str:
    """ "a, b and c"."""
    found = list(dict.fromkeys(word for word in words if word))
    if len(found) < 2:
        return "".join(found)
    return _("{first} and {last}").format(first=", ".join(found[:-1]), last=found[-1])


def distance(km: float | None) -> str:
    """Miles, as people here think of distance."""
    if km is None:
        return ""
    miles = km / KM_PER_MILE
    if miles < 0.25:
        return _("Less than a quarter of a mile away")
    shown = f"{miles:.1f}" if miles < 10 else f"{miles:.0f}"
    return (
        _("{miles} miles away").format(miles=shown.removesuffix(".0")) if shown != "1.0" else _("1 mile away")
    )


def checked(day: date | None, today: date) -> str:
    """When somebody last made sure that the entry is right."""
    if day is None:
        return _("Not known when this was last checked")
    days = (today - day).days
    if days < 1:
        return _("Checked today")
    if days < 14:
        return ngettext("Checked {count} day ago", "Checked {count} days ago", days).format(count=days)
    if days < 60:
        weeks = days // 7
        return ngettext("Checked {count} week ago", "Checked {count} weeks ago", weeks).format(count=weeks)
    if days < 365:
        months = days // 30
        return ngettext("Checked {count} month ago", "Checked {count} months ago", months).format(
            count=months
        )
    years = days // 365
    return ngettext("Not checked for {count} year", "Not checked for {count} years", years).format(
        count=years
    )


def checked_by(day: date | None, by: str, today: date) -> str:
    """When and by whom, for a line of the results; where that is long ago, what to do."""
    said = checked(day, today)
    if is_stale(day, today):
        return _("{checked}: ring first").format(checked=said)
    return f"{said} {by}" if by else said


def is_stale(day: date | None, today: date) -> bool:
    """Whether it is so long ago that one should ring first."""
    return day is None or (today - day).days >= STALE_DAYS / 3


def when(schedules: Iterable[Schedule], today: date) -> list[str]:
    """Each schedule that has not ended, as a phrase."""
    current = sorted((s for s in schedules if s.valid_to is None or s.valid_to >= today), key=_in_the_week)
    language = get_language()
    return list(dict.fromkeys(phrase for one in current if (phrase := _schedule(one, language))))


def _in_the_week(schedule: Schedule) -> tuple[int, str]:
    """Monday first, morning first; what has no day comes last."""
    first = schedule.byday.split(",")[0][-2:]
    return DAYS.index(first) if first in DAYS else len(DAYS), str(schedule.opens_at or "")


def _schedule(schedule: Schedule, language: str | None) -> str:
    weeks = schedule.interval if schedule.freq == "WEEKLY" else 1
    said = _days_and_hours(language, schedule.byday, weeks, schedule.opens_at, schedule.closes_at)
    return said or first_sentence(schedule.description)


@lru_cache(maxsize=1000)
def _days_and_hours(
    language: str | None, byday: str, weeks: int, opens: time | None, closes: time | None
) -> str:
    """Kept, as many entries have the same; ``language`` is the present one."""
    return ", ".join(part for part in (_days(byday, weeks), _hours(opens, closes)) if part)


def _days(byday: str, weeks: int) -> str:
    named = [_day(code) for code in byday.split(",") if code]
    if byday in ("MO,TU,WE,TH,FR", "MO,TU,WE,TH,FR,SA,SU"):
        named = [_("Monday to Friday") if byday.endswith("FR") else _("Every day")]
    said = listed(named)
    return _("{days}, every {count} weeks").format(days=said, count=weeks) if said and weeks > 1 else said


def _day(code: str) -> str:
    """ "MO" is every Monday, "2MO" the second Monday of the month."""
    day, which = str(EVERY.get(code[-2:], "")), WHICH.get(code[:-2].lstrip("+"))
    return f"{day} ({which})" if day and which else day


def _hours(opens: time | None, closes: time | None) -> str:
    if opens and closes:
        return _("{start} to {end}").format(start=hour(opens), end=hour(closes))
    return _("from {start}").format(start=hour(opens)) if opens else ""


def hour(moment: time) -> str:
    """10am, 1:30pm."""
    if (moment.hour, moment.minute) in ((0, 0), (12, 0)):
        return _("midday") if moment.hour else _("midnight")
    half = pgettext("morning", "am") if moment.hour < 12 else pgettext("afternoon", "pm")
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{half}"


def cost(free: bool | None, fees: str, options: Iterable[CostOption]) -> str:
    """What it costs, in a line."""
    if free:
        return _("Free")
    return listed(prices(list(options))) or first_sentence(fees)


def _price(option: CostOption, *, named: bool) -> str:
    """ "£2 per session"; with what the price is called where there are several."""
    if option.amount is None:
        return option.amount_description or option.option
    said = _("Free") if option.amount == 0 else _money(option.amount, option.currency)
    called = f"({option.option})" if named and option.option else ""
    return " ".join(part for part in (said, option.amount_description, called) if part)


def prices(options: list[CostOption]) -> list[str]:
    """Each price on a line of its own."""
    return [line for option in options if (line := _price(option, named=len(options) > 1))]


def _money(amount: Decimal, currency: str) -> str:
    sign = {"": "£", "GBP": "£", "EUR": "€", "USD": "$"}.get(currency, f"{currency} ")
    return f"{sign}{amount:.2f}".removesuffix(".00")


def ages(youngest: int | None, oldest: int | None) -> str:
    """Who it is for by age; 0 and 100 and over say nothing."""
    least, most = youngest or 0, oldest if oldest and oldest < 100 else 0
    if least and most:
        return _("Ages {least} to {most}").format(least=least, most=most)
    if least:
        return _("Age {least} and over").format(least=least)
    return _("Up to age {most}").format(most=most) if most else ""


def first_sentence(text: str) -> str:
    """The start of a text: a paragraph, cut at a word."""
    start = text.strip().split("\n")[0]
    if len(start) <= SUMMARY:
        return start
    return start[:SUMMARY].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def accepting(state: str) -> str:
    """Whether new people can come; nothing where it is not known."""
    return str(ACCEPTING.get(state, ""))
