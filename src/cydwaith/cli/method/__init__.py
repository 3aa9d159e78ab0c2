"""``method NAME``: the field's methods from the command line, a file in and an answer out."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from ..verbs import Verbs

SHARED = {"answering", "headings", "reading"}


def add(verbs: Verbs) -> None:
    group = verbs.group("method", "The methods: numbers in, an answer out with all that must be said of it.")
    for module in iter_modules([str(Path(__file__).parent)]):
        if module.name not in SHARED:
            import_module(f"{__package__}.{module.name}").add(group)
