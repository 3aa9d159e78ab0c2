"""The trend of what the record computes, drawn beside its table."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cydwaith.web.charts import Point, Series, line_over_time, table

from .queries import FidelityPage


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture, its one sentence, and its table."""

    title: str
    finding: str
    svg: SafeString
    table: SafeString


def trend(page: FidelityPage) -> Drawn | None:
    """The mean score of the items that the record computes, by month; nothing where there are not two."""
    months = [one for one in page.months if one.items]
    if len(months) < 2:
        return None
    title = _("What the record computes, by month")
    points = [Point(one.day, round(one.total / one.items, 2)) for one in months]
    finding = _("Mean score now: %(now)s of 5, from %(items)d items. Six months ago: %(then)s.") % {
        "now": points[-1].value,
        "items": months[-1].items,
        "then": points[0].value,
    }
    svg = line_over_time(
        [Series(_("Mean score"), points)], low=1, high=5, better="up", title=title, finding=finding
    )
    rows = [(f"{one.day:%Y-%m-%d}", one.total, one.items) for one in months]
    return Drawn(title, finding, svg, table(title, (_("Day"), _("Sum"), _("Items computed")), rows))
