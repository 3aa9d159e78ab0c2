"""What this app holds of a person's record."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Entry, Section, register
from cydwaith.kernel.actor import Actor

from . import queries


def entries(actor: Actor, person_id: UUID) -> list[Entry]:
    """Each time that a practice asked about work."""
    return [
        Entry(row.status, f"{row.choice}. {row.line}".strip(), row.at, row.by)
        for row in queries.of_person(actor, person_id)
    ]


register(Section("work_questions", _("What a practice asked me about work"), Scope.HEALTH, entries))
