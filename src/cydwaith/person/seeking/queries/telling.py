"""What could be passed on to an employer, before anything is."""

from dataclasses import dataclass
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle import queries as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor
from cydwaith.person.plans.queries.who import Reader
from cydwaith.person.work.queries.who import answers_reader
from cydwaith.place.opportunities.queries import OpportunityPage, opportunity


@dataclass(frozen=True, slots=True)
class Preview:
    """One posting, and what is known of how to reach the person: only what is ticked is passed on."""

    by: Reader
    found: OpportunityPage
    name: str
    phone: str
    email: str


@sensitive_read("way_to_reach_seen", "contact")
def preview(actor: Actor, person_id: UUID, opportunity_id: UUID) -> Preview:
    """What the page offers to pass on. Raises Refused, NotFound."""
    by, found = answers_reader(actor, person_id), opportunity(actor, opportunity_id)
    if not circle.may(actor, person_id, Scope.CONTACT):
        return Preview(by, found, "", "", "")
    card = circle.person_card(actor, person_id)
    return Preview(by, found, card.called, card.phone, card.email)
