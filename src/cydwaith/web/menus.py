"""Menus that several apps share: each app registers its pages; the page that shows one knows no app."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from cydwaith.kernel.actor import Actor, Role, Strength

DIRECTORY = "directory"
"""For stewards: everything about what the directory holds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of a menu; ``order`` says where it stands, ``waiting`` counts what waits there for a person."""

    order: int
    title: str | Promise
    page: str
    arguments: tuple[str, ...] = ()
    waiting: Callable[[Actor], int] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as a reader sees it."""

    title: str
    href: str
    waiting: int
    is_current: bool


_MENUS: dict[str, dict[str, Entry]] = defaultdict(dict)


def register(menu: str, entry: Entry) -> None:
    """Put a page into a menu, once; call it from ``apps.ready``."""
    _MENUS[menu][entry.page] = entry


def lines(menu: str, actor: Actor, path: str, *, counted: bool) -> Iterator[Line]:
    """The pages of a menu in their order, for stewards who have shown their second factor; else none.

    ``counted`` asks how much waits at each, a query each: not for a page that asks much itself.
    """
    if not actor.has(Role.STEWARD) or actor.strength < Strength.SECOND_FACTOR:
        return
    for entry in sorted(_MENUS[menu].values(), key=lambda one: one.order):
        href = reverse(entry.page, args=entry.arguments)
        waiting = entry.waiting(actor) if counted and entry.waiting else 0
        yield Line(str(entry.title), href, waiting, path == href)
