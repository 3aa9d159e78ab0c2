"""Changes: asking, triage, asking a service, answering, closing, watching the clock."""

from ..queries.service import Asked
from .closing import close_support
from .confirming import confirm
from .front_door import Request, Sent, ask_for_support
from .leavers import let_leaver_out
from .loop import answer, take_back
from .onward import draft_referral, send_referral
from .triage import accept_request, decline_request, hand_over, redirect_request
from .watch import escalate

__all__ = [
    "Asked",
    "Request",
    "Sent",
    "accept_request",
    "answer",
    "ask_for_support",
    "close_support",
    "confirm",
    "decline_request",
    "draft_referral",
    "escalate",
    "hand_over",
    "let_leaver_out",
    "redirect_request",
    "send_referral",
    "take_back",
]
