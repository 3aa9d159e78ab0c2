"""What is being done, and what was done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from cydwaith.commons.people import queries as people
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ..models import Action
from ..rules import Outcome, is_in_hand
from ..words import OUTCOMES


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Something that was done or is being done, ready to show. ``is_late``: open, and past its day."""

    id: UUID
    service_id: UUID
    what: str
    who: str
    until: date | None
    made_at: datetime
    made_by: str
    is_open: bool
    is_late: bool
    outcome: str
    words: str
    closed_at: datetime | None
    closed_by: str


def action(actor: Actor, action_id: UUID) -> ActionRow:
    """One. Raises NotFound."""
    row = Action.objects.as_seen_by(actor).filter(id=action_id).first()
    if row is None:
        raise NotFound(_("This is no longer there."))
    return _rows(actor, [row])[0]


def history(actor: Actor, service_id: UUID) -> list[ActionRow]:
    """All that was done for a service and for those merged into it, the newest first."""
    theirs = Q(service_id=service_id) | Q(service__merged_into=service_id)
    rows = Action.objects.as_seen_by(actor).filter(theirs).order_by("-made_at", "-id")
    return _rows(actor, list(rows))


def open_actions(actor: Actor, service_ids: Iterable[UUID] | None = None) -> dict[UUID, ActionRow]:
    """For each of these services (or of all) what is being done now: one that is not late, if any is."""
    open_rows = Action.objects.as_seen_by(actor).filter(closed_at=None)
    if service_ids is not None:
        open_rows = open_rows.filter(service__in=list(service_ids))
    rows = _rows(actor, list(open_rows.order_by("made_at", "id")))
    return {row.service_id: row for row in sorted(rows, key=lambda row: not row.is_late)}


def _rows(actor: Actor, rows: list[Action]) -> list[ActionRow]:
    accounts = {account for row in rows for account in (row.made_by, row.closed_by) if account}
    names, today = people.names(actor, accounts) if accounts else {}, clock.today()
    return [_row(row, names, today) for row in rows]


def _row(row: Action, names: dict[UUID, str], today: date) -> ActionRow:
    is_open = row.closed_at is None
    return ActionRow(
        id=row.id,
        service_id=row.service_id,
        what=row.what,
        who=row.who,
        until=row.until,
        made_at=row.made_at,
        made_by=names.get(row.made_by, "") if row.made_by else "",
        is_open=is_open,
        is_late=is_open and not is_in_hand(row.until, today),
        outcome=str(OUTCOMES[Outcome(row.outcome)]) if row.outcome else "",
        words=row.words,
        closed_at=row.closed_at,
        closed_by=names.get(row.closed_by, "") if row.closed_by else "",
    )
