"""Ways to look at what was found: a list, a map, a page to print, a message to oneself."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cydwaith.web.maps import Drawing, Pin, draw

from ..queries import Results, Row
from ..rules.ranking import Point

TOLD = 8
"""How many results go into a message: more would be cut off by telephones."""


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
    return draw((), pins, title=_("Where they are"), finding=finding)


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
