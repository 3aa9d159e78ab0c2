"""How deprived a place is, by its own nation's index and never beside another nation's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cydwaith.commons.places import queries as places
from cydwaith.commons.places.queries import DeprivationRef

FIFTHS = 5


@dataclass(frozen=True, slots=True)
class Deprived:
    """In sentences; ``fifth_of`` gives each neighbourhood's fifth, 1 the most deprived, for the map."""

    index: str
    headline: str
    more: tuple[str, ...]
    fifth_of: Mapping[str, int]
    fifths: tuple[int, ...]
    decile: int | None
    rank: int | None
    out_of: int


def deprived(code: str, hoods: Sequence[str]) -> Deprived | None:
    """Of one neighbourhood, or of those in a larger place; None where no index is loaded."""
    found = places.deprivations(hoods)
    if not found:
        return None
    own = found.get(code)
    some = own or next(iter(found.values()))
    fifth_of = {place: (one.decile + 1) // 2 for place, one in found.items() if one.decile}
    fifths = tuple(list(fifth_of.values()).count(fifth) for fifth in range(1, FIFTHS + 1))
    index = f"{some.index} {some.year}"
    headline, more = _alone(own) if code in hoods else _together(some, len(found), found)
    return Deprived(
        index,
        headline,
        more,
        fifth_of,
        fifths,
        own.decile if own else None,
        own.rank if own else None,
        some.out_of_rank,
    )


def _alone(one: DeprivationRef | None) -> tuple[str, tuple[str, ...]]:
    if one is None:
        return _("There is no deprivation figure for this neighbourhood."), ()
    said = [one.note] if one.note else []
    if one.rank:
        ranked = _("Rank %(rank)s of %(all)s neighbourhoods in %(nation)s: 1 is the most deprived.")
        said.append(ranked % {"rank": one.rank, "all": one.out_of_rank, "nation": _(one.nation)})
    return (tenth(one.decile, one.nation) if one.decile else said.pop(0)), tuple(said)


def tenth(decile: int, nation: str) -> str:
    """A decile in words: what is 1 is said."""
    words = {"nation": _(nation), "decile": decile}
    if decile == 1:
        return (
            _("Among the most deprived tenth of %(nation)s (decile 1 of 10; 1 is the most deprived).") % words
        )
    if decile == 10:
        return (
            _("Among the least deprived tenth of %(nation)s (decile 10 of 10; 1 is the most deprived).")
            % words
        )
    return _("Decile %(decile)s of 10 in %(nation)s, where 1 is the most deprived.") % words


def _together(
    some: DeprivationRef, every: int, found: Mapping[str, DeprivationRef]
) -> tuple[str, tuple[str, ...]]:
    worst = sum(one.decile == 1 for one in found.values())
    most = sum(one.decile in (1, 2) for one in found.values())
    words = {"all": every, "nation": _(some.nation)}
    headline = ngettext(
        "%(count)d of %(all)s neighbourhoods is among the most deprived tenth of %(nation)s.",
        "%(count)d of %(all)s neighbourhoods are among the most deprived tenth of %(nation)s.",
        worst,
    ) % (words | {"count": worst})
    fifth = ngettext(
        "%(count)d is among the most deprived fifth.", "%(count)d are among the most deprived fifth.", most
    ) % {"count": most}
    return headline, (fifth,)
