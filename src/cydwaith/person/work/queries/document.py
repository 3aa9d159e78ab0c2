"""One document for one reader, made from what was kept."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.queries import may, person_card
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.clock import LONDON
from cydwaith.kernel.errors import NotFound

from ..documents import Facts, compose
from ..models import HealthWords, Kept
from ..rules.contents import is_made_for
from ..rules.paper import Paper
from ..rules.phased import Concern, Week, calendar, concerns, usable
from ..rules.statement import StatementAnswers, read
from ..rules.vocabulary import Kind, Reader, Sheet
from .profile import profile


@dataclass(frozen=True, slots=True)
class Document:
    """A paper, what it was made from, its calendar, and where the calendar goes too far."""

    statement_id: UUID
    person_id: UUID
    kind: Kind
    reader: Reader
    paper: Paper
    said: StatementAnswers
    weeks: tuple[Week, ...]
    concerns: tuple[Concern, ...]


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
    """The document as its reader would see it. Words about health are read only when ticked.

    Raises ``NotFound`` where the statement is not open to the actor, or is not for such a reader.
    """
    rows = Kept.objects.as_seen_by(actor).filter(
        id=statement_id, person_id=person_id, sheet=Sheet.STATEMENT.value
    )
    kept = rows.first()
    if kept is None or not is_made_for(kind, reader):
        raise NotFound(_("This is not here, or not open to you."))
    said = read(kept.answers)
    known = profile(actor, person_id)
    facts = Facts(
        name=person_card(actor, person_id).name,
        kept_on=kept.written_at.astimezone(LONDON).date(),
        statement=said,
        profile=known.said if known else None,
        health=health_words(actor, person_id) if with_health else "",
    )
    paper = compose(kind, reader, facts, language=language or actor.language, with_health=with_health)
    weeks = calendar(said.build_up) if usable(said.build_up) else ()
    return Document(kept.id, person_id, kind, reader, paper, said, weeks, concerns(weeks, said))


def health_words(actor: Actor, person_id: UUID) -> str:
    """The words about health, where health is open to the actor; else nothing."""
    rows = HealthWords.objects.as_seen_by(actor).filter(person_id=person_id)
    return rows.values_list("words", flat=True).first() or ""


def own_words(actor: Actor, person_id: UUID) -> str | None:
    """The words about health for whoever may read them; None where health is not open to the actor."""
    return health_words(actor, person_id) if may(actor, person_id, Scope.HEALTH) else None
