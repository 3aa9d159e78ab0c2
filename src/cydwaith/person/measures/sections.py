"""What measures add to "everything about me": scores and every answer, with when and how."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.commons.circle import queries as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Entry, Section, register
from cydwaith.kernel.actor import Actor

from .queries import readings_by_instrument
from .queries.history import InstrumentHistory, ReadingRow


def how_things_are(actor: Actor, person_id: UUID) -> list[Entry]:
    """Every score and every answer, oldest first; nothing where measures are not open."""
    if not circle.may(actor, person_id, Scope.MEASURES):
        return []
    return [entry for one in readings_by_instrument(actor, person_id) for entry in _entries(one)]


def _entries(one: InstrumentHistory) -> list[Entry]:
    scores = [
        Entry(_("%(measure)s: %(score)s") % {"measure": one.name, "score": scale.name}, point.shown, point.at)
        for scale in one.scales
        for point in scale.points
    ]
    return scores + [entry for row in one.readings for entry in _answers(row)]


def _answers(row: ReadingRow) -> list[Entry]:
    how = _("%(how)s, put right later") % {"how": row.how} if row.replaced else row.how
    by = ", ".join(part for part in (row.by, how) if part)
    return [Entry(question, answer, row.at, by) for question, answer in row.answers]


def register_sections() -> None:
    """Add the part to a person's record."""
    title = gettext_lazy("How things are")
    register(Section("measures", title, Scope.MEASURES, how_things_are))
