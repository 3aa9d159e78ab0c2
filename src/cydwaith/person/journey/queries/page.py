"""One person's page: the same facts for the person and for whoever walks with them."""

from dataclasses import dataclass
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle import queries as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor
from cydwaith.person.measures import queries as measures
from cydwaith.person.plans import queries as plans
from cydwaith.person.referrals import queries as referrals

from .contacts import TalkRow, talks


@dataclass(frozen=True, slots=True)
class JourneyPage:
    """What matters, what is next, goals and referrals; parts that are not open stay empty."""

    person: circle.PersonCard
    own: bool
    scopes: Scope
    matters: str
    last_talk: TalkRow | None
    goals: tuple[plans.GoalRow, ...]
    referrals: tuple[referrals.ReferralRow, ...]
    programme: str
    support_id: UUID | None
    questions_waiting: int

    @property
    def sees_plan(self) -> bool:
        """Whether the plan is open to the reader."""
        return Scope.PLAN in self.scopes

    @property
    def sees_measures(self) -> bool:
        """Whether how things are is open to the reader."""
        return Scope.MEASURES in self.scopes

    @property
    def closed_parts(self) -> Scope:
        """What the person has not let the reader in to."""
        everything = Scope(0)
        for scope in Scope:
            everything |= scope
        return everything & ~self.scopes


@sensitive_read("journey_seen", "journey")
def journey(actor: Actor, person_id: UUID) -> JourneyPage:
    """The page of one person. Raises ``NotFound`` where nothing is open to the actor."""
    card = circle.person_card(actor, person_id)
    scopes = circle.open_scopes(actor, person_id)
    found = talks(actor, person_id)
    loop = referrals.caseload_facts(actor, [person_id]).get(person_id, referrals.ReferralFacts())
    waiting = measures.measure_facts(actor, [person_id])[person_id].waiting
    return JourneyPage(
        person=card,
        own=actor.is_person(person_id),
        scopes=scopes,
        matters=plans.what_matters(actor, person_id) or "",
        last_talk=found[0] if found else None,
        goals=tuple(g for g in plans.goals(actor, person_id) if g.status == "now"),
        referrals=tuple(referrals.open_referrals(actor, person_id)),
        programme=loop.programme,
        support_id=loop.support_id,
        questions_waiting=waiting,
    )
