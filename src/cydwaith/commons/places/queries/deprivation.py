"""What an index of deprivation says of a neighbourhood; never across nations."""

from django.utils.translation import gettext as _

from ..models import Deprivation, Succession
from ..rules import INDICES, Index
from .values import DeprivationRef

TENTHS = 10


def deprivation(code: str) -> DeprivationRef | None:
    """The newest index of the neighbourhood's own nation; ``None`` if none is loaded.

    An index on 2011 neighbourhoods is read through what followed them.
    """
    own = _figures([code])
    if own:
        return _ref(*own[0])
    before = Succession.objects.filter(new=code).exclude(old=code).order_by("old")
    return _from_before(_figures(list(before.values_list("old", flat=True))))


def _figures(codes: list[str]) -> list[tuple[Index, int | None, int | None]]:
    rows = Deprivation.objects.filter(place__in=codes, index__in=INDICES)
    figures = [(INDICES[row.index], row.decile, row.rank) for row in rows.order_by("place")]
    newest = max((figure[0].year for figure in figures), default=0)
    return [figure for figure in figures if figure[0].year == newest]


def _from_before(figures: list[tuple[Index, int | None, int | None]]) -> DeprivationRef | None:
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
