"""What enrolments add to "everything about me"."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Entry, Section, register
from cydwaith.kernel.actor import Actor

from . import queries
from .policy import on_front_line
from .queries import EnrolmentRow, TeamSaid


def programmes(actor: Actor, person_id: UUID) -> list[Entry]:
    """Each programme with its days and clinical teams, and the date of birth where it was given."""
    found = [line for row in queries.enrolments(actor, person_id) for line in _lines(row)]
    born = queries.born(actor, person_id)
    return found + ([Entry(_("Date of birth"), f"{born:%d/%m/%Y}")] if born else [])


def _lines(row: EnrolmentRow) -> list[Entry]:
    """The spell, then everything that was said of its clinical team."""
    label = _("Clinical team, {programme}").format(programme=row.programme)
    said = [Entry(label, _team(one), one.said, one.by) for one in row.said_of_teams]
    return [Entry(row.programme, _said(row), row.started), *said]


def _team(one: TeamSaid) -> str:
    name = one.name or _("None of them, or not known")
    return _("{name}: from {day}").format(name=name, day=f"{one.since:%d/%m/%Y}")


def _said(row: EnrolmentRow) -> str:
    ended = _("left on {day}").format(day=f"{row.ended:%d/%m/%Y}") if row.ended else row.time_words
    return ", ".join(filter(None, [row.cohort_words, row.stage_words, ended, row.reason_words]))


def register_sections() -> None:
    """Add the part to a person's record."""
    title = gettext_lazy("Programmes that I am on")
    register(Section("enrolments", title, Scope.REFERRALS, programmes, on_front_line))
