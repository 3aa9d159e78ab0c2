"""What a search gives."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cydwaith.place.needs.queries import NeedCard

from ..rules.fitting import Fit
from ..rules.ranking import Point

PAGE = 10


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search; all off is everything. ``days`` (MO..) and ``parts`` (morning..) go together.

    Entries that say no days or ages are kept; those that do not say that they are free, online, or have the
    ``access`` (bits of ``rules.access``) that is asked for, are not. ``circumstances`` (bits of
    ``rules.circumstances``) leave nothing out: what is for such people rises, what is only for others sinks.
    """

    free: bool = False
    accepting: bool = False
    online: bool = False
    kind: str = ""
    within_km: float | None = None
    days: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    access: int = 0
    age: int | None = None
    circumstances: int = 0


@dataclass(frozen=True, slots=True)
class Near:
    """Where the search starts from, and what that lies in."""

    point: Point
    label: str
    neighbourhood: str = ""
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One service found: how well, how far, and whether one can take part without going there.

    ``related`` is the label of a related need that it is for, where the need itself has little. ``theirs``
    are the circumstances of the person that it says it is for; ``others`` those for whom alone it is.
    """

    id: UUID
    fit: Fit
    km: float | None
    score: float
    reaches: bool = False
    points: tuple[Point, ...] = ()
    happened: int = 0
    helped: int = 0
    related: str = ""
    theirs: int = 0
    others: int = 0


@dataclass(frozen=True, slots=True)
class Why:
    """Why a row is here: a sentence that may quote words in another language than the page's."""

    before: str = ""
    quote: str = ""
    lang: str = ""
    after: str = ""

    def __str__(self) -> str:
        return f"{self.before}{self.quote}{self.after}"

    def __bool__(self) -> bool:
        return bool(str(self))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the results, in words ready to show.

    ``name_lang`` and ``summary_lang`` are "en" where the page is Welsh and only English text is there.
    ``number`` counts through all pages and is the number of its pin on the map; ``point`` the nearest place.
    """

    id: UUID
    external_id: str
    number: int
    name: str
    name_lang: str
    organisation: str
    summary: str
    summary_lang: str
    kind: str
    distance_km: float | None
    distance: str
    point: Point | None
    place: str
    when: str
    cost: str
    access: str
    languages: str
    phone: str
    accepting: str
    is_paused: bool
    last_checked: date | None
    checked: str
    is_stale: bool
    why: Why
    is_related: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """One page of results.

    ``more`` says that the index holds others beyond ``total``; ``meant`` pairs words that nothing uses with
    those looked for instead; ``unknown_place`` is set when the place that was asked for could not be found.
    ``nothing_close``: there are entries, none of them near; ``neighbourhood`` is the code of where that was.
    ``only_related``: nothing is there for the need itself, only for needs that are related to it.
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
    needs: tuple[NeedCard, ...] = ()
    start: Point | None = None
    neighbourhood: str = ""
    only_related: bool = False
