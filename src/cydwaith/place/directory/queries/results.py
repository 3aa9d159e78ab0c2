"""What a search gives."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ..rules.ranking import Point

PAGE = 20


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search; all off is everything."""

    free: bool = False
    accepting: bool = False
    online: bool = False
    kind: str = ""
    within_km: float | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """Where the search starts from."""

    point: Point
    label: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One service found: how well, and how far."""

    id: UUID
    text: float
    km: float | None
    score: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the results, in words ready to show.

    ``name_lang`` and ``summary_lang`` are "en" where the page is Welsh and only English text is there.
    """

    id: UUID
    external_id: str
    name: str
    name_lang: str
    organisation: str
    summary: str
    summary_lang: str
    kind: str
    distance_km: float | None
    distance: str
    place: str
    when: str
    cost: str
    access: str
    languages: str
    accepting: str
    is_paused: bool
    last_checked: date | None
    checked: str
    is_stale: bool
    why: str


@dataclass(frozen=True, slots=True)
class Results:
    """One page of results.

    ``more`` says that the index holds others beyond ``total``; ``meant`` pairs words that nothing uses with
    those looked for instead; ``unknown_place`` is set when the place that was asked for could not be found.
    """

    rows: tuple[Row, ...]
    total: int
    page: int
    pages: int
    near_label: str = ""
    more: bool = False
    unknown_place: bool = False
    nothing_close: bool = False
    meant: tuple[tuple[str, str], ...] = ()
