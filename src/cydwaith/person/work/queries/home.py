"""The work page of one person: where things are, and the next thing to do."""

from dataclasses import dataclass
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor
from cydwaith.person.plans.queries.hope import HopeVoice, voices

from ..rules.vocabulary import Sheet
from .given import GivenRow, given_by
from .reports import ReportView, reports_of
from .sheet import SheetView, sheets_for
from .who import answers_reader


@dataclass(frozen=True, slots=True)
class WorkHome:
    """Both sheets, and the voices on hope for work."""

    person_id: UUID
    called: str
    own: bool
    may_write: bool
    profile: SheetView
    statement: SheetView
    hopes: tuple[HopeVoice, ...]


@sensitive_read("work_seen", "work")
def home(actor: Actor, person_id: UUID) -> WorkHome:
    """The work page. Raises ``Refused`` where work is not open to the actor."""
    by = answers_reader(actor, person_id)
    both = sheets_for(by, *Sheet)
    return WorkHome(
        person_id=person_id,
        called=by.called,
        own=by.own,
        may_write=by.writes(Scope.WORK),
        profile=both[Sheet.PROFILE],
        statement=both[Sheet.STATEMENT],
        hopes=voices(by),
    )


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The statement that papers are made from, and what a professional signed.

    ``knows_name``: the name, which every paper bears, is open to the reader.
    """

    view: SheetView
    reports: tuple[ReportView, ...]
    sees_health: bool
    knows_name: bool


@sensitive_read("work_seen", "papers")
def papers(actor: Actor, person_id: UUID) -> PapersPage:
    """The list of papers. Raises ``Refused`` where work is not open to the actor."""
    by = answers_reader(actor, person_id)
    view = sheets_for(by, Sheet.STATEMENT)[Sheet.STATEMENT]
    return PapersPage(view, reports_of(actor, person_id), Scope.HEALTH in by.scopes, by.knows_name)


@dataclass(frozen=True, slots=True)
class GivenPage:
    """To whom papers were given."""

    person_id: UUID
    called: str
    own: bool
    may_write: bool
    given: tuple[GivenRow, ...]


@sensitive_read("work_seen", "given papers")
def given_to(actor: Actor, person_id: UUID) -> GivenPage:
    """To whom papers were given, newest first. Raises ``Refused`` where work is not open."""
    by = answers_reader(actor, person_id)
    return GivenPage(person_id, by.called, by.own, by.writes(Scope.WORK), given_by(actor, person_id))
