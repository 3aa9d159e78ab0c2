"""From words to a point: a postcode, the first half of one, or a place."""

from dataclasses import replace
from statistics import fmean
from typing import Any

from django.db.models import Avg, Max, Min, QuerySet, Value
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor, system

from .. import known
from ..models import Containment, Place, Postcode, Succession
from ..rules import (
    DEGREE,
    SIZES,
    Level,
    fold,
    is_code,
    is_invented,
    level_of,
    nation_of,
    normalise_outward,
    normalise_postcode,
    outward_of,
    plausible,
    spaced,
)
from .around import around, named
from .nearest import council_holding, nearest
from .values import Around, Located, Precision

LONGEST = 120
READER = system("places are open to all")


def locate(text: str) -> Located | None:
    """Where a postcode (any spacing and case), half a postcode, or a place's name or code is.

    ``None`` if it is none of these, or a name that several places share.
    """
    words = " ".join(text.split())
    if not words or len(words) > LONGEST:
        return None
    key, outward = normalise_postcode(words), normalise_outward(words)
    if key:
        return _postcode(key) or _outward_instead(key)
    if outward:
        return _outward(outward)
    return _place(words)


def point_of(postcode: str) -> tuple[float, float] | None:
    """Where a postcode is, in degrees, without what it lies in; else the middle of its first half."""
    key = normalise_postcode(postcode)
    for latitude, longitude in _point_of(READER, key) if key else ():
        return latitude / DEGREE, longitude / DEGREE
    found = locate(postcode)
    return (found.latitude, found.longitude) if found else None


@prepared
def _point_of(actor: Actor, key: str) -> QuerySet[Any, Any]:
    return Postcode.objects.filter(key=key).values_list("latitude_e6", "longitude_e6")


def near(latitude: float, longitude: float) -> Located | None:
    """What a point in degrees lies in; ``None`` outside the United Kingdom."""
    if not plausible(latitude, longitude):
        return None
    north, east = round(latitude * DEGREE), round(longitude * DEGREE)
    council = council_holding(north, east)
    there = around(nearest(north, east, council), council)
    found = there.neighbourhood or there.council
    label = found.name or found.code if found else ""
    return _located(label, latitude, longitude, "place", there)


def _located(
    label: str, latitude: float, longitude: float, precision: Precision, there: Around, note: str = ""
) -> Located:
    code = next((ref.code for ref in (there.council, there.neighbourhood, there.board) if ref), "")
    inside = there.neighbourhood, there.council, there.board, there.ward
    return Located(label, latitude, longitude, precision, *inside, nation_of(code), note)


def _postcode(key: str) -> Located | None:
    row = Postcode.objects.filter(key=key).first()
    if row is None:
        return None
    there = around(_neighbourhood(row), row.council, row.ward)
    point = row.latitude_e6 / DEGREE, row.longitude_e6 / DEGREE
    return _located(spaced(key), *point, "postcode", there, _ending(row.ended))


def _ending(ended: int) -> str:
    if not ended:
        return ""
    month = f"{ended % 100:02d}/{ended // 100}"
    return _("This postcode has not been in use since %(month)s.") % {"month": month}


def _neighbourhood(row: Postcode) -> str:
    """The present neighbourhood of a postcode: its own, what followed it, or the nearest."""
    code = row.neighbourhood
    if not code:
        return nearest(row.latitude_e6, row.longitude_e6, row.council)
    following = list(Succession.objects.filter(old=code).exclude(new=code).values_list("new", flat=True))
    if not following or Place.objects.filter(code=code, valid_to=None).exists():
        return code
    if len(following) == 1:
        return following[0]
    return _among(following, row) or following[0]


def _among(codes: list[str], row: Postcode) -> str:
    found = nearest(row.latitude_e6, row.longitude_e6)
    return found if found in codes else ""


def _outward_instead(key: str) -> Located | None:
    found = _outward(outward_of(key))
    if found is None:
        return None
    note = _("We do not know this postcode, so we use the middle of %(outward)s.") % {"outward": found.label}
    return replace(found, note=note)


def _outward(outward: str) -> Located | None:
    shipped = known.outwards().get(outward)
    if shipped:
        there = around("", shipped.council)
        return _located(outward, shipped.latitude, shipped.longitude, "outward", there)
    return _middle_of(outward)


def _middle_of(outward: str) -> Located | None:
    ((latitude, longitude, first, last),) = _middle(READER, outward, f"{outward}ZZZ", len(outward) + 3)
    if latitude is None:
        return None
    there = around("", first if first == last else "")
    return _located(outward, float(latitude) / DEGREE, float(longitude) / DEGREE, "outward", there)


@prepared
def _middle(actor: Actor, start: str, end: str, length: int) -> QuerySet[Any, Any]:
    """The middle of the postcodes between, of this length; the first and last council. One row, always."""
    rows = Postcode.objects.filter(key__gte=start, key__lte=end).alias(length=Length("key"))
    together = rows.filter(length=length).values(nation=Value("")).order_by()
    return together.values_list(Avg("latitude_e6"), Avg("longitude_e6"), Min("council"), Max("council"))


def _place(words: str) -> Located | None:
    code = words.upper()
    if not (is_code(code) or is_invented(code)):
        code = _known_by_name(words)
    row = _by_code(code) if code else _by_name(words)
    point = _point(row) if row else None
    if row is None or point is None:
        return None
    there = around_place(row)
    return _located(row.name or row.code, *point, "place", there)


def _known_by_name(words: str) -> str:
    """The code of a council or board that comes with Cydwaith, by either of its names."""
    name = fold(words)
    found = [one.code for one in known.places().values() if name in (fold(one.name), fold(one.name_cy))]
    return found[0] if len(found) == 1 else ""


def _by_code(code: str) -> Place | None:
    """What is loaded, else what comes with Cydwaith (its point is worked out)."""
    shipped, level = known.places().get(code), level_of(code)
    row = Place.objects.filter(code=code).defer("boundary").first()
    if row is None and shipped and level:
        return Place(code=code, level=level, name=shipped.name, name_cy=shipped.name_cy)
    return row


def _by_name(words: str) -> Place | None:
    """The largest council or smaller place of that name; none if two of one size share it."""
    same = Place.objects.filter(name__iexact=words) | Place.objects.filter(name_cy__iexact=words)
    found = sorted(same.filter(valid_to=None).defer("boundary"), key=lambda row: -SIZES[Level(row.level)])
    alone = len(found) == 1 or (len(found) > 1 and found[0].level != found[1].level)
    return found[0] if alone else None


def _point(row: Place) -> tuple[float, float] | None:
    if row.latitude_e6 is not None and row.longitude_e6 is not None:
        return row.latitude_e6 / DEGREE, row.longitude_e6 / DEGREE
    children = Containment.objects.filter(parent=row.code, valid_to=None).values("child")
    inside = Place.objects.filter(code__in=children, level=Level.NEIGHBOURHOOD)
    middle = inside.aggregate(latitude=Avg("latitude_e6"), longitude=Avg("longitude_e6"))
    if middle["latitude"] is None:
        return _middle_of_outwards(row.code)
    return float(middle["latitude"]) / DEGREE, float(middle["longitude"]) / DEGREE


def _middle_of_outwards(council: str) -> tuple[float, float] | None:
    inside = [one for one in known.outwards().values() if one.council == council]
    if not inside:
        return None
    return fmean(one.latitude for one in inside), fmean(one.longitude for one in inside)


def around_place(row: Place) -> Around:
    """What a place lies in, itself included."""
    if row.level == Level.NEIGHBOURHOOD:
        return around(row.code)
    if row.level == Level.COUNCIL:
        return around("", row.code)
    if row.level == Level.WARD:
        parent = Containment.objects.filter(child=row.code, level=Level.COUNCIL, valid_to=None).first()
        return around("", parent.parent if parent else "", row.code)
    return Around(board=named(row.code, row.name, row.name_cy)) if row.level == Level.BOARD else Around()
