"""The register as a list: those at risk, or all, narrowed by reason and neighbourhood."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F, QuerySet

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.models import Service

from ..policy import require_helper
from ..rules import Reason
from .facts import AT_ONCE, likely, shown, unchecked
from .hoods import within
from .lines import Found, Line, in_words, look

PAGE = 25
FIELDS = (
    "name", "name_cy", "accepting", "last_assured", "organisation__name", "organisation__name_cy"
)  # fmt: skip


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
    pressing, tail = _pressing(actor, wanted), _tail(actor, wanted)
    total = len(pressing) + tail.count()
    page, start, end = _span(page, total)
    rest = tail[max(0, start - len(pressing)) : max(0, end - len(pressing))]
    lines = in_words(actor, pressing[start:end] + look(actor, list(rest)))
    in_hand = sum(1 for one in pressing if one.action and not one.action.is_late)
    return Page(tuple(lines), total, page, total - in_hand)


def _pressing(actor: Actor, wanted: Wanted) -> list[Found]:
    """At risk for more than an entry that nobody checked, or asked for lately."""
    found = look(actor, list(_rows(wanted).filter(likely(actor)).distinct()))
    kept = [one for one in found if _fits(one, wanted)]
    return sorted(kept, key=lambda one: one.place(clock.today()))


def _fits(found: Found, wanted: Wanted) -> bool:
    reasons = {risk.reason for risk in found.risks}
    return wanted.reason in reasons if wanted.reason else bool(reasons)


def _tail(actor: Actor, wanted: Wanted) -> QuerySet[Service]:
    """Where all that is wrong is that nobody checked the entry: there may be thousands, the oldest first."""
    if wanted.reason not in (None, Reason.UNCHECKED):
        return Service.objects.none()
    rows = _rows(wanted).filter(unchecked()).exclude(likely(actor))
    return rows.order_by(F("last_assured").asc(nulls_first=True), "id")


def everything(actor: Actor, wanted: Wanted, page: int = 1) -> Page:
    """All services by name, at risk or not. Raises Refused."""
    require_helper(actor)
    rows = _rows(wanted).order_by("name", "id")
    total = rows.count()
    page, start, end = _span(page, total)
    return Page(tuple(in_words(actor, look(actor, list(rows[start:end])))), total, page, 0)


def every_line(actor: Actor, wanted: Wanted) -> Iterator[Line]:
    """The whole list in its order, for a download. Raises Refused."""
    require_helper(actor)
    if not wanted.everything:
        yield from in_words(actor, _pressing(actor, wanted))
    rows = _rows(wanted).order_by("name", "id") if wanted.everything else _tail(actor, wanted)
    count = rows.count()
    for start in range(0, count, AT_ONCE):
        yield from in_words(actor, look(actor, list(rows[start : start + AT_ONCE])))


def _rows(wanted: Wanted) -> QuerySet[Service]:
    rows = shown().select_related("organisation").only(*FIELDS)
    if wanted.neighbourhood:
        rows = rows.filter(id__in=within(wanted.neighbourhood).values("service_id"))
    return rows


def _span(page: int, total: int) -> tuple[int, int, int]:
    page = min(max(1, page), max(1, -(-total // PAGE)))
    return page, (page - 1) * PAGE, page * PAGE
