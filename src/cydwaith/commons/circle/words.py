"""The words of the circle on pages: scopes, how it was decided, and what was done with a record."""

from django.utils.translation import gettext_lazy as _

from .rules import Relation, Scope

SCOPE_WORDS = {
    Scope.CONTACT: _("How to reach me"),
    Scope.ABOUT_ME: _("About me: what matters to me, my strengths, how to talk with me"),
    Scope.PLAN: _("My plan: goals, steps and notes of our talks"),
    Scope.HEALTH: _("My health, in my own words"),
    Scope.WORK: _("Work, in my own words"),
    Scope.MEASURES: _("How things are: my answers to questions and how they change"),
    Scope.REFERRALS: _("Support I have been referred to"),
    Scope.DOCUMENTS: _("Only the documents that I give them"),
}
# Each document is given from its own page; alone, this part opens nothing.
ASKED_SCOPES = {scope: words for scope, words in SCOPE_WORDS.items() if scope is not Scope.DOCUMENTS}

RELATION_WORDS = {
    Relation.WORK: _("My employer, my manager or somebody else at my work"),
    Relation.CLOSE: _("Family or a friend"),
    Relation.OTHER: _("Somebody else, such as an adviser or a nurse"),
}
HOW_WORDS = {
    "by the person": _("You decided this yourself."),
    "with the person": _("You said yes when you talked; a coach wrote it down."),
    "front door": _("You agreed to this when you asked for support."),
    "front door request": _("This began when your request for support was accepted."),
}

LANGUAGES = {
    "en": _("English"),
    "cy": _("Welsh"),
    "bsl": _("British Sign Language"),
}

TRAIL_WORDS = {
    "person_registered": _("Wrote down who you are"),
    "details_changed": _("Changed your contact details"),
    "own_page_opened": _("Opened your own page for you"),
    "let_in": _("Let somebody in"),
    "supporter_invited": _("Invited somebody you chose"),
    "let_out": _("Stopped somebody seeing your record"),
    "record_seen": _("Looked at your details"),
    "shared_view_seen": _("Looked at what you shared"),
    "message_queued": _("Sent a message"),
}


def scope_words(scopes: Scope) -> list[str]:
    """The parts that a permission opens, in words."""
    return [str(words) for scope, words in SCOPE_WORDS.items() if scope in scopes]


def describe(words: dict[str, object]) -> None:
    """Add an app's words for what its commands and reads do; from its ``ready``."""
    TRAIL_WORDS.update(words)  # type: ignore[arg-type]


def trail_words(verb: str) -> str:
    """What was done, in words for the person."""
    return str(TRAIL_WORDS.get(verb, _("Did something with your record")))
