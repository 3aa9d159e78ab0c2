"""A steward decides on what was proposed; whoever proposed it hears."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.people.queries import partnership
from cydwaith.commons.places.queries import locate
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid
from cydwaith.kernel.ids import new_id
from cydwaith.place.directory.commands import add_record, assure_record, correct_record
from cydwaith.place.directory.queries import effective

from .. import letters
from ..models import Proposal
from ..policy import may_decide
from ..queries.entry import entry
from ..queries.proposals import find
from ..rules.entry import FIELDS, Point, in_both, lacking, new_record, patch, with_whole_place
from .answering import assurer


@command("proposal_accepted", permit=may_decide)
def accept(actor: Actor, *, proposal_id: UUID, reason: str = "") -> Done[UUID | None]:
    """Make it so: correct the entry, or add what is new. The value is the entry. Raises Conflict, Invalid."""
    row = _waiting(actor, proposal_id)
    if row.service_id is None:
        row.became_id = _add(actor, row)
    else:
        _correct(actor, row, row.values)
    _decide(actor, row, "accepted", reason)
    return Done(row.became_id or row.service_id, subject=proposal_id, fields=tuple(row.values))


@command("proposal_merged", permit=may_decide)
def merge(actor: Actor, *, proposal_id: UUID, service_id: UUID) -> Done[None]:
    """It is there already: the entry learns what it lacked and keeps the rest. Raises Conflict, NotFound."""
    row = _waiting(actor, proposal_id)
    new = lacking(entry(actor, service_id).texts, row.values)
    row.service_id = row.became_id = service_id
    if new:
        _correct(actor, row, new)
    _decide(actor, row, "merged", "")
    return Done(None, subject=proposal_id, fields=tuple(new))


@command("proposal_refused", permit=may_decide)
def refuse(actor: Actor, *, proposal_id: UUID, reason: str) -> Done[None]:
    """Leave things as they are, and say why to whoever proposed it. Raises Conflict, Invalid."""
    if not reason.strip():
        raise Invalid(_("Say why, in a line. Whoever sent it reads this."), "reason")
    row = _waiting(actor, proposal_id)
    _decide(actor, row, "refused", reason.strip())
    return Done(None, subject=proposal_id, fields=("reason",))


def _waiting(actor: Actor, proposal_id: UUID) -> Proposal:
    row = find(actor, proposal_id)
    if row.outcome != "waiting":
        raise Conflict(_("Somebody has decided on this already."))
    return row


def _add(actor: Actor, row: Proposal) -> UUID:
    us = partnership(actor)
    assured = {"assured_date": clock.today().isoformat(), "assured_by": us.name if us else "Cydwaith"}
    kind = row.values.get("kind") or "group"
    values = in_both(row.values) if row.language == "cy" else row.values
    record = new_record(str(new_id()), kind, values, _point(row, values), assured)
    return add_record(actor, kind="service", record=record)


def _correct(actor: Actor, row: Proposal, values: dict[str, str]) -> None:
    """What a group says of itself and a steward agrees with is assured too."""
    wanted = {name: text for name, text in values.items() if name in FIELDS}
    now = entry(actor, row.service_id)
    by = assurer(now) if row.by == "group" else ""
    if wanted:
        whole = with_whole_place(wanted, now.texts)
        record = effective(actor, "service", row.service_id)
        change = patch(record, whole, _point(row, whole))
        correct_record(actor, kind="service", key=row.service_id, patch=change, by=by, reason=row.words)
    if by:
        assure_record(actor, key=row.service_id, by=by)


def _point(row: Proposal, texts: dict[str, str]) -> Point | None:
    """Where it is: on the spot, else where its postcode is."""
    if row.latitude is not None and row.longitude is not None:
        return Point(row.latitude, row.longitude)
    found = locate(texts.get("postcode", ""))
    return Point(found.latitude, found.longitude) if found else None


def _decide(actor: Actor, row: Proposal, outcome: str, reason: str) -> None:
    address, row.reply_to = row.reply_to, ""
    row.outcome, row.reason = outcome, reason
    row.decided_at, row.decided_by = clock.now(), actor.account_id
    row.save()
    if row.by == "group" and row.service_id:
        letters.tell_group(row.service_id)
    if address:
        letters.tell_suggester(row.id, address, row.language)
