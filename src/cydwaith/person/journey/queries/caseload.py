"""Who to think of today: the same number of queries for two people or two hundred."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from cydwaith.commons.circle import queries as circle
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.person.plans import queries as plans
from cydwaith.person.referrals import queries as referrals

from ..rules import Facts, Reason, reasons, urgency
from ..words import sentence
from .contacts import ContactFacts, contact_facts


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One person on the list: why to think of them, and when they were last in touch."""

    person_id: UUID
    name: str
    place: str
    language: str
    programme: str
    reasons: tuple[Reason, ...]
    last_contact: datetime | None
    review_on: date | None

    @property
    def sentences(self) -> list[str]:
        """The reasons in words, for the rows that are shown."""
        return [sentence(reason) for reason in self.reasons]


def caseload(actor: Actor) -> list[CaseloadRow]:
    """The people whom the actor walks with, those to think of first at the top."""
    ids = referrals.my_people(actor)
    plan_facts = plans.plan_facts(actor, ids)
    loop_facts = referrals.caseload_facts(actor, ids)
    contacts = contact_facts(actor, ids)
    today = clock.today()
    rows = []
    for who in circle.person_lines(actor, ids):
        plan, loop, contact = plan_facts[who.id], loop_facts[who.id], contacts[who.id]
        row = CaseloadRow(
            person_id=who.id,
            name=who.called,
            place=who.place_name,
            language=who.language,
            programme=loop.programme,
            reasons=reasons(_facts(plan, loop, contact), today),
            last_contact=contact.last,
            review_on=plan.next_review,
        )
        rows.append(row)
    return sorted(rows, key=lambda row: (urgency(row.reasons), row.name))


def _facts(plan: plans.PlanFacts, loop: referrals.ReferralFacts, contact: ContactFacts) -> Facts:
    return Facts(
        accepted_on=_day(loop.accepted_at),
        first_contact_by=loop.first_contact_due,
        reached_on=_day(contact.reached),
        last_contact_on=_day(contact.last),
        unanswered_referrals=loop.unanswered_overdue,
        waiting_for_person=loop.awaiting_person,
        review_on=plan.next_review,
        stuck_goals=plan.stuck_goals,
        changed_since_agreed=plan.changed_since_agreed,
    )


def _day(moment: datetime | None) -> date | None:
    return moment.astimezone(clock.LONDON).date() if moment else None
