"""A person's yes or no to their line in the returns of a programme."""

from dataclasses import dataclass
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Refused
from cydwaith.person.enrolments.queries import enrolments
from cydwaith.place.programmes import queries as programmes
from cydwaith.place.programmes.rules import About
from cydwaith.place.programmes.words import ABOUT

from ..models import Agreement
from ..policy import YES, may_agree


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """A programme that somebody is on, what its returns tell of them, and whether their line may be sent.

    ``is_less``: their yes was to less than is asked now, so that the line is not in every return.
    """

    programme: str
    name: str
    agrees: bool | None
    tells: tuple[str, ...]
    is_less: bool


def agreement_rows(actor: Actor, person_id: UUID) -> tuple[AgreementRow, ...]:
    """The programmes of a person, and whether their line may be sent for each."""
    rows = Agreement.objects.as_seen_by(actor).filter(person_id=person_id).order_by("at", "id")
    newest = {row.programme: row for row in rows}
    on = {row.version.key: row for row in enrolments(actor, person_id)}
    asked = about(actor)
    return tuple(
        _agreement(key, row.programme, newest.get(key), asked.get(key, frozenset()))
        for key, row in sorted(on.items())
    )


@sensitive_read("return_agreements_seen", "work")
def agreements(actor: Actor, person_id: UUID) -> tuple[AgreementRow, ...]:
    """The same rows; the look is recorded. Raises Refused where the person's work is not open."""
    if not may_agree(actor, person_id=person_id).allowed:
        raise Refused(YES)
    return agreement_rows(actor, person_id)


def _agreement(key: str, name: str, said: Agreement | None, asked: frozenset[About]) -> AgreementRow:
    return AgreementRow(
        programme=key,
        name=name,
        agrees=said.agrees if said else None,
        tells=tuple(str(ABOUT[one]) for one in About if one in asked),
        is_less=said is not None and said.agrees and not asked <= set(said.about),
    )


def about(actor: Actor) -> dict[str, frozenset[About]]:
    """What the returns of each programme tell of somebody, by its key; of those over until lately too."""
    found = programmes.versions_lately(actor, clock.today())
    return {one.key: frozenset().union(*(each.about for each in one.returns)) for one in found}
