"""What an answer is, whichever version of the standard gives it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cydwaith.kernel.actor import Actor

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was read: the values of parameters, and the address under which the API stands."""

    said: Mapping[str, Any]
    base: str = ""
    per_page: int = 50

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a parameter."""
        return self.said.get(name, default)

    @property
    def page(self) -> int:
        """The page asked for, from 1."""
        return int(self.said.get("page", 1))

    @property
    def size(self) -> int:
        """How many on a page."""
        return int(self.said.get("per_page", self.per_page))

    @property
    def first(self) -> int:
        """The first record of the page, from 0."""
        return (self.page - 1) * self.size


@dataclass(frozen=True, slots=True)
class Answer:
    """Records for an answer: ``body`` in one piece, or ``lines`` one after the other."""

    body: Any = None
    lines: Iterable[Record] | None = None
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address of the API; a name in braces stands for an id."""

    path: str
    about: str
    entity: str
    answer: Callable[[Actor, Asked, str], Answer | None]
    parameters: Sequence[str] = field(default_factory=tuple)
    is_list: bool = False
