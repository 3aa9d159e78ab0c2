"""What is known of a job before it is written down: it began as an opportunity."""

from typing import Any
from uuid import UUID

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.person.seeking import queries as seeking
from cydwaith.place.opportunities.rules.vocabulary import Kind as Offered

from ..rules.held import Kind

KINDS = {
    Offered.JOB: Kind.EMPLOYEE,
    Offered.TRIAL: Kind.WORK_TRIAL,
    Offered.APPRENTICESHIP: Kind.APPRENTICESHIP,
    Offered.VOLUNTEERING: Kind.VOLUNTEERING,
}


def known_of(actor: Actor, person_id: UUID, interest: str) -> dict[str, Any]:
    """The fields of a new job that an interest fills in; none where it names nothing that has started."""
    try:
        found = seeking.begun(actor, person_id, UUID(interest))
    except (ValueError, NotFound):
        return {}
    kind = KINDS[found.kind].value if found.kind else None
    return {
        "title": found.title,
        "employer": found.employer,
        "start": found.on,
        "kind": kind,
        "hours": found.hours,
    }
