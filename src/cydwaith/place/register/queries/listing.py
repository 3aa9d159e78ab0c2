"""The register as a list: those at risk, or all, narrowed by reason and neighbourhood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory import among
from cydwaith.place.directory.models import Service

from ..policy import require_helper
from ..rules import Reason, is_unchecked
from .actions import open_actions
from .facts import AT_ONCE, Entry, entries, likely, shown, unchecked
from .hoods import within
from .lines import Found, Line, lines, look

PAGE = 25


@dataclass(frozen=True, slots=True)
class Wanted:
    """What narrows the list; ``everything`` shows those at no risk too."""

    reason: Reason | None = None
    neighbourhood: str = ""
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the register; ``waiting`` of the ``total`` at risk have nobody on it."""

    lines: tuple[Line, ...]
    total: int
    page: int
    waiting: int


def register(actor: Actor, wanted: Wanted, page: int = 1) -> Page:
    """A page of the list, from 1; one past the end is the last. Raises Refused."""
    require_helper(actor)
    return everything(actor, wanted, page) if wanted.everything else at_risk(actor, wanted, page)


def at_risk(actor: Actor, wanted: Wanted, page: int = 1) -> Page:
    """Those at risk, the most pressing that nobody is on first. Raises Refused."""
    require_helper(actor)
    pressing, tail = _pressing(actor, wanted)
    total = len(pressing.keys) + tail.total
    page, start, end = _span(page, total)
    keys = pressing.keys[start:end]
    keys += tail.keys(max(0, start - len(pressing.keys)), end - max(start, len(pressing.keys)))
    return Page(tuple(lines(actor, _in_order(keys))), total, page, total - pressing.in_hand)


@dataclass(frozen=True, slots=True)
class Pressing:
    """Services at risk for more than an entry that nobody checked, in their order; how many are in hand."""

    keys: list[UUID]
    in_hand: int


@dataclass(frozen=True, slots=True)
class Tail:
    """Where all that is wrong is that nobody checked the entry: there may be thousands, the oldest first."""

    rows: QuerySet[Service]
    never: int
    long_ago: int

    @property
    def total(self) -> int:
        """How many."""
        return self.never + self.long_ago

    def keys(self, first: int, count: int) -> list[UUID]:
        """So many of them from the ``first``, counted from 0."""
        if count <= 0:
            return []
        never, long_ago = unchecked()
        keys = self.rows.filter(never).order_by("id").values_list("id", flat=True)
        found = list(keys[first : first + count]) if first < self.never else []
        start, more = max(0, first - self.never), count - len(found)
        if more and start < self.long_ago:
            keys = self.rows.filter(long_ago).order_by("last_assured", "id").values_list("id", flat=True)
            found += keys[start : start + more]
        return found


def _pressing(actor: Actor, wanted: Wanted) -> tuple[Pressing, Tail]:
    """What presses, worked out from as little of each as the rules ask for; and the rest."""
    today, doing = clock.today(), open_actions(actor)
    pressing = likely().union(Service.objects.filter(id__in=among.keys(doing)).values("id"), all=True)
    found = look(entries(_within(wanted, shown().filter(id__in=pressing))), doing)
    kept = sorted((one for one in found if _fits(one, wanted)), key=lambda one: one.place(today))
    in_hand = sum(1 for one in kept if one.action and not one.action.is_late)
    return Pressing([one.entry.id for one in kept], in_hand), _tail(wanted, [one.entry for one in found])


def _fits(found: Found, wanted: Wanted) -> bool:
    if wanted.reason:
        return any(risk.reason is wanted.reason for risk in found.risks)
    return bool(found.risks)


def _tail(wanted: Wanted, pressing: Sequence[Entry]) -> Tail:
    """Counted whole, from an index, less those that press for more."""
    if wanted.reason not in (None, Reason.UNCHECKED):
        return Tail(Service.objects.none(), 0, 0)
    rows = _within(wanted, shown())
    never, long_ago = unchecked()
    counts = rows.aggregate(never=Count("pk", filter=never), long_ago=Count("pk", filter=long_ago))
    today, never_pressing = clock.today(), sum(one.last_assured is None for one in pressing)
    old_pressing = sum(is_unchecked(one.last_assured, today) for one in pressing) - never_pressing
    return Tail(
        rows.exclude(id__in=among.keys(one.id for one in pressing)),
        counts["never"] - never_pressing,
        counts["long_ago"] - old_pressing,
    )


def everything(actor: Actor, wanted: Wanted, page: int = 1) -> Page:
    """All services by name, at risk or not. Raises Refused."""
    require_helper(actor)
    rows = _within(wanted, shown()).order_by("name", "id")
    total = rows.count()
    page, start, end = _span(page, total)
    return Page(tuple(lines(actor, entries(rows[start:end]))), total, page, 0)


def every_line(actor: Actor, wanted: Wanted) -> Iterator[Line]:
    """The whole list in its order, for a download. Raises Refused."""
    require_helper(actor)
    if wanted.everything:
        keys = list(_within(wanted, shown()).order_by("name", "id").values_list("id", flat=True))
    else:
        pressing, tail = _pressing(actor, wanted)
        keys = pressing.keys + tail.keys(0, tail.total)
    for start in range(0, len(keys), AT_ONCE):
        yield from lines(actor, _in_order(keys[start : start + AT_ONCE]))


def _in_order(keys: Sequence[UUID]) -> list[Entry]:
    """These services, in this order."""
    found = {one.id: one for one in entries(shown().filter(id__in=among.keys(keys)))}
    return [found[key] for key in keys if key in found]


def _within(wanted: Wanted, rows: QuerySet[Service]) -> QuerySet[Service]:
    if wanted.neighbourhood:
        rows = rows.filter(id__in=within(wanted.neighbourhood).values("service_id"))
    return rows


def _span(page: int, total: int) -> tuple[int, int, int]:
    page = min(max(1, page), max(1, -(-total // PAGE)))
    return page, (page - 1) * PAGE, page * PAGE
