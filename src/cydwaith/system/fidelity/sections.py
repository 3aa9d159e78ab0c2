"""What this app holds of a person's record."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Entry, Section, no_employer, register
from cydwaith.kernel.actor import Actor

from . import queries


def entries(actor: Actor, person_id: UUID) -> list[Entry]:
    """Help with benefits that the person got."""
    return [Entry(row.advice, "", row.on, row.by) for row in queries.benefits_rows(actor, person_id)]


TITLE = _("Help to see what work does to my benefits")
register(Section("benefits_talks", TITLE, Scope.WORK, entries, no_employer))
