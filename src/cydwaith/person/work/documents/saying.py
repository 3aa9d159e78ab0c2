"""Amounts and lists in the language of the document."""

from collections.abc import Iterable
from datetime import date
from math import ceil

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def amount(value: float) -> str:
    """A number without needless places, in the language's own way."""
    return str(number_format(value, None if value != int(value) else 0))


def hours(value: float) -> str:
    """So many hours."""
    count = 1 if value == 1 else max(2, ceil(value))
    return ngettext("%(number)s hour", "%(number)s hours", count) % {"number": amount(value)}


def days(value: int) -> str:
    """So many days."""
    return ngettext("%(number)s day", "%(number)s days", value) % {"number": value}


def weeks(value: int) -> str:
    """So many weeks."""
    return ngettext("%(number)s week", "%(number)s weeks", value) % {"number": value}


def day(value: date) -> str:
    """A day in full."""
    return str(date_format(value, "j F Y"))


def listed(things: Iterable[object]) -> str:
    """Things in one line, inside a sentence."""
    return together(str(thing)[:1].lower() + str(thing)[1:] for thing in things)


def together(things: Iterable[object]) -> str:
    """Things in one line, as they are written."""
    return _(", ").join(str(thing) for thing in things)
