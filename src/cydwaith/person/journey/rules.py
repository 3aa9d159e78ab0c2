"""Who to think of today, and why: pure rules over facts."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

QUIET_AFTER_DAYS = 28


class Why(StrEnum):
    """Reasons to think of somebody, most pressing first."""

    FIRST_CONTACT_LATE = "first_contact_late"
    REFERRAL_UNANSWERED = "referral_unanswered"
    FIRST_CONTACT_DUE = "first_contact_due"
    REVIEW_DUE = "review_due"
    PERSON_TO_SAY = "person_to_say"
    GOAL_STUCK = "goal_stuck"
    CHANGED_SINCE_AGREED = "changed_since_agreed"
    QUIET = "quiet"


PRESSING = tuple(Why)


class Facts(NamedTuple):
    """What is known of one person's journey; dates are days in the United Kingdom."""

    first_contact_by: date | None = None
    reached: bool = False
    last_contact_on: date | None = None
    unanswered_referrals: int = 0
    waiting_for_person: int = 0
    review_on: date | None = None
    stuck_goals: int = 0
    changed_since_agreed: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why to think of somebody; ``days`` late (positive) or to go (negative), ``count`` of things."""

    why: Why
    days: int = 0
    count: int = 0


def reasons(facts: Facts, today: date) -> tuple[Reason, ...]:
    """All reasons that hold today, most pressing first."""
    found = [reason for rule in RULES if (reason := rule(facts, today))]
    return tuple(sorted(found, key=lambda r: (PRESSING.index(r.why), -r.days)))


def urgency(found: tuple[Reason, ...]) -> tuple[int, int]:
    """A key to sort people by: the most pressing reason, then how long it has been so."""
    if not found:
        return (len(PRESSING), 0)
    return (PRESSING.index(found[0].why), -found[0].days)


def _first_contact(facts: Facts, today: date) -> Reason | None:
    if facts.first_contact_by is None or facts.reached:
        return None
    late = (today - facts.first_contact_by).days
    return Reason(Why.FIRST_CONTACT_LATE if late > 0 else Why.FIRST_CONTACT_DUE, days=late)


def _unanswered(facts: Facts, today: date) -> Reason | None:
    if not facts.unanswered_referrals:
        return None
    return Reason(Why.REFERRAL_UNANSWERED, count=facts.unanswered_referrals)


def _waiting_for_person(facts: Facts, today: date) -> Reason | None:
    return Reason(Why.PERSON_TO_SAY, count=facts.waiting_for_person) if facts.waiting_for_person else None


def _review(facts: Facts, today: date) -> Reason | None:
    if facts.review_on is None or facts.review_on > today:
        return None
    return Reason(Why.REVIEW_DUE, days=(today - facts.review_on).days)


def _stuck(facts: Facts, today: date) -> Reason | None:
    return Reason(Why.GOAL_STUCK, count=facts.stuck_goals) if facts.stuck_goals else None


def _changed(facts: Facts, today: date) -> Reason | None:
    return Reason(Why.CHANGED_SINCE_AGREED) if facts.changed_since_agreed else None


def _quiet(facts: Facts, today: date) -> Reason | None:
    since = facts.last_contact_on
    if since is None or not facts.reached or today - since < timedelta(days=QUIET_AFTER_DAYS):
        return None
    return Reason(Why.QUIET, days=(today - since).days)


RULES = (_first_contact, _unanswered, _waiting_for_person, _review, _stuck, _changed, _quiet)
