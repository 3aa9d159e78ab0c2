"""What is agreed at work adds to "everything about me"."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Entry, Section, register
from cydwaith.kernel.actor import Actor

from . import policy
from .models import Adjustment, Invitation
from .rules.agreeing import Move, State
from .words import HAPPENED, STATES


def entries(actor: Actor, person_id: UUID) -> list[Entry]:
    """Whom the person invited at work, and what was said about each adjustment."""
    if not policy.sees(actor, person_id):
        return []
    invited = Invitation.objects.as_seen_by(actor).filter(person_id=person_id).order_by("written_at")
    rows = Adjustment.objects.as_seen_by(actor).filter(person_id=person_id).order_by("written_at")
    return [*map(_invitation, invited), *map(_adjustment, rows)]


def _invitation(row: Invitation) -> Entry:
    label = _("Invited: %(name)s, %(employer)s") % {"name": row.name, "employer": row.employer}
    days = "\n".join(f"{day} {hours}" for day, hours in row.calendar)
    return Entry(label, "\n".join(filter(None, (row.email, row.purpose, days))), row.written_at, row.by_name)


def _adjustment(row: Adjustment) -> Entry:
    told = [f"{HAPPENED[Move(one['move'])]}: {one['by']}. {one['words']}" for one in row.history]
    label = _("%(what)s (%(state)s)") % {"what": row.what, "state": STATES[State(row.state)]}
    return Entry(label, "\n".join([row.helps, *told]).strip(), row.written_at, row.by_name)


register(Section("workplace", gettext_lazy("Agreed at work"), Scope.WORK, entries, policy.may_support))
