"""What every page of an opportunity says, in the reader's language."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor

from ..models import Opportunity
from ..rules.posting import FIELDS, Posting
from ..rules.vocabulary import Kind, Pay, Status, Where
from ..words import KINDS, PAY, STATUS_COLOURS, STATUSES, WHERE, listed, lower, named


class Line(NamedTuple):
    """One posting in a list. ``lang`` is set where the words are not in the reader's language."""

    id: UUID
    kind: Kind
    kind_label: str
    title: str
    lang: str
    organisation: str
    hours: str
    when: str
    where: str
    pay: str
    status: Status
    status_label: str
    status_colour: str
    waits: bool
    assured_on: date | None
    until: date | None
    is_over: bool


class _Said(NamedTuple):
    """What is said alike of every posting with the same choices."""

    kind: str
    status: str
    hours: str
    when: str
    where: str
    pay: str


def line(actor: Actor, row: Opportunity, today: date, places: dict[str, str]) -> Line:
    """One posting for a list; ``places`` are names of neighbourhoods by code."""
    times, language = (tuple(row.days), tuple(row.times), row.times_to_suit), get_language()
    said = _said(row.kind, row.status, row.hours_from, row.hours_to, times, row.where, row.pay, language)
    status = Status(row.status)
    title, lang = in_language(actor, row.title, row.title_cy, row.language)
    return Line(
        id=row.id,
        kind=Kind(row.kind),
        kind_label=said.kind,
        title=title,
        lang=lang,
        organisation=row.organisation_name,
        hours=said.hours,
        when=said.when,
        where=_where(row, said.where, places),
        pay=f"{said.pay}: {row.pay_words}" if row.pay_words else said.pay,
        status=status,
        status_label=said.status,
        status_colour=STATUS_COLOURS[status],
        waits=status is Status.WAITING or row.changes is not None,
        assured_on=row.assured_on,
        until=row.until,
        is_over=row.until is not None and row.until < today,
    )


def posting_of(row: Opportunity) -> Posting:
    """A row as the rules want it."""
    values = ((name, getattr(row, name)) for name in FIELDS)
    return Posting(**{name: tuple(value) if isinstance(value, list) else value for name, value in values})


def in_language(actor: Actor, text: str, text_cy: str, written_in: str) -> tuple[str, str]:
    """A text in the reader's language where there is one, with the language that it is in if not."""
    if actor.language == "cy" and text_cy:
        return text_cy, ""
    language = "cy" if written_in == "cy" else "en"
    return text, "" if language == actor.language else language


@lru_cache(maxsize=1024)
def _said(
    kind: str,
    status: str,
    least: float,
    most: float,
    times: tuple[Sequence[int], Sequence[str], bool],
    where: str,
    pay: str,
    _language: str | None,
) -> _Said:
    """The words of these choices in the language that is on."""
    return _Said(
        kind=str(KINDS[Kind(kind)]),
        status=str(STATUSES[Status(status)]),
        hours=_hours(least, most),
        when=_when(*times),
        where="" if Where(where) is Where.PLACE else str(WHERE[Where(where)]),
        pay=str(PAY[Pay(pay)]),
    )


def _hours(least: float, most: float) -> str:
    """How many hours a week."""
    if least == most:
        return _("%(hours)d hours a week") % {"hours": least}
    return _("%(least)d to %(most)d hours a week") % {"least": least, "most": most}


def _when(days: Iterable[int], times: Iterable[str], to_suit: bool) -> str:
    """On which days, when in the day; that both can be chosen."""
    said = [*_days(days), *(lower(words) for words in named("times", times))]
    return listed([*said, _("days and times chosen together")] if to_suit else said)


def _days(keys: Iterable[int]) -> list[str]:
    """Which days; three or more in a row as one stretch: Monday to Friday."""
    found = sorted(set(keys))
    names = named("days", found)
    if len(found) > 2 and found[-1] - found[0] == len(found) - 1:
        return [pgettext("days", "%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}]
    return names


def _where(row: Opportunity, at_home: str, places: dict[str, str]) -> str:
    """In which neighbourhood, or at home."""
    place = places.get(row.place_code, "") or row.postcode
    if row.where == Where.HOME or not place:
        return at_home
    return f"{place}. {at_home}" if at_home else place
