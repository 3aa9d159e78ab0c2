"""Ways to look at what was found: a list, a map, a page to print, a message to oneself."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from urllib.parse import quote

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cydwaith.commons.places.queries import Box, outlines_within
from cydwaith.web.maps import Area, Drawing, Pin, draw, extent

from ..forms import SearchForm
from ..queries import Results, Row
from ..queries.results import Why
from ..rules.ranking import Point

TOLD = 8
"""How many results go into a message: more would be cut off by telephones."""


LINES = 1000
"""How many lines are kept in a process, some 2 kB each; an entry that says anything else is another."""
NO_REASON = Why()


class View(StrEnum):
    """How the results are shown."""

    LIST = "list"
    MAP = "map"
    PRINT = "print"


SHOWN = {
    View.LIST: "directory/search.html",
    View.MAP: "directory/search.html",
    View.PRINT: "directory/search_print.html",
}


@dataclass(frozen=True, slots=True)
class Share:
    """Addresses that open the person's own message or mail program with the list in it."""

    sms: str
    mail: str


def lines_of(found: Results, keep: str, *, numbered: bool) -> list[tuple[SafeString, Row]]:
    """What the directory says of each result, as HTML, and the row with why it is there."""
    line = _line if keep else _kept_line  # for whom somebody looks is kept nowhere
    return [(line(_plain(row, numbered=numbered), keep, get_language()), row) for row in found.rows]


def _plain(row: Row, *, numbered: bool) -> Row:
    """The row without what somebody typed and where they look, of which nothing may be kept."""
    number = row.number if numbered and row.point else 0
    return replace(row, number=number, why=NO_REASON, point=None, distance_km=None)


def _line(row: Row, keep: str, language: str | None) -> SafeString:
    return render_to_string("directory/_result.html", {"row": row, "keep": keep})


_kept_line = lru_cache(maxsize=LINES)(_line)


def filters_of(form: SearchForm) -> SafeString:
    """What narrows a search, as HTML; while nothing is chosen it is made once for each language."""
    if form.is_bound and (form.errors or form.narrows):
        return render_to_string("directory/_filters.html", {"form": form})
    return _nothing_chosen(get_language())


@cache
def _nothing_chosen(language: str | None) -> SafeString:
    return render_to_string("directory/_filters.html", {"form": SearchForm()})


def map_of(found: Results, keep: str) -> Drawing | None:
    """The results of this page as numbered pins; None when none of them has a place."""
    pins = [_pin(row, row.point, keep) for row in found.rows if row.point]
    if not pins:
        return None
    finding = ngettext(
        "{count} of the results on this page is on the map. The numbers are those of the list.",
        "{count} of the results on this page are on the map. The numbers are those of the list.",
        len(pins),
    ).format(count=len(pins))
    return draw(_behind(pins), pins, title=_("Where they are"), finding=finding)


def _behind(pins: list[Pin]) -> list[Area]:
    """The neighbourhoods that the pins stand in."""
    language = get_language() or "en"
    found = outlines_within(Box(*extent(pins)))
    return [Area(ref.code, ref.called(language), rings, behind=True) for ref, rings in found]


def _pin(row: Row, at: Point, keep: str) -> Pin:
    href = reverse("directory:service", args=[row.id]) + keep
    return Pin(at.latitude, at.longitude, row.number, row.name, href)


def share_of(found: Results) -> Share | None:
    """The first results as a text to send; nothing of it passes through this site."""
    if not found.rows:
        return None
    text = "\n".join(_told(row) for row in found.rows[:TOLD])
    subject = _("Support that I found")
    return Share(
        f"sms:?&body={quote(text, safe='')}", f"mailto:?subject={quote(subject)}&body={quote(text, safe='')}"
    )


def _told(row: Row) -> str:
    return ". ".join(part for part in (row.name, row.phone, row.place, row.when) if part)
