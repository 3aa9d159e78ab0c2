"""What an index of deprivation says of a neighbourhood; never across nations."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from ..models import Deprivation, Succession
from ..rules import INDICES, Index
from .values import DeprivationRef

TENTHS = 10

Figure = tuple[Index, int | None, int | None]


def deprivation(code: str) -> DeprivationRef | None:
    """The newest index of the neighbourhood's own nation; ``None`` if none is loaded.

    An index on 2011 neighbourhoods is read through what followed them.
    """
    own = _figures([code])
    if own:
        return _ref(*own[0])
    before = Succession.objects.filter(new=code).exclude(old=code).order_by("old")
    return _from_before(_figures(list(before.values_list("old", flat=True))))


def deprivations(codes: Iterable[str]) -> dict[str, DeprivationRef]:
    """The same of many neighbourhoods at once; those without a figure have no key."""
    wanted = list(codes)
    before: dict[str, list[str]] = defaultdict(list)
    for new, old in Succession.objects.filter(new__in=wanted).order_by("old").values_list("new", "old"):
        before[new] += [old] if old != new else []
    figures = _by_place([*wanted, *(old for olds in before.values() for old in olds)])
    found: dict[str, DeprivationRef] = {}
    for code in wanted:
        told = [figure for old in before[code] for figure in figures.get(old, ())]
        ref = _ref(*figures[code][0]) if code in figures else _from_before(_newest(told))
        found |= {code: ref} if ref else {}
    return found


def _by_place(codes: list[str]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    rows = Deprivation.objects.filter(place__in=codes, index__in=INDICES)
    for row in rows.order_by("place"):
        found[row.place].append((INDICES[row.index], row.decile, row.rank))
    return {code: _newest(figures) for code, figures in found.items()}


def _figures(codes: list[str]) -> list[Figure]:
    return _newest([figure for figures in _by_place(codes).values() for figure in figures])


def _newest(figures: list[Figure]) -> list[Figure]:
    newest = max((figure[0].year for figure in figures), default=0)
    return [figure for figure in figures if figure[0].year == newest]


def _from_before(figures: list[Figure]) -> DeprivationRef | None:
    if not figures:
        return None
    index = figures[0][0]
    deciles = sorted({decile for one, decile, rank in figures if decile is not None})
    if len(deciles) == 1:
        note = _("This is the figure of the 2011 neighbourhood that was here before.")
        return _ref(index, deciles[0], None, note)
    shown = ", ".join(map(str, deciles))
    note = _("The 2011 neighbourhoods that were joined here are in different tenths: %(deciles)s.")
    return _ref(index, None, None, note % {"deciles": shown})


def _ref(index: Index, decile: int | None, rank: int | None, note: str = "") -> DeprivationRef:
    return DeprivationRef(
        index.nation, index.name, index.year, decile, TENTHS, rank, index.neighbourhoods, note
    )
