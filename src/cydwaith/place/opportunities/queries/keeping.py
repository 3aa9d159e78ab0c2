"""For whoever keeps or checks postings: their own, what waits, one with its differences."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from cydwaith.commons.people import queries as people
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system
from cydwaith.kernel.errors import NotFound
from cydwaith.web.templatetags.web import plain_date

from ..models import Keeper, Opportunity
from ..policy import KEEPS, is_checker, keeps, may_check_row, owner_of
from ..rules.posting import Posting, changed, from_values, mark
from ..rules.vocabulary import Status
from ..words import CHOICES, FIELD_NAMES, listed, named
from .public import OpportunityPage, find, page, place_names
from .rows import Line, line, posting_of

ASK_AFTER, AGAIN_AFTER, A_DAY = timedelta(days=60), timedelta(days=30), 25
READER = system("who checked a posting")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of a new version: what everybody reads, and what it would say."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class KeptPage:
    """One posting for whoever keeps or checks it."""

    page: OpportunityPage
    posting: Posting
    differences: list[Difference]
    reason: str
    decided_on: datetime | None
    decided_by: str
    may_check: bool
    typed_by_reader: bool
    is_checker: bool

    @property
    def mark(self) -> str:
        """What tells the words that are read here from others."""
        return mark(self.posting)

    @property
    def moves(self) -> frozenset[str]:
        """Where the keeper can move it."""
        now = self.page.line.status
        found = {
            Status.OPEN: {"paused", "closed"},
            Status.PAUSED: {"open", "closed"},
            Status.WAITING: {"closed"},
        }
        return frozenset(found.get(now, set()))


def mine(actor: Actor) -> list[Line]:
    """What the actor's organisation offers, or what a coach typed; the newest first."""
    owner = owner_of(actor)
    own = Q(organisation_id=owner) if owner else Q(made_by=actor.account_id)
    rows = list(Opportunity.objects.as_seen_by(actor).filter(own).order_by("-made_at", "id"))
    return _lines(actor, rows)


def waiting(actor: Actor) -> list[Line]:
    """What waits to be looked at, the oldest first; nothing for those who do not check."""
    if not is_checker(actor):
        return []
    new = Q(status=Status.WAITING.value) | Q(changes__isnull=False)
    return _lines(actor, list(Opportunity.objects.as_seen_by(actor).filter(new).order_by("made_at", "id")))


def kept(actor: Actor, opportunity_id: UUID) -> KeptPage:
    """One posting with what waits. Raises NotFound for those who do not keep it."""
    row = find(actor, opportunity_id)
    if not keeps(actor, row):
        raise NotFound(KEEPS)
    now = posting_of(row)
    new = from_values(row.changes, now) if row.changes is not None else now
    waits = Status(row.status) is Status.WAITING or row.changes is not None
    return KeptPage(
        page=page(actor, row),
        posting=new,
        differences=[_difference(name, now, new) for name in changed(now, new)],
        reason=row.reason,
        decided_on=row.decided_at,
        decided_by=people.names(READER, {row.decided_by}).get(row.decided_by, "") if row.decided_by else "",
        may_check=waits and may_check_row(actor, row),
        typed_by_reader=row.made_by is not None and row.made_by == actor.account_id,
        is_checker=is_checker(actor),
    )


def to_ask(actor: Actor) -> list[UUID]:
    """Postings that nobody confirmed for two months, and whose keeper was not asked lately."""
    today = clock.today()
    asked = Keeper.objects.as_seen_by(actor).filter(Q(asked_on=None) | Q(asked_on__lte=today - AGAIN_AFTER))
    rows = Opportunity.objects.as_seen_by(actor).filter(
        status=Status.OPEN.value, assured_on__lte=today - ASK_AFTER, id__in=asked.values("opportunity_id")
    )
    return list(rows.order_by("assured_on", "id").values_list("id", flat=True)[:A_DAY])


def _lines(actor: Actor, rows: list[Opportunity]) -> list[Line]:
    today, names = clock.today(), place_names(actor, rows)
    return [line(actor, row, today, names) for row in rows]


def _difference(name: str, before: Posting, after: Posting) -> Difference:
    return Difference(
        str(FIELD_NAMES[name]), _shown(name, getattr(before, name)), _shown(name, getattr(after, name))
    )


def _shown(name: str, value: Any) -> str:
    if isinstance(value, date):
        return plain_date(value)
    if isinstance(value, bool):
        return "✓" if value else ""
    if name in CHOICES:
        return listed(named(name, value if isinstance(value, tuple) else [value]))
    return str(value) if value is not None else ""
