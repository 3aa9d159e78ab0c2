"""Reads: triage, one referral and its timeline, the asker's view, the service's view, facts."""

from .answering import AnswerPage, answer_page, asked_of_us
from .asking import AskedPage, AskedRow, my_request, my_requests
from .facts import my_people, overdue_ids, with_referrals
from .now import ReferralsNow, programme_of_support, referrals_now
from .one import DraftPage, ReferralPage, draft_page, one, support_of
from .onward import Whom, goal_for, what_to_say, whom
from .record import ReferralRow, all_referrals, timeline
from .service import Asked, service_to_ask
from .triage import Door, WaitingRow, door, waiting

__all__ = [
    "AnswerPage",
    "Asked",
    "AskedPage",
    "AskedRow",
    "Door",
    "DraftPage",
    "ReferralPage",
    "ReferralRow",
    "ReferralsNow",
    "WaitingRow",
    "Whom",
    "all_referrals",
    "answer_page",
    "asked_of_us",
    "door",
    "draft_page",
    "goal_for",
    "my_people",
    "my_request",
    "my_requests",
    "one",
    "overdue_ids",
    "programme_of_support",
    "referrals_now",
    "service_to_ask",
    "support_of",
    "timeline",
    "waiting",
    "what_to_say",
    "whom",
    "with_referrals",
]
