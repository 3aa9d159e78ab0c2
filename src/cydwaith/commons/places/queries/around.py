"""From a neighbourhood and a council to names, ward and board."""

from collections.abc import Iterable

from django.core.cache import cache

from .. import known
from ..models import Containment, Place
from ..rules import Level
from .values import Around, PlaceRef

KEPT, BOARD = "place-", "board-of-"
A_MINUTE = 60


def refs(codes: Iterable[str]) -> dict[str, PlaceRef]:
    """Names of the codes, from what is loaded and what comes with Cydwaith; every code has a value."""
    wanted = {code for code in codes if code}
    kept: dict[str, PlaceRef] = cache.get_many([KEPT + code for code in wanted])
    found = {ref.code: ref for ref in kept.values()}
    missing = wanted - found.keys()
    return found | _look_up(missing) if missing else found


def _look_up(codes: set[str]) -> dict[str, PlaceRef]:
    """From the table, whose names are then kept for a minute: they change a few times a year."""
    rows = Place.objects.filter(code__in=codes).values_list("code", "name", "name_cy")
    loaded = {code: named(code, *names) for code, *names in rows}
    cache.set_many({KEPT + code: ref for code, ref in loaded.items()}, A_MINUTE)
    return {code: loaded.get(code) or named(code, "", "") for code in codes}


def named(code: str, name: str, name_cy: str) -> PlaceRef:
    """A place by the names of its row, or those that come with Cydwaith where the row has none."""
    shipped = known.places().get(code)
    if shipped is None:
        return PlaceRef(code, name, name_cy)
    return PlaceRef(code, name or shipped.name, name_cy or shipped.name_cy)


def around(neighbourhood: str, council: str = "", ward: str = "") -> Around:
    """What a point lies in: the codes of its own source where they are known, else by look-up."""
    parents = _parents(neighbourhood)
    looked_up = {level: parents.get(level, "") for level in (Level.COUNCIL, Level.WARD, Level.BOARD)}
    alone = "" if neighbourhood else board_of(council)
    names = refs([neighbourhood, council, ward, alone, *looked_up.values()])
    own_council = _better(names, council, looked_up[Level.COUNCIL])
    board = looked_up[Level.BOARD] or board_of(own_council)
    names |= refs([board]) if board not in names else {}
    own_ward = _better(names, ward, looked_up[Level.WARD])
    return Around(*(names.get(code) for code in (neighbourhood, own_council, board, own_ward)))


def _better(names: dict[str, PlaceRef], given: str, looked_up: str) -> str:
    """The code given with the postcode, unless it is one that nobody can name."""
    named = given and names[given].name
    return given if named or not looked_up else looked_up


def _parents(code: str) -> dict[str, str]:
    if not code:
        return {}
    return dict(Containment.objects.filter(child=code, valid_to=None).values_list("level", "parent"))


def board_of(council: str) -> str:
    """The board of a council; in England only if all of its neighbourhoods share one."""
    if not council:
        return ""
    found: str | None = cache.get(BOARD + council)
    if found is None:
        found = _board_of(council)
        cache.set(BOARD + council, found, A_MINUTE)
    return found


def _board_of(council: str) -> str:
    shipped = known.places().get(council)
    told = Containment.objects.filter(child=council, level=Level.BOARD, valid_to=None)
    loaded = told.values_list("parent", flat=True).first()
    return loaded or (shipped.board if shipped else "") or _shared_board(council)


def _shared_board(council: str) -> str:
    within = Containment.objects.filter(parent=council, valid_to=None).values("child")
    boards = Containment.objects.filter(child__in=within, level=Level.BOARD, valid_to=None)
    found = list(boards.values_list("parent", flat=True).distinct()[:2])
    return found[0] if len(found) == 1 else ""
