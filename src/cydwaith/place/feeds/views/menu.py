"""What stands above each of these pages: how much waits for a person."""

from dataclasses import dataclass

from cydwaith.kernel.actor import Actor

from .. import queries


@dataclass(frozen=True, slots=True)
class Menu:
    """How many of each wait."""

    held: int
    moved: int
    alike: int


def menu(actor: Actor) -> Menu:
    """Count what waits. Raises Refused."""
    held = sum(row.is_held for row in queries.feeds(actor))
    return Menu(held, len(queries.moves(actor)), queries.count_alike(actor))
