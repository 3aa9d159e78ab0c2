"""What this app holds about a person, for the preview, the export and the shared view."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Entry, Section, register
from cydwaith.kernel.actor import Actor


def register_sections() -> None:
    """Add this app's part; once, when it is ready."""
    register(Section("referrals", _("My referrals"), Scope.REFERRALS, _entries))


def _entries(actor: Actor, person_id: UUID) -> list[Entry]:
    from .queries.record import all_referrals, timeline_quietly

    referrals = [
        Entry(row.title, f"{row.status_words}. {row.matters}", when=row.requested_at)
        for row in all_referrals(actor, person_id)
    ]
    lines = timeline_quietly(actor, person_id)
    return referrals + [Entry(line.what, line.words, when=line.at, by=line.by) for line in lines]
