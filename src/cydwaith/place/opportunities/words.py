"""What kinds, days, asks and adjustments are called on the page."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cydwaith.kernel.working import WEEKDAYS as DAYS
from cydwaith.kernel.working import Adjustment, Company
from cydwaith.web.working import SECTORS, SETTINGS, TIMES, WEEKDAYS

from .rules.vocabulary import Apply, Ask, Kind, Pay, Status, Where

KINDS = {
    Kind.JOB: _("Job"),
    Kind.TRIAL: _("Work trial"),
    Kind.APPRENTICESHIP: _("Apprenticeship"),
    Kind.VOLUNTEERING: _("Volunteering"),
}
KIND_HINTS = {
    Kind.TRIAL.value: _("Some hours or days to see whether it suits both"),
    Kind.VOLUNTEERING.value: _("Unpaid, and nobody does it instead of somebody paid"),
}
WHERE = {
    Where.PLACE: _("At a place"),
    Where.HOME: _("At home"),
    Where.BOTH: _("Some at a place, some at home"),
}
PAY = {
    Pay.PAID: _("Paid"),
    Pay.EXPENSES: _("No pay, expenses are paid"),
    Pay.NOTHING: _("No pay"),
}
ASKS = {
    Ask.LIFTING: _("lifting and carrying"),
    Ask.STANDING: _("standing for long"),
    Ask.WALKING: _("a lot of walking"),
    Ask.SITTING: _("sitting for long"),
    Ask.KNEELING: _("kneeling and bending"),
    Ask.CLIMBING: _("ladders and stairs"),
    Ask.HANDS: _("fine work with your hands"),
    Ask.SCREEN: _("looking at a screen"),
    Ask.DRIVING: _("driving"),
    Ask.FOCUS: _("keeping your mind on it for long"),
    Ask.TALKING: _("talking with many people"),
    Ask.NIGHTS: _("working at night"),
}
OFFERED = {
    Adjustment.SHORTER_DAYS: _("shorter days"),
    Adjustment.OTHER_TIMES: _("starting later or finishing earlier"),
    Adjustment.SAME_TIMES: _("the same days and times each week"),
    Adjustment.BREAKS: _("breaks when you need them"),
    Adjustment.APPOINTMENTS: _("time off for appointments"),
    Adjustment.BUILD_UP: _("building up hours step by step"),
    Adjustment.SIT_OR_STAND: _("sitting or standing when you need"),
    Adjustment.LESS_LIFTING: _("little or no lifting"),
    Adjustment.LESS_WALKING: _("little walking, no ladders or stairs"),
    Adjustment.OTHER_TASKS: _("swapping tasks with somebody"),
    Adjustment.ONE_THING: _("one thing at a time"),
    Adjustment.WRITTEN_DOWN: _("instructions written down"),
    Adjustment.HOME: _("some days at home"),
    Adjustment.QUIET: _("a quiet place"),
    Adjustment.LIGHT: _("other light, heat or air"),
    Adjustment.EQUIPMENT: _("a chair, tool or other equipment"),
    Adjustment.SOFTWARE: _("software that reads, writes or reminds"),
    Adjustment.GETTING_THERE: _("help with getting there"),
    Adjustment.PARKING: _("parking close by"),
    Adjustment.SOMEBODY: _("one person to go to"),
    Adjustment.CHECK_INS: _("a short talk each week"),
    Adjustment.COMMUNICATION: _("an interpreter, captions or large print"),
}
COMPANY = {
    Company.ALONE: _("mostly on your own"),
    Company.FEW: _("with one or two people"),
    Company.TEAM: _("in a team"),
    Company.PUBLIC: _("with customers, visitors or patients"),
}
APPLY = {
    Apply.CHAT: _("a chat first"),
    Apply.VISIT: _("a visit first"),
    Apply.TRY: _("an hour to try it"),
    Apply.WITH_SOMEBODY: _("bring somebody with you"),
    Apply.NO_CV: _("no CV needed"),
    Apply.FORM: _("a short form"),
}
STATUSES = {
    Status.WAITING: _("Waiting to be looked at"),
    Status.OPEN: _("Open"),
    Status.PAUSED: _("Paused"),
    Status.CLOSED: _("Closed"),
    Status.REFUSED: _("Not shown"),
}
STATUS_COLOURS = {
    Status.WAITING: "yellow",
    Status.OPEN: "green",
    Status.PAUSED: "blue",
    Status.CLOSED: "grey",
    Status.REFUSED: "grey",
}
PROBLEMS = {
    "too_few_hours": _("Hours are from 2 to 48 a week."),
    "hours_turned_round": _("The most hours are at least as many as the fewest, and no more than 48."),
    "no_postcode": _("Give the postcode of the place, so that people can see how far it is."),
    "must_be_paid": _("A job or an apprenticeship is paid."),
    "not_paid": _("Volunteering is not paid. Expenses can be."),
    "no_way_in": _("Choose at least one way to start."),
    "over": _("This day is over. Choose today or a later day."),
}
FIELD_NAMES = {
    "kind": _("What is it?"),
    "title": _("What is it called?"),
    "title_cy": _("What is it called in Welsh?"),
    "organisation_name": _("Who offers it?"),
    "day_like": _("What is a day like?"),
    "day_like_cy": _("What is a day like, in Welsh?"),
    "sectors": _("What kind of work is it?"),
    "hours_from": _("Fewest hours a week"),
    "hours_to": _("Most hours a week"),
    "days": _("Which days?"),
    "times": _("When in the day?"),
    "times_to_suit": _("Days and times can be chosen together"),
    "where": _("Where?"),
    "address": _("Address"),
    "postcode": _("Postcode"),
    "pay": _("Is it paid?"),
    "pay_words": _("How much, or which expenses?"),
    "company": _("With whom?"),
    "settings": _("Indoors or outdoors?"),
    "asks": _("What does it ask of a person?"),
    "adjustments": _("What can you offer?"),
    "adjustments_words": _("Anything else that you can offer?"),
    "apply": _("How can people start?"),
    "apply_words": _("What happens then?"),
    "contact": _("Whom do they ask?"),
    "until": _("Until when is it open?"),
}
CHOICES: dict[str, Mapping[Any, Promise]] = {
    "kind": KINDS,
    "sectors": SECTORS,
    "days": dict(zip(DAYS, WEEKDAYS, strict=True)),
    "times": TIMES,
    "where": WHERE,
    "pay": PAY,
    "company": COMPANY,
    "settings": SETTINGS,
    "asks": ASKS,
    "adjustments": OFFERED,
    "apply": APPLY,
}


def named(field: str, keys: Iterable[Any]) -> list[str]:
    """What the choices of a field are called, in the order of the list; what nobody knows is left out."""
    return list(named_in(field, frozenset(keys), get_language()))


@lru_cache(maxsize=1024)
def named_in(field: str, wanted: frozenset[Any], _language: str | None) -> tuple[str, ...]:
    """The same in the language that is on, which whoever asks often has looked up."""
    return tuple(str(text) for key, text in CHOICES[field].items() if key in wanted)


def listed(words: Iterable[str]) -> str:
    """One after another."""
    return ", ".join(words)


def lower(words: str) -> str:
    """As it stands in the middle of a sentence."""
    return words[:1].lower() + words[1:]
