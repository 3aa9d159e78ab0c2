"""The words for states, reasons and answers, in one place and in both languages."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .rules import Closing, Happened, Helped, Loop, Problem, Reason, Status

Words = str | Promise

STATUS: dict[Status, Words] = {
    Status.DRAFT: _("Not sent yet"),
    Status.REQUESTED: _("Waiting for an answer"),
    Status.ACCEPTED: _("They said yes"),
    Status.REJECTED: _("They could not help"),
    Status.IN_PROGRESS: _("Started"),
    Status.ON_HOLD: _("On hold"),
    Status.FAILED: _("Did not happen"),
    Status.COMPLETED: _("Finished"),
    Status.CANCELLED: _("Taken back"),
    Status.ENTERED_IN_ERROR: _("Made by mistake"),
}

COLOUR: dict[Status, str] = {
    Status.DRAFT: "grey",
    Status.REQUESTED: "yellow",
    Status.ACCEPTED: "turquoise",
    Status.REJECTED: "grey",
    Status.IN_PROGRESS: "blue",
    Status.ON_HOLD: "orange",
    Status.FAILED: "grey",
    Status.COMPLETED: "green",
    Status.CANCELLED: "grey",
    Status.ENTERED_IN_ERROR: "grey",
}

# What a service presses, in the first person.
ANSWER: dict[Status, Words] = {
    Status.ACCEPTED: _("Yes, we can help"),
    Status.REJECTED: _("We cannot help this time"),
    Status.IN_PROGRESS: _("We have started"),
    Status.ON_HOLD: _("It is on hold"),
    Status.FAILED: _("It did not happen"),
    Status.COMPLETED: _("We have finished"),
}

REASON: dict[Reason, Words] = {
    Reason.WRONG_AREA: _("Outside the area we cover"),
    Reason.FULL: _("We are full for now"),
    Reason.NOT_SUITABLE: _("It is not the right kind of help"),
    Reason.DECLINED: _("The person chose not to, which is their right"),
    Reason.NO_CONTACT: _("We tried and could not reach them"),
    Reason.OTHER: _("Another reason"),
}

LOOP: dict[Loop, Words] = {
    Loop.WITH_REQUESTER: _("Not sent yet"),
    Loop.WITH_RESPONDER: _("With the service"),
    Loop.WITH_PERSON: _("Waiting for the person to say whether it happened and helped"),
    Loop.CLOSED: _("Closed by the person"),
    Loop.ENDED: _("Ended"),
}

WITH_TEAM: Words = _("With the team")
YOU: Words = _("You")

HAPPENED: dict[Happened, Words] = {
    Happened.YES: _("Yes, it happened"),
    Happened.PARTLY: _("Part of it happened"),
    Happened.NO: _("No, it did not happen"),
}

HELPED: dict[Helped, Words] = {
    Helped.A_LOT: _("It helped a lot"),
    Helped.A_LITTLE: _("It helped a little"),
    Helped.NOT_REALLY: _("It did not really help"),
    Helped.MADE_WORSE: _("It made things worse"),
    Helped.TOO_SOON: _("It is too soon to say"),
}

CLOSING: dict[Closing, Words] = {
    Closing.PLAN_MET: _("They have what they came for"),
    Closing.IN_WORK: _("They started work"),
    Closing.STAYED_IN_WORK: _("They stayed in their job or went back to it"),
    Closing.MOVED_ON: _("Other support has taken over"),
    Closing.MOVED_AWAY: _("They moved away"),
    Closing.DECLINED: _("They chose to stop, which is their right"),
    Closing.NO_CONTACT: _("We tried and could not reach them"),
}

PROBLEM: dict[Problem, Words] = {
    Problem.WRONG_SIDE: _("This is for the other side to say."),
    Problem.NOT_FROM_HERE: _("This has moved on since you opened the page. Look at it again."),
    Problem.ALREADY_CLOSED: _("The person has closed this referral, so it can no longer be changed."),
    Problem.REASON_MISSING: _("Choose a reason."),
    Problem.WORDS_MISSING: _("Say the reason in your own words."),
}

CONTACT_BY: dict[str, Words] = {
    "phone": _("Phone call"),
    "text": _("Text message"),
    "email": _("E-mail"),
    "letter": _("Letter"),
    "relay": _("Text relay"),
    "bsl-video": _("Video call in British Sign Language"),
}

LANGUAGE: dict[str, Words] = {
    "en": _("English"),
    "cy": _("Welsh"),
    "bsl": _("British Sign Language"),
    "other": _("Another language"),
}

REFERRED_BY: dict[str, Words] = {
    "self": _("Me"),
    "professional": _("Somebody I support in my work"),
    "employer": _("Somebody I employ"),
}

EVENT: dict[str, Words] = {
    "assigned": _("A coach was chosen"),
    "note": _("A line was added"),
    "overdue-coach": _("The answer was late, and the coach was told"),
    "overdue-manager": _("The answer was late, and the manager was told"),
    "confirmed": _("The person said how it went"),
    "told-referrer": _("A message went back to whoever asked"),
    "redirected": _("Somewhere else was suggested"),
}

VOICE: dict[str, Words] = {
    "person": _("The person"),
    "team": _("The team"),
    "service": _("The service"),
    "referrer": _("Whoever asked"),
    "system": _("Cydwaith"),
}

TRAIL: dict[str, Words] = {
    "support_requested": _("Asked for support for you"),
    "request_accepted": _("Said yes to your request"),
    "request_declined": _("Said no to your request"),
    "request_redirected": _("Suggested somewhere else"),
    "coach_changed": _("Changed your coach"),
    "support_closed": _("Ended the support"),
    "referral_drafted": _("Prepared a request to a service"),
    "referral_sent": _("Sent a request to a service"),
    "referral_answered": _("Answered a request"),
    "referral_taken_back": _("Took a request back"),
    "referral_confirmed": _("Said how it went"),
    "overdue_escalated": _("Told somebody that an answer is late"),
    "referral_opened_by_service": _("Opened a request, with what was shared for it"),
    "referral_seen": _("Looked at a request"),
    "timeline_seen": _("Looked at what happened with your requests"),
}


def reason(code: str) -> str:
    """The words of a reason, or nothing."""
    return str(REASON[Reason(code)]) if code else ""
