"""What a place lies in and what lies in it: nation, board, council, neighbourhood."""

from collections.abc import Iterable

from django.db.models import OuterRef, QuerySet, Subquery

from .. import known
from ..models import Containment, Place
from ..rules import NATIONS, Level, level_of, nation_of
from .around import around, board_of, named, refs
from .choosing import neighbourhoods
from .values import PlaceCard, PlaceRef

LADDER = (Level.NATION, Level.BOARD, Level.COUNCIL, Level.NEIGHBOURHOOD)


def parents(code: str, card: PlaceCard | None = None) -> list[PlaceRef]:
    """The nation, board and council that a place lies in, the largest first, as far as they are known.

    A ``card`` of it, where one is at hand, saves looking up its council and board again.
    """
    level = level_of(code)
    if level is None or level is Level.NATION:
        return []
    found = {Level.NATION: _nation(code)}
    if level is Level.NEIGHBOURHOOD:
        there = card or around(code)
        found |= {Level.BOARD: there.board, Level.COUNCIL: there.council}
    elif level is Level.COUNCIL and card:
        found[Level.BOARD] = card.board
    elif level is Level.COUNCIL and (board := board_of(code)):
        found[Level.BOARD] = refs([board])[board]
    return [ref for one in LADDER if (ref := found.get(one)) and ref.code != code]


def _nation(code: str) -> PlaceRef | None:
    """The nation that is loaded for a place, with its names in the same read; else the one that is known."""
    told = Containment.objects.filter(child=code, level=Level.NATION, valid_to=None)
    itself = Place.objects.filter(code=OuterRef("parent"))
    names = (Subquery(itself.values(one)) for one in ("name", "name_cy"))
    for nation, name, name_cy in told.values_list("parent", *names)[:1]:
        return named(nation, name or "", name_cy or "")
    shipped = (one for one in known.places() if level_of(one) is Level.NATION and one[0] == code[0])
    return next((named(nation, "", "") for nation in shipped), None)


def children(code: str) -> list[PlaceRef]:
    """The places of the next level that lie in this one, by name; of a nation, boards or else councils."""
    level = level_of(code)
    if level is Level.COUNCIL:
        return neighbourhoods(code)
    if level is Level.BOARD:
        return _named(_councils(code))
    if level is Level.NATION:
        return _named(_within_nation(code, Level.BOARD)) or _named(_within_nation(code, Level.COUNCIL))
    return []


def _councils(board: str) -> set[str]:
    told = _present().filter(level=Level.BOARD, parent=board).values("child")
    between = _present().filter(level=Level.COUNCIL, child__in=told).values_list("parent")
    loaded = {code for (code,) in told.values_list("child").union(between)}
    shipped = {one.code for one in known.places().values() if one.board == board}
    return {one for one in loaded | shipped if level_of(one) is Level.COUNCIL}


def _within_nation(code: str, level: Level) -> set[str]:
    told = _present().filter(level=Level.NATION, parent=code).values_list("child", flat=True)
    loaded = Place.objects.filter(level=level, valid_to=None, code__startswith=code[0])
    shipped = (one for one in known.places() if one[0] == code[0])
    every = {*told, *loaded.values_list("code", flat=True), *shipped}
    return {one for one in every if level_of(one) is level}


def _present() -> QuerySet[Containment]:
    return Containment.objects.filter(valid_to=None)


def _named(codes: Iterable[str]) -> list[PlaceRef]:
    return sorted(refs(codes).values(), key=lambda ref: (ref.name, ref.code))


def nations() -> list[PlaceRef]:
    """The nations: those loaded, and those that come with Cydwaith unless one of that name is loaded."""
    loaded = dict(Place.objects.filter(level=Level.NATION).values_list("code", "name"))
    names = set(loaded.values())
    known_ones = ((code, one.name) for code, one in known.places().items() if level_of(code) is Level.NATION)
    shipped = (code for code, name in known_ones if name not in names)
    return _named(code for code in {*loaded, *shipped} if nation_of(code) in NATIONS.values())
