"""Places to choose from, one place, and what has been imported."""

from collections.abc import Iterable

from cydwaith.kernel.actor import Actor

from .. import known
from ..models import Containment, Place, Postcode, Release
from ..rules import DEGREE, Level, level_of, nation_of
from .around import around, named, refs
from .locating import around_place
from .values import PlaceCard, PlaceRef, ReleaseRow


def neighbourhoods(council_code: str | None = None) -> list[PlaceRef]:
    """The present neighbourhoods of a council, or all, by name."""
    rows = Place.objects.filter(level=Level.NEIGHBOURHOOD, valid_to=None)
    if council_code is not None:
        within = Containment.objects.filter(parent=council_code, valid_to=None)
        rows = rows.filter(code__in=within.values("child"))
    return [PlaceRef(*row) for row in rows.order_by("name", "code").values_list("code", "name", "name_cy")]


def neighbourhoods_within(councils: Iterable[str]) -> list[str]:
    """The codes of the present neighbourhoods of all these councils, in one query."""
    within = Containment.objects.filter(parent__in=list(councils), valid_to=None)
    rows = Place.objects.filter(level=Level.NEIGHBOURHOOD, valid_to=None, code__in=within.values("child"))
    return list(rows.order_by("code").values_list("code", flat=True))


def councils(nation: str = "") -> list[PlaceRef]:
    """The present councils of a nation ("Wales"), or all: those loaded and those that are known."""
    loaded = Place.objects.filter(level=Level.COUNCIL, valid_to=None).values_list("code", flat=True)
    codes = {*loaded, *(code for code in known.places() if level_of(code) is Level.COUNCIL)}
    of_nation = [code for code in codes if not nation or nation_of(code) == nation]
    return sorted(refs(of_nation).values(), key=lambda ref: (ref.name, ref.code))


def names(actor: Actor, codes: Iterable[str]) -> dict[str, str]:
    """What the places are called in the actor's language, by code."""
    return {code: ref.called(actor.language) for code, ref in refs(codes).items()}


def place(code: str) -> PlaceCard | None:
    """One place; ``None`` if nobody knows the code."""
    row = Place.objects.filter(code=code).defer("boundary").first()
    if row is None:
        return _shipped(code)
    there = around_place(row)
    ref = named(code, row.name, row.name_cy)
    return PlaceCard(
        code,
        row.level,
        ref.name,
        ref.name_cy,
        nation_of(code),
        None if row.latitude_e6 is None else row.latitude_e6 / DEGREE,
        None if row.longitude_e6 is None else row.longitude_e6 / DEGREE,
        row.setting,
        there.council,
        there.board,
    )


def _shipped(code: str) -> PlaceCard | None:
    one, level = known.places().get(code), level_of(code)
    if one is None or level is None:
        return None
    there = around("", code if level is Level.COUNCIL else "")
    board = refs([code])[code] if level is Level.BOARD else there.board
    names = one.name, one.name_cy, nation_of(code)
    return PlaceCard(code, level, *names, None, None, "", there.council, board)


def postcodes_loaded() -> bool:
    """Whether full postcodes can be found, or only the first half."""
    return Postcode.objects.exists()


def releases() -> list[ReleaseRow]:
    """The imports that were made, newest first."""
    fields = ("kind", "name", "released", "sha256", "rows", "rejected", "imported_at")
    return [ReleaseRow(*row) for row in Release.objects.order_by("-imported_at").values_list(*fields)]
