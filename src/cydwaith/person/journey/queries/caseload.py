"""Who to think of today: the same number of queries for two people or two hundred."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from cydwaith.commons.circle import queries as circle
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.person.plans import queries as plans
from cydwaith.person.referrals import queries as referrals

from ..rules import Facts, reasons, urgency
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
    reasons: tuple[str, ...]
    last_contact: datetime | None
    review_on: date | None


def caseload(actor: Actor) -> list[CaseloadRow]:
    """The people whom the actor walks with, those to think of first at the top."""
    ids = referrals.my_people(actor)
    known = {card.id: card for card in circle.person_cards(actor, ids)}
    plan_facts = plans.plan_facts(actor, ids)
    loop_facts = referrals.caseload_facts(actor, ids)
    contacts = contact_facts(actor, ids)
    today = clock.today()
    rows = []
    for person_id, card in known.items():
        plan, loop, contact = plan_facts[person_id], loop_facts[person_id], contacts[person_id]
        found = reasons(_facts(plan, loop, contact), today)
        row = CaseloadRow(
            person_id=person_id,
            name=card.called,
            place=card.place_name,
            language=card.language,
            programme=loop.programme,
            reasons=tuple(sentence(reason) for reason in found),
            last_contact=contact.last,
            review_on=plan.next_review,
        )
        rows.append((urgency(found), card.called, row))
    return [row for _, _, row in sorted(rows, key=lambda item: item[:2])]


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
