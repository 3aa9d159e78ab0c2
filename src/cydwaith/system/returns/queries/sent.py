"""Returns that were sent, to the letter."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ..models import SentReturn
from ..policy import require_manager
from ..rules import Row
from .choices import choices


@dataclass(frozen=True, slots=True)
class SentCard:
    """A return that was sent. ``title``: as it is called now, or by its keys where it is no more."""

    id: UUID
    title: str
    programme: str
    template: str
    version: str
    first: date
    last: date
    rows: int
    left_out: int
    by: str
    at: datetime


def sent(actor: Actor) -> tuple[SentCard, ...]:
    """What the manager's team sent, newest first."""
    require_manager(actor)
    titles = {(one.programme, one.template): one.title for one in choices(actor)}
    rows = SentReturn.objects.as_seen_by(actor).order_by("-sent_at", "-id")
    return tuple(as_card(row, titles.get((row.programme, row.template), "")) for row in rows)


def sent_file(actor: Actor, sent_id: UUID) -> tuple[SentCard, tuple[str, ...], tuple[Row, ...]]:
    """One that was sent, to the letter. Raises NotFound."""
    row = SentReturn.objects.as_seen_by(actor).filter(id=sent_id).first()
    if row is None:
        raise NotFound(_("There is no such return."))
    return as_card(row), tuple(row.columns), rows_of(row)


def last_sent(actor: Actor, programme: str, template: str) -> SentReturn | None:
    """The newest one of a kind that the manager's team sent."""
    return next(iter(_newest_sent(actor, programme, template)), None)


@prepared
def _newest_sent(actor: Actor, programme: str, template: str) -> GuardedQuerySet:
    rows = SentReturn.objects.as_seen_by(actor).filter(programme=programme, template=template)
    return rows.order_by("-sent_at", "-id")[:1]


def rows_of(sent: SentReturn) -> tuple[Row, ...]:
    """The lines of one that was sent."""
    return tuple(Row(one["reference"], tuple(one["values"]), one["provisional"]) for one in sent.rows)


def as_card(row: SentReturn, title: str = "") -> SentCard:
    """One that was sent, without its lines."""
    return SentCard(
        id=row.id,
        title=title or f"{row.programme}, {row.template}",
        programme=row.programme,
        template=row.template,
        version=row.version,
        first=row.first,
        last=row.last,
        rows=len(row.rows),
        left_out=row.left_out,
        by=row.sent_by,
        at=row.sent_at,
    )
