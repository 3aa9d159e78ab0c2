"""The map of a place, and how its gaps went by month."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cydwaith.web import charts, maps

from .queries import Linked, PlacePage


def place_map(page: PlacePage) -> maps.Drawing | None:
    """The places around with their fifth of deprivation, and pins for what stands here."""
    areas = [_area(page, one.code, one.name) for one in page.around if one.code in page.rings]
    pins = [
        maps.Pin(
            one.latitude, one.longitude, one.number, one.name, reverse("directory:service", args=[one.id])
        )
        for one in page.assets.rows
    ]
    if not areas and not pins:
        return None
    bands = bands_words() if any(area.band is not None for area in areas) else ()
    title = _("Map of %(place)s") % {"place": page.name}
    return maps.draw(areas, pins, title=title, finding=finding(page), bands=bands)


def _area(page: PlacePage, code: str, name: str) -> maps.Area:
    fifth = page.deprived.fifth_of.get(code) if page.deprived else None
    here = code == page.code
    return maps.Area(
        code,
        name,
        page.rings[code],
        bands_words()[-fifth] if fifth else None,
        len(bands_words()) - fifth if fifth else None,
        "" if here else reverse("atlas:place", args=[code]),
        here and len(page.around) > 1,
    )


def beside(page: PlacePage) -> list[tuple[Linked, str]]:
    """What the map says of each place, in words: the list for whoever does not see it."""
    fifths = page.deprived.fifth_of if page.deprived else {}
    places = page.children or tuple(one for one in page.around if one.code != page.code)
    return [(one, bands_words()[-fifth] if (fifth := fifths.get(one.code)) else "") for one in places]


def bands_words() -> tuple[str, ...]:
    """The fifths of a nation, the least deprived first, as the key has them."""
    return (
        _("Least deprived fifth of the nation"),
        _("Second least deprived fifth"),
        _("Middle fifth"),
        _("Second most deprived fifth"),
        _("Most deprived fifth of the nation"),
    )


def finding(page: PlacePage) -> str:
    """What the map shows, in a sentence."""
    if page.deprived:
        return page.deprived.headline
    count = page.assets.total
    return ngettext("%(count)d asset is in this place.", "%(count)d assets are in this place.", count) % {
        "count": count
    }


def gaps_by_month(page: PlacePage) -> SafeString | None:
    """Bars of the months, for the trend."""
    found = page.counts.gaps
    if found is None or not found.total.total:
        return None
    rows = [
        charts.Bar(date_format(month, "F Y"), value)
        for month, value in zip(page.counts.months, found.total.months, strict=True)
    ]
    return charts.bars(rows, title=trend_title(), finding=trend(page))


def trend_title() -> str:
    """What the bars show."""
    return _("Searches that found nothing close, by month")


def trend(page: PlacePage) -> str:
    """Whether the last six months had more of them than the six before; up to 10 apart is the same."""
    found = page.counts.gaps
    months: Sequence[int] = found.total.months if found else ()
    before, since = sum(months[:6]), sum(months[6:])
    words = {"before": before, "since": since}
    if since > before + 10:
        return _("More in the last six months (%(since)s) than in the six before (%(before)s).") % words
    if before > since + 10:
        return _("Fewer in the last six months (%(since)s) than in the six before (%(before)s).") % words
    return _("About the same in the last six months (%(since)s) as in the six before (%(before)s).") % words
