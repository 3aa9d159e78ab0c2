"""All layouts, the most particular first, and how a part is recognised by what it holds."""

from dataclasses import dataclass
from pathlib import Path

from . import (
    boundaries,
    centroids,
    codepoint,
    compact,
    deprivation,
    lookups,
    nspl,
    settings,
    successions,
)
from .base import Layout, Unreadable
from .rows import readable
from .source import Head, Part, head_of, parts_of

LAYOUTS: tuple[Layout, ...] = tuple(
    module.LAYOUT
    for module in (
        compact,
        nspl,
        codepoint,
        boundaries,
        deprivation,
        settings,
        successions,
        centroids,
        lookups,
    )
)
POSTCODES = frozenset({compact.LAYOUT.kind, nspl.LAYOUT.kind, codepoint.LAYOUT.kind})
# These come as many files, by postcode area, that make one release.
BY_AREA = frozenset({nspl.LAYOUT.kind, codepoint.LAYOUT.kind})
# The zip of ONS holds every row twice: in one file, and again in a folder of files by area.
REPEATED = "multi_csv"


@dataclass(frozen=True, slots=True)
class Known:
    """A part whose layout is known."""

    part: Part
    head: Head
    layout: Layout


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Parts that are read together as one release."""

    name: str
    layout: Layout
    parts: tuple[Known, ...]


def recognise(part: Part) -> Known | None:
    """The part with its layout; ``None`` if it is readable and something else.

    Raises ``Unreadable`` if it is damaged or not text.
    """
    with readable(part.name):
        head = head_of(part)
    layout = next((layout for layout in LAYOUTS if layout.recognises(head)), None)
    return Known(part, head, layout) if layout else None


def expected() -> str:
    """The layouts in words, for the sentence that refuses a file."""
    return "; ".join(layout.expects for layout in LAYOUTS)


def sheaves(path: Path) -> tuple[list[Sheaf], list[str]]:
    """What a file, zip or folder holds, as releases; and a sentence for each damaged file of a folder.

    Raises ``Unreadable`` if there is nothing to read: a zip is read whole or not at all.
    """
    with readable(path.name):
        parts = parts_of(path)
    known, damaged = [], []
    for part in parts:
        try:
            known.append(recognise(part))
        except Unreadable as error:
            if not path.is_dir():
                raise
            damaged.append(str(error))
    found = [one for one in known if one]
    if not found:
        raise Unreadable(" ".join([f"{path.name} holds no places: expected {expected()}.", *damaged[:1]]))
    return _as_sheaves(path.name, found), damaged


def _as_sheaves(name: str, known: list[Known]) -> list[Sheaf]:
    alone = [one for one in known if one.layout.kind not in BY_AREA]
    return _by_area(name, known) + [Sheaf(one.part.name, one.layout, (one,)) for one in alone]


def _by_area(name: str, known: list[Known]) -> list[Sheaf]:
    found = []
    for layout in LAYOUTS:
        group = [one for one in known if one.layout is layout and layout.kind in BY_AREA]
        once = [one for one in group if REPEATED not in one.part.name] or group
        if once:
            label = once[0].part.name if len(once) == 1 else name
            found.append(Sheaf(label, layout, tuple(once)))
    return found
