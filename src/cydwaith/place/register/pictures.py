"""What was asked of a service against what it can take: a drawing, its finding, its table."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cydwaith.kernel.clock import LONDON
from cydwaith.web.charts import Point, Series, line_over_time, table

from .queries import Asset, Month
from .words import full_day, month_name, room

HEADROOM = 4


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with its title, one sentence, and the numbers in a table."""

    title: str
    finding: str
    svg: SafeString
    table: SafeString


def inflow(asset: Asset) -> Picture | None:
    """People asked for by month, and the line of what the group can take; None before anybody was."""
    if not asset.months:
        return None
    title, finding = _("People this group was asked to take"), _finding(asset)
    numbers = _table(title, asset.months)
    if len(asset.months) == 1:
        return Picture(title, finding, SafeString(""), numbers)
    lines = [Series(_("Asked to take"), [Point(one.month, one.asked) for one in asset.months]), *_room(asset)]
    highest = max(point.value for line in lines for point in line.points)
    high = float(-(-max(highest, 1) // HEADROOM) * HEADROOM)
    return Picture(title, finding, line_over_time(lines, 0.0, high, title=title, finding=finding), numbers)


def _room(asset: Asset) -> list[Series]:
    """What they can take, as they last said, level across the months; nought is the foot of the picture."""
    places = asset.stands.can_take
    if not places:
        return []
    ends = (asset.months[0].month, asset.months[-1].month)
    return [Series(_("Can take"), [Point(month, places) for month in ends])]


def _finding(asset: Asset) -> str:
    last = asset.months[-1]
    said = ngettext(
        "In %(month)s they were asked to take %(count)s person.",
        "In %(month)s they were asked to take %(count)s people.",
        last.asked,
    ) % {"month": month_name(last.month), "count": last.asked}
    return f"{said} {_what_they_said(asset)}".strip()


def _what_they_said(asset: Asset) -> str:
    stands = asset.stands
    if stands.can_take is None:
        return _("They have not said how many they can take.")
    if stands.can_take_said_at is None:
        return room(stands.can_take)
    day = full_day(stands.can_take_said_at.astimezone(LONDON).date())
    if not stands.can_take:
        return _("On %(day)s they said they have no room.") % {"day": day}
    return _("On %(day)s they said they have room for %(room)s.") % {"day": day, "room": stands.can_take}


def _table(title: str, months: Sequence[Month]) -> SafeString:
    headers = [_("Month"), _("Asked to take"), _("They said yes"), _("It happened"), _("It helped")]
    rows = [
        (month_name(one.month), one.asked, one.accepted, one.happened, one.helped) for one in reversed(months)
    ]
    return table(title, headers, rows)
