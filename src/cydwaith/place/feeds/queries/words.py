"""How a fetch went, in a sentence."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models import Fetch
from ..rules import Outcome, Why

COLOURS: dict[str, str] = {
    Outcome.APPLIED: "green",
    Outcome.SAME: "grey",
    Outcome.HELD: "yellow",
    Outcome.FAILED: "red",
    Outcome.REJECTED: "grey",
}
DAY, WEEK = 24, 168


def every(hours: int) -> str:
    """How often."""
    known = {0: _("Only when asked"), 1: _("Every hour"), DAY: _("Every day"), WEEK: _("Every week")}
    return known.get(hours) or ngettext("Every %(count)d hour", "Every %(count)d hours", hours) % {
        "count": hours
    }


def outcome(kind: str) -> str:
    """How it ended, in a word or two."""
    return {
        Outcome.RUNNING: _("Not finished"),
        Outcome.APPLIED: _("Taken in"),
        Outcome.SAME: _("Nothing new"),
        Outcome.HELD: _("Held"),
        Outcome.REJECTED: _("Left out"),
        Outcome.FAILED: _("Failed"),
    }[Outcome(kind)]


def why(kind: str) -> str:
    """Why it was held or failed, and what follows."""
    return _whys()[Why(kind)] if kind else ""


def _whys() -> dict[Why, str]:
    return {
        Why.VANISHED: _("The address says that the feed is gone."),
        Why.SILENT: _("The feed has not answered for a week."),
        Why.SHRUNK: _("The feed lost more services than it may lose without a person saying yes."),
        Why.EMPTY: _("The feed came without a single service."),
        Why.BUSY: _("The server was too busy. We will try again later."),
        Why.SERVER: _("The server has a fault. We will try again later."),
        Why.REFUSED: _("The server refused. Ask those who keep the feed."),
        Why.NETWORK: _("The server could not be reached, or stopped half-way. We will try again later."),
        Why.UNREADABLE: _("What came is not a whole feed. Nothing was taken in. We will try again later."),
        Why.LARGE: _("The answer was too large. Ask those who keep the feed for smaller pages."),
        Why.SLOW: _("The server was too slow. We will try again later."),
        Why.PRIVATE: _("The address leads to a private network, so it was not opened."),
        Why.ADDRESS: _("The address leads to something that is not a web address."),
        Why.LOOP: _("The pages of the feed have no end. Ask those who keep the feed."),
    }


def counts(one: Fetch) -> str:
    """What it did, or would do."""
    parts = (
        (one.created, _("{count} new")),
        (one.changed, _("{count} changed")),
        (one.unchanged, _("{count} as before")),
        (one.refused, _("{count} not usable")),
        (one.gone, _("{count} gone")),
    )
    return ", ".join(said.format(count=count) for count, said in parts if count)
