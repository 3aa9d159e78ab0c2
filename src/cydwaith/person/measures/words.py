"""What modes, ways of asking and verdicts are called on a page."""

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from cydwaith.methods.measures import Change, Score, Words

from .rules import How, Mode

MODES = {
    Mode.SELF: gettext_lazy("answered by the person"),
    Mode.ASSISTED: gettext_lazy("answered together"),
    Mode.PHONE: gettext_lazy("answered on the phone"),
}

HOW = {
    How.LINK: gettext_lazy("Send a link, to answer on their own phone or computer"),
    How.TOGETHER: gettext_lazy("Answer together now, in the same room"),
    How.PHONE: gettext_lazy("Answer together now, on the phone"),
}

WHAT = {
    "ons4": gettext_lazy("4 questions about how you feel about your life"),
    "goals": gettext_lazy("How far you have come with up to 3 of your goals"),
    "work_ability": gettext_lazy("1 question about work"),
    "three_cs": gettext_lazy("3 questions of our own, not tested as a measure"),
    "wsas": gettext_lazy("5 questions about what gets in the way"),
    "loneliness": gettext_lazy("4 questions about company"),
}

TRAIL = {
    "questions_asked": gettext_lazy("Asked you some questions"),
    "questions_answered": gettext_lazy("Answered some questions"),
    "questions_finished": gettext_lazy("Finished some questions"),
    "reading_recorded": gettext_lazy("Wrote down answers about how things are"),
    "reading_corrected": gettext_lazy("Put answers right"),
    "measures_seen": gettext_lazy("Looked at how things are"),
}


def here(words: Words) -> str:
    """A definition's words in the page's language."""
    return words.in_language((get_language() or "en")[:2])


def number(value: float) -> str:
    """A score as people write it: no needless decimals."""
    return f"{round(value, 2):g}"


def out_of(value: float, lowest: float, highest: float) -> str:
    """A score with its scale."""
    parts = {"value": number(value), "lowest": number(lowest), "highest": number(highest)}
    if lowest == 0:
        return _("%(value)s out of %(highest)s") % parts
    return _("%(value)s, on a scale from %(lowest)s to %(highest)s") % parts


def said(score: Score) -> str:
    """A score with its band; a category by its name alone."""
    band = here(score.band.words) if score.band else ""
    if score.better is None:
        return band
    shown = out_of(score.value, score.lowest, score.highest)
    return _("%(score)s: %(band)s") % {"score": shown, "band": band} if band else shown


def compared(change: Change) -> str:
    """First and latest in one sentence."""
    parts = {
        "before": number(change.before),
        "after": number(change.after),
        "points": number(abs(change.change)),
    }
    if change.direction == "better":
        return _("%(before)s at first, %(after)s now: %(points)s better.") % parts
    if change.direction == "worse":
        return _("%(before)s at first, %(after)s now: %(points)s worse.") % parts
    return _("%(before)s at first and %(after)s now: the same.") % parts


def judged(change: Change) -> str:
    """What a published rule says of the size of a change."""
    if change.rule is None:
        return _("There is no published rule for how large a change counts.")
    points = {"points": number(change.rule.at_least)}
    if change.verdict.endswith("improvement"):
        return _("That is enough to count as a change for the better (%(points)s points or more).") % points
    if change.verdict.endswith("deterioration"):
        return _("That is enough to count as a change for the worse (%(points)s points or more).") % points
    return _("That is too little to count as a change (%(points)s points or more).") % points
