"""What looking for work adds to "everything about me"."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.commons.circle import queries as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Entry, Section, no_employer, register
from cydwaith.kernel.actor import Actor

from .queries.contacts import ContactRow, contacts_of
from .queries.interests import interests


def looking(actor: Actor, person_id: UUID) -> list[Entry]:
    """What they are interested in, what was passed on, and talks with employers for them."""
    if not circle.may(actor, person_id, Scope.WORK):
        return []
    said = interests(actor, person_id)
    talks = contacts_of(actor, person_id)
    return [
        *(Entry(_("Interested in: %(what)s") % {"what": row.title}, row.stage_label, row.at) for row in said),
        *(Entry(_("Passed on to %(who)s") % {"who": row.employer}, row.passed_on, row.at) for row in said),
        *(Entry(_("Talk with %(who)s") % {"who": row.employer}, _said(row), row.on, row.by) for row in talks),
    ]


def _said(row: ContactRow) -> str:
    return ". ".join(part for part in (row.way, row.came_of, row.words) if part)


register(Section("seeking", gettext_lazy("Looking for work"), Scope.WORK, looking, no_employer))
