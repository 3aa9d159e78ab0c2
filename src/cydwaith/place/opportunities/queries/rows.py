"""What every page of an opportunity says, in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cydwaith.kernel.actor import Actor

from ..models import Opportunity
from ..rules.posting import FIELDS, Posting
from ..rules.vocabulary import Kind, Pay, Status, Where
from ..words import KINDS, PAY, STATUS_COLOURS, STATUSES, WHERE, listed, lower, named


@dataclass(frozen=True, slots=True)
class Line:
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


def line(actor: Actor, row: Opportunity, today: date, places: dict[str, str]) -> Line:
    """One posting for a list; ``places`` are names of neighbourhoods by code."""
    kind, status = Kind(row.kind), Status(row.status)
    title, lang = in_language(actor, row.title, row.title_cy, row.language)
    return Line(
        id=row.id,
        kind=kind,
        kind_label=str(KINDS[kind]),
        title=title,
        lang=lang,
        organisation=row.organisation_name,
        hours=hours(row),
        when=when(row),
        where=where(row, places),
        pay=pay(row),
        status=status,
        status_label=str(STATUSES[status]),
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


def hours(row: Opportunity) -> str:
    """How many hours a week."""
    if row.hours_from == row.hours_to:
        return _("%(hours)d hours a week") % {"hours": row.hours_from}
    return _("%(least)d to %(most)d hours a week") % {"least": row.hours_from, "most": row.hours_to}


def when(row: Opportunity) -> str:
    """On which days, when in the day; that both can be chosen."""
    said = [*days(row.days), *(lower(words) for words in named("times", row.times))]
    return listed([*said, _("days and times chosen together")] if row.times_to_suit else said)


def days(keys: Sequence[int]) -> list[str]:
    """Which days; three or more in a row as one stretch: Monday to Friday."""
    found = sorted(set(keys))
    names = named("days", found)
    if len(found) > 2 and found[-1] - found[0] == len(found) - 1:
        return [pgettext("days", "%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}]
    return names


def where(row: Opportunity, places: dict[str, str]) -> str:
    """In which neighbourhood, or at home."""
    place = places.get(row.place_code, "") or row.postcode
    if Where(row.where) is Where.HOME:
        return str(WHERE[Where.HOME])
    if Where(row.where) is Where.BOTH:
        return f"{place}. {WHERE[Where.BOTH]}" if place else str(WHERE[Where.BOTH])
    return place


def pay(row: Opportunity) -> str:
    """Whether it is paid, and how much."""
    label = str(PAY[Pay(row.pay)])
    return f"{label}: {row.pay_words}" if row.pay_words else label
