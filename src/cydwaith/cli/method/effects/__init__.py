"""``method effects``: one file a design; each adds its verb."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from ...verbs import Verbs

SHARED = {"shown"}


def add(group: Verbs) -> None:
    effects = group.group("effects", "Did it work? One verb a design, each with its refusals.")
    for module in iter_modules([str(Path(__file__).parent)]):
        if module.name not in SHARED:
            import_module(f"{__package__}.{module.name}").add(effects)
