"""The field's methods: numbers in, numbers out, each with its source and its refusals. No Django.

Each module stands alone and is imported when it is first asked for: ``cydwaith.methods.spc``.
"""

from importlib import import_module
from types import ModuleType

__all__ = [
    "budgets",
    "disclosure",
    "effects",
    "fidelity",
    "ledger",
    "matching",
    "measures",
    "opinion",
    "outcomes",
    "pictures",
    "spc",
    "survey",
    "value",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"there is no method {name!r}; there are: {', '.join(__all__)}")


def __dir__() -> list[str]:
    return sorted(__all__)
