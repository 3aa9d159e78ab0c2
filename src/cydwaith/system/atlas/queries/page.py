"""Everything on the page of a place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cydwaith.commons.places import queries as places
from cydwaith.commons.places.queries.outlines import Rings
from cydwaith.commons.places.rules import Level, is_invented
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.place.needs.queries import all_needs

from .assets import Assets, assets, placed_in
from .deprived import Deprived, deprived
from .figures import Counts, figures
from .voice import taken_up

FEW = 5


@dataclass(frozen=True, slots=True)
class Linked:
    """Another place."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PlacePage:
    """One place: what it lies in, what lies in it, and its five parts.

    ``around`` are the places that the map draws with their rings; ``suggestions`` is None where there are
    too few to say how many.
    """

    code: str
    name: str
    level: str
    level_words: str
    parents: tuple[Linked, ...]
    children: tuple[Linked, ...]
    neighbourhoods: int
    deprived: Deprived | None
    assets: Assets
    counts: Counts
    suggestions: int | None
    around: tuple[Linked, ...]
    rings: Mapping[str, Rings]
    is_invented: bool


def page(actor: Actor, code: str) -> PlacePage:
    """The page of a place. Raises NotFound for a code that nobody knows."""
    card = places.place(code)
    if card is None or card.level not in level_words():
        raise NotFound(_("We do not know this place."))
    above = [_linked(actor, ref) for ref in places.parents(code, card)]
    children = [_linked(actor, ref) for ref in places.children(code)]
    is_hood = card.level == Level.NEIGHBOURHOOD
    own = Linked(code, (card.name_cy if actor.language == "cy" else "") or card.name or code)
    around = _siblings(actor, own, above) if is_hood else children or [own]
    hoods = _neighbourhoods(code, card.level, children)
    said = taken_up(hoods)
    needs = {need.key: need.label for theme in all_needs(actor) for need in theme.needs}
    return PlacePage(
        code,
        own.name,
        card.level,
        level_words()[card.level],
        tuple(above),
        tuple(children),
        len(hoods),
        _deprived(card.level, code, [one.code for one in around] if is_hood else hoods),
        assets(actor, hoods, needs, listed=is_hood),
        figures(actor, code, needs),
        said if said >= FEW or not said else None,
        tuple(around),
        places.outlines([one.code for one in around]),
        is_invented(code),
    )


def _deprived(level: str, code: str, hoods: Sequence[str]) -> Deprived | None:
    """A nation has none: its index compares its own neighbourhoods, a tenth of them in each tenth."""
    return None if level == Level.NATION else deprived(code, hoods)


def level_words() -> dict[str, str]:
    """What a place of each size is called."""
    return {
        Level.NATION: _("Nation"),
        Level.BOARD: _("Health board"),
        Level.COUNCIL: _("Council"),
        Level.NEIGHBOURHOOD: _("Neighbourhood"),
    }


def _linked(actor: Actor, ref: places.PlaceRef) -> Linked:
    return Linked(ref.code, ref.called(actor.language))


def _siblings(actor: Actor, own: Linked, above: Sequence[Linked]) -> list[Linked]:
    """The neighbourhoods of the same council."""
    found = [_linked(actor, ref) for ref in places.children(above[-1].code)] if above else []
    return found if own in found else [own]


def _neighbourhoods(code: str, level: str, children: Sequence[Linked]) -> list[str]:
    """Those of the place; of a nation, those in which anything stands."""
    below = [one.code for one in children]
    if level == Level.NATION:
        return placed_in(code[0])
    if level == Level.BOARD:
        return places.neighbourhoods_within(below)
    return below if level == Level.COUNCIL else [code]
