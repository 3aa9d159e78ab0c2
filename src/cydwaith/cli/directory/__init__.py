"""``directory``: what support is out there."""

from __future__ import annotations

from ..verbs import Verbs
from . import checking, exporting, feeds, importing, searching


def add(verbs: Verbs) -> None:
    group = verbs.group("directory", "The directory of services, groups and places.")
    for part in (feeds, importing, searching, exporting, checking):
        part.add(group)
