"""What this app holds of a person's record."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Entry, Section, register
from cydwaith.kernel.actor import Actor

from . import queries


def attempts(actor: Actor, person_id: UUID) -> list[Entry]:
    """Attempts to reach the person."""
    return [
        Entry(a.way, f"{a.outcome} {a.note}".strip(), a.at, a.by) for a in queries.attempts(actor, person_id)
    ]


def talks(actor: Actor, person_id: UUID) -> list[Entry]:
    """Notes of talks, each with its next step."""
    entries = []
    for talk in queries.talks(actor, person_id):
        entries.append(Entry(_("What we talked about"), talk.about, talk.at, talk.by))
        if talk.next_step:
            entries.append(Entry(_("Next step"), talk.next_step, talk.at, talk.next_step_by))
    return entries


register(Section("attempts", _("Times when somebody tried to reach me"), Scope.REFERRALS, attempts))
register(Section("talks", _("Our talks"), Scope.PLAN, talks))
