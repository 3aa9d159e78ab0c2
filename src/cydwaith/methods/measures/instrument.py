"""What an instrument is: items, scales, bands, what to do when an answer is missing."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal

from ..words import Words

Better = Literal["high", "low"]
NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number comes from; ``checked`` is False when nobody has read it in a source yet."""

    words: str
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that may be chosen."""

    value: int
    words: Words


@dataclass(frozen=True, slots=True)
class Item:
    """One question: whole numbers from ``lowest`` to ``highest``.

    ``words`` is None where a licence keeps us from shipping the wording.
    ``not_applicable`` is the tick box that takes the place of an answer, if there is one.
    """

    key: str
    lowest: int
    highest: int
    words: Words | None = None
    options: tuple[Option, ...] = ()
    lowest_words: Words | None = None
    highest_words: Words | None = None
    not_applicable: Words | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of a scale: from ``lowest`` (or only ``above`` it) up to the next band."""

    key: str
    lowest: float
    words: Words
    above: bool = False

    def begins_by(self, value: float) -> bool:
        """Whether the value has reached this band."""
        return value > self.lowest if self.above else value >= self.lowest


@dataclass(frozen=True, slots=True)
class MissingRule:
    """How many answers may be missing, which, and how the total is then made up.

    ``headline`` says which total is the score: the plain ``sum`` of what was answered, or the
    ``prorated`` one (sum x items / answered).
    """

    words: Words
    source: Source
    at_most: int = 0
    only: tuple[str, ...] = ()
    not_applicable_only: bool = False
    headline: Literal["sum", "prorated"] = "prorated"


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """How large a change one person must show, and what it may then be called."""

    kind: Literal["reliable", "important", "possible"]
    at_least: float
    source: Source


@dataclass(frozen=True, slots=True)
class Scale:
    """One score, made from one or more items.

    ``better`` is None for a category that is reported and never summed or compared.
    ``table`` turns the raw sum into the published metric. ``caseness`` is the score from which
    a difficulty counts as a case; ``smallest`` the lower end of a published range of change.
    """

    key: str
    words: Words
    items: tuple[str, ...]
    lowest: float
    highest: float
    better: Better | None
    missing: MissingRule
    bands: tuple[Band, ...] = ()
    bands_source: Source | None = None
    table: Mapping[int, float] | None = None
    change: ChangeRule | None = None
    smallest: ChangeRule | None = None
    caseness: float | None = None


@dataclass(frozen=True, slots=True)
class OwnItems:
    """An instrument whose items are the person's own, such as their goals."""

    at_most: int
    lowest: int
    highest: int
    better: Better
    lowest_words: Words
    highest_words: Words


@dataclass(frozen=True, slots=True)
class Instrument:
    """One questionnaire in one version: all that scoring and showing it needs."""

    key: str
    version: str
    name: Words
    licence: str
    sources: tuple[Source, ...]
    items: tuple[Item, ...] = ()
    scales: tuple[Scale, ...] = ()
    own: OwnItems | None = None
    intro: Words | None = None
    attribution: Words | None = None
    validated: bool = True
    welsh_wording: str = ""
    fewest_pairs_advised: int = 2
    cautions: tuple[str, ...] = field(default=())

    def scale(self, key: str) -> Scale:
        """The scale of that key; KeyError when there is none."""
        return {scale.key: scale for scale in self.scales}[key]

    def item(self, key: str) -> Item:
        """The item of that key; KeyError when there is none."""
        return {item.key: item for item in self.items}[key]

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return asdict(self)
