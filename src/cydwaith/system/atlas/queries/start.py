"""Where somebody starts: the partnership's own place, and the nations."""

from dataclasses import dataclass

from cydwaith.commons.people.queries import partnership
from cydwaith.commons.places import queries as places
from cydwaith.kernel.actor import Actor

from .page import Linked


@dataclass(frozen=True, slots=True)
class Start:
    """``own`` is the place of this installation with what lies in it."""

    own: Linked | None
    within: tuple[Linked, ...]
    nations: tuple[Linked, ...]


def start(actor: Actor) -> Start:
    """The first page of the atlas."""
    found = partnership(actor)
    named = places.names(actor, [found.place_code]) if found else {}
    own = next((Linked(*pair) for pair in named.items()), None)
    below = places.children(own.code) if own else []
    within = tuple(Linked(ref.code, ref.called(actor.language)) for ref in below)
    nations = tuple(Linked(ref.code, ref.called(actor.language)) for ref in places.nations())
    return Start(own, within, nations)


def found_place(actor: Actor, words: str) -> str:
    """The code of the smallest place that a postcode or name is in; empty if it is not found."""
    found = places.locate(words)
    if found is None:
        return ""
    if found.precision == "postcode":
        return next((ref.code for ref in (found.neighbourhood, found.council, found.board) if ref), "")
    by_name = {found.label.casefold()}
    levels = (found.neighbourhood, found.council, found.board)
    named = (ref for ref in levels if ref and {ref.name.casefold(), ref.code.casefold()} & by_name)
    chosen = next(named, found.council or found.neighbourhood or found.board)
    return chosen.code if chosen else ""
