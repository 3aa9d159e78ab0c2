"""One document for one reader, made from what was kept."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.queries import may, person_card
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.clock import LONDON
from cydwaith.kernel.errors import NotFound

from ..documents import Facts, compose
from ..models import HealthWords, Kept
from ..rules.contents import is_made_for
from ..rules.paper import Paper
from ..rules.phased import Concern, Week, calendar, concerns, usable
from ..rules.profile import ProfileAnswers
from ..rules.statement import StatementAnswers
from ..rules.vocabulary import Kind, Reader, Sheet
from .profile import profile
from .statement import Statement, as_statement, statement
from .who import answers_reader


class NothingKept(NotFound):
    """No work statement is kept yet, of which a paper could be made."""


@dataclass(frozen=True, slots=True)
class Document:
    """A paper, what it was made from, its calendar, and where the calendar goes too far.

    ``may_write``: its reader may change the answers and give the paper, and does not only look at it.
    """

    statement_id: UUID
    person_id: UUID
    kind: Kind
    reader: Reader
    paper: Paper
    said: StatementAnswers
    weeks: tuple[Week, ...]
    concerns: tuple[Concern, ...]
    may_write: bool


@dataclass(frozen=True, slots=True)
class Source:
    """What papers are made from. ``health`` stays out of each paper for which it is not ticked."""

    person_id: UUID
    statement: Statement
    profile: ProfileAnswers | None
    name: str
    health: str
    may_write: bool

    def paper(self, kind: Kind, reader: Reader, *, language: str, with_health: bool = False) -> Document:
        """The document as its reader would see it. Raises ``NotFound`` where it is not for such a reader."""
        if not is_made_for(kind, reader):
            raise NotFound(_("This is not here, or not open to you."))
        kept, said = self.statement, self.statement.said
        facts = Facts(
            name=self.name,
            kept_on=kept.at.astimezone(LONDON).date(),
            statement=said,
            profile=self.profile,
            health=self.health if with_health else "",
        )
        paper = compose(kind, reader, facts, language=language, with_health=with_health)
        weeks = calendar(said.build_up) if usable(said.build_up) else ()
        against = concerns(weeks, said)
        return Document(kept.id, self.person_id, kind, reader, paper, said, weeks, against, self.may_write)


@sensitive_read("work_document_seen", "document")
def source(actor: Actor, person_id: UUID) -> Source:
    """What papers are made from now.

    Raises ``NothingKept`` where no statement is kept, ``Refused`` where work is not open to the actor.
    """
    kept = statement(actor, person_id)
    if kept is None:
        answers_reader(actor, person_id)
        raise NothingKept(_("No work statement is kept yet."))
    return _source(actor, person_id, kept, with_health=True)


@sensitive_read("work_document_seen", "document")
def document(
    actor: Actor,
    person_id: UUID,
    statement_id: UUID,
    kind: Kind,
    reader: Reader,
    *,
    language: str = "",
    with_health: bool = False,
) -> Document:
    """One document, from a statement that was kept. Words about health are read only when ticked.

    Raises ``NotFound`` where the statement is not open to the actor, or is not for such a reader.
    """
    kept = next(map(as_statement, _one(actor, person_id, statement_id)), None)
    found = _source(actor, person_id, kept, with_health=with_health)
    return found.paper(kind, reader, language=language or actor.language, with_health=with_health)


def _source(actor: Actor, person_id: UUID, kept: Statement | None, *, with_health: bool) -> Source:
    if kept is None:
        raise NotFound(_("This is not here, or not open to you."))
    known = profile(actor, person_id)
    return Source(
        person_id=person_id,
        statement=kept,
        profile=known.said if known else None,
        name=person_card(actor, person_id).name,
        health=health_words(actor, person_id) if with_health else "",
        may_write=actor.is_person(person_id) or actor.is_practitioner,
    )


@prepared
def _one(actor: Actor, person_id: UUID, statement_id: UUID) -> GuardedQuerySet:
    rows = Kept.objects.as_seen_by(actor).filter(person_id=person_id, sheet=Sheet.STATEMENT.value)
    return rows.filter(id=statement_id)


def health_words(actor: Actor, person_id: UUID) -> str:
    """The words about health, where health is open to the actor; else nothing."""
    return next(iter(_health(actor, person_id)), "")


@prepared
def _health(actor: Actor, person_id: UUID) -> "QuerySet[HealthWords, str]":
    return HealthWords.objects.as_seen_by(actor).filter(person_id=person_id).values_list("words", flat=True)


def own_words(actor: Actor, person_id: UUID) -> str | None:
    """The words about health for whoever may read them; None where health is not open to the actor."""
    return health_words(actor, person_id) if may(actor, person_id, Scope.HEALTH) else None
