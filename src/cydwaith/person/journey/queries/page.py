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

from .contacts import TalkRow, last_talk


@dataclass(frozen=True, slots=True)
class JourneyPage:
    """What matters, what is next, goals and referrals; parts that are not open stay empty."""

    person: circle.PersonCard
    own: bool
    scopes: Scope
    matters: str
    last_talk: TalkRow | None
    goals: tuple[plans.GoalLine, ...]
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
        return everything & ~self.scopes & ~Scope.DOCUMENTS


@sensitive_read("journey_seen", "journey")
def journey(actor: Actor, person_id: UUID) -> JourneyPage:
    """The page of one person. Raises ``NotFound`` where nothing is open to the actor."""
    own = actor.is_person(person_id)
    now = referrals.referrals_now(actor, person_id)
    return JourneyPage(
        person=circle.person_card(actor, person_id),
        own=own,
        scopes=circle.open_scopes(actor, person_id),
        matters=plans.what_matters(actor, person_id) or "",
        last_talk=last_talk(actor, person_id),
        goals=plans.goals_today(actor, person_id),
        referrals=now.rows,
        programme=now.programme,
        support_id=now.support_id,
        questions_waiting=len(measures.waiting(actor, person_id)) if own else 0,
    )
