"""One object for every estimate: the number never travels without what it rests on."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite

from .notes import Note
from .words import Words


class Strength(StrEnum):
    """What a design can show, by design and never by choice: A randomised .. E not causal."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


@dataclass(frozen=True, slots=True)
class Design:
    """How the comparison came about; ``key`` is for machines."""

    key: str
    words: Words
    strength: Strength


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The same question asked another way, and its answer; None where it could not be run."""

    key: str
    words: Words
    effect: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """An estimate with all that must be said of it.

    ``effect`` in ``unit``, with its standard error and the interval ``low`` to ``high`` at
    ``confidence``; all None when the question was refused, and then ``refusals`` says why and what
    would be needed. ``effective_n`` is the number that the weights leave of ``n``. ``details`` holds
    what the method adds (cells, balance, steps), as plain values.
    """

    method: str
    measure: Words
    unit: str
    design: Design
    comparison: Words
    n: int
    effective_n: float
    effect: float | None = None
    standard_error: float | None = None
    low: float | None = None
    high: float | None = None
    confidence: float = 0.95
    assumptions: tuple[Words, ...] = ()
    sensitivities: tuple[Sensitivity, ...] = ()
    refusals: tuple[Note, ...] = ()
    warnings: tuple[Note, ...] = ()
    source: str = ""
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_refused(self) -> bool:
        """Whether there is no number to show."""
        return bool(self.refusals)

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def plain(value: object) -> object:
    """Dataclasses, named tuples, mappings, sequences and NumPy values as ``json`` takes them; NaN is None."""
    names = getattr(value, "__dataclass_fields__", None) or getattr(value, "_fields", None)
    if names is not None:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {_key(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, float) and not isfinite(value):
        return None
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Sequence | Set):
        return [plain(inner) for inner in value]
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    return str(value)


def _key(key: object) -> str:
    return key if isinstance(key, str) else ", ".join(map(str, key)) if isinstance(key, tuple) else str(key)
