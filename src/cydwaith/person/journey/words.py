"""How ways, outcomes and reasons are put on a page."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .rules import Reason, Why

WAYS = {
    "phone": _("By phone"),
    "text": _("By text message"),
    "email": _("By e-mail"),
    "letter": _("By letter"),
    "in_person": _("In person"),
    "video": _("By video"),
    "bsl": _("In British Sign Language"),
}

OUTCOMES = {
    "reached": _("We talked"),
    "no_answer": _("No answer"),
    "left_message": _("Left a message"),
    "asked_later": _("They asked to talk another time"),
    "wrong_details": _("The number or address was wrong"),
}

NEXT_STEP_BY = {
    "person": _("The person wrote it"),
    "their_words": _("The coach wrote down the person's words"),
}

OWN_PAGE = (
    _("Your own page is ready"),
    _("Sign in with this e-mail address to see your own page. We send you a code; there is no password."),
)

TRAIL_WORDS = {
    "own_page_offered": _("Offered you your own page"),
    "attempt_logged": _("Tried to reach you"),
    "talk_written": _("Wrote down a talk with you"),
    "next_step_written": _("Wrote a next step"),
    "story_seen": _("Read your story so far"),
    "journey_seen": _("Looked at your page"),
}

SENTENCES = {
    Why.FIRST_CONTACT_DUE: _("First contact is due."),
    Why.CHANGED_SINCE_AGREED: _("The plan changed since they agreed to it."),
}


def sentence(reason: Reason) -> str:
    """One reason as a plain sentence."""
    if reason.why in SENTENCES:
        return str(SENTENCES[reason.why])
    return COUNTED[reason.why](reason)


def _late(reason: Reason) -> str:
    return ngettext(
        "First contact is %(days)d day late.", "First contact is %(days)d days late.", reason.days
    ) % {"days": reason.days}


def _unanswered(reason: Reason) -> str:
    return ngettext(
        "A referral has had no answer in time.",
        "%(count)d referrals have had no answer in time.",
        reason.count,
    ) % {"count": reason.count}


def _to_say(reason: Reason) -> str:
    return ngettext(
        "Ask whether the support helped.",
        "Ask whether the support helped (%(count)d referrals).",
        reason.count,
    ) % {"count": reason.count}


def _review(reason: Reason) -> str:
    if reason.days == 0:
        return str(_("A review of the plan is due today."))
    return ngettext(
        "A review of the plan was due %(days)d day ago.",
        "A review of the plan was due %(days)d days ago.",
        reason.days,
    ) % {"days": reason.days}


def _stuck(reason: Reason) -> str:
    return ngettext("A goal seems stuck.", "%(count)d goals seem stuck.", reason.count) % {
        "count": reason.count
    }


def _quiet(reason: Reason) -> str:
    return ngettext("No contact for %(days)d day.", "No contact for %(days)d days.", reason.days) % {
        "days": reason.days
    }


COUNTED = {
    Why.FIRST_CONTACT_LATE: _late,
    Why.REFERRAL_UNANSWERED: _unanswered,
    Why.PERSON_TO_SAY: _to_say,
    Why.REVIEW_DUE: _review,
    Why.GOAL_STUCK: _stuck,
    Why.QUIET: _quiet,
}
