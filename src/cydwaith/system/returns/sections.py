"""What this app holds of a person's record."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Entry, Section, no_employer, register
from cydwaith.kernel.actor import Actor

from . import queries


def entries(actor: Actor, person_id: UUID) -> list[Entry]:
    """Whether the person's line may be sent, programme by programme."""
    said = {True: _("Yes, my line may be sent"), False: _("No, my line may not be sent")}
    return [
        Entry(row.name, str(said[row.agrees]))
        for row in queries.agreement_rows(actor, person_id)
        if row.agrees is not None
    ]


register(Section("returns", _("What funders may be told of me"), Scope.WORK, entries, no_employer))
