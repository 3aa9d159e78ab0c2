"""Changes and states of a plan, told in words."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..rules.history import Difference, State, Turn
from ..rules.vocabulary import GoalKind, GoalStatus, Heading, Kind, Owner, StepStatus
from ..words import GOAL_KINDS, GOAL_STATUSES, GOAL_TAGS, HEADINGS, OWNERS, STEP_STATUSES


def change_title(difference: Difference) -> str:
    """What a change did: "Changed: What matters most to me", "Step: Done"."""
    if difference.kind is Kind.ENTRY:
        return _entry_title(difference)
    return _moved(difference) or _thing_titles()[difference.kind].get(difference.turn, "")


def _entry_title(difference: Difference) -> str:
    titles = {Turn.ADDED: _("Written: %(what)s"), Turn.REMOVED: _("Emptied: %(what)s")}
    sentence = titles.get(difference.turn, _("Changed: %(what)s"))
    return sentence % {"what": thing_title(difference)}


def _moved(difference: Difference) -> str:
    before, after = difference.before.get("status", ""), difference.after.get("status", "")
    if not before or before == after:
        return ""
    if difference.kind is Kind.GOAL:
        return _("Goal: %(status)s") % {"status": GOAL_TAGS[GoalStatus(after)]}
    return _("Step: %(status)s") % {"status": STEP_STATUSES[StepStatus(after)]}


def _thing_titles() -> dict[Kind, dict[Turn, str]]:
    return {
        Kind.GOAL: {Turn.ADDED: _("Goal added"), Turn.CHANGED: _("Goal changed")},
        Kind.STEP: {Turn.ADDED: _("Step added"), Turn.CHANGED: _("Step changed")},
        Kind.REVIEW: {Turn.ADDED: _("Review day chosen"), Turn.CHANGED: _("Review day changed")},
    }


def headline(kind: Kind, state: State) -> str:
    """The words of a thing, to know it by."""
    return _day(state["review_on"]) if kind is Kind.REVIEW else state.get("words", "")


def thing_title(difference: Difference) -> str:
    """What kind of thing it is; for an entry, its heading."""
    state = difference.after or difference.before
    if difference.kind is Kind.ENTRY:
        return str(HEADINGS[Heading(state["heading"])].title)
    names = {Kind.GOAL: _("Goal"), Kind.STEP: _("Step"), Kind.REVIEW: _("Review day")}
    return names[difference.kind]


def told(kind: Kind, state: State) -> dict[str, str]:
    """What a state says, line by line, in words."""
    if not state:
        return {}
    if kind is Kind.ENTRY:
        declined = _("I would rather not say now") if state["declined"] else ""
        return {_("Words"): state["words"] or declined}
    if kind is Kind.GOAL:
        return _goal_lines(state)
    return _step_lines(state) if kind is Kind.STEP else {_("Review day"): _day(state["review_on"])}


def _goal_lines(state: State) -> dict[str, str]:
    return {
        _("Words"): state["words"],
        _("Why it matters"): state["why"],
        _("What it is about"): str(GOAL_KINDS[GoalKind(state["kind"])]),
        _("Where it is"): str(GOAL_STATUSES[GoalStatus(state["status"])]),
    }


def _step_lines(state: State) -> dict[str, str]:
    return {
        _("Words"): state["words"],
        _("Who will do it"): state["owner_name"] or str(OWNERS[Owner(state["owner"])]),
        _("By when"): _day(state["due"]),
        _("Where it is"): str(STEP_STATUSES[StepStatus(state["status"])]),
        _("What is in the way"): state["blocked_because"],
    }


def _day(iso: str) -> str:
    return date_format(date.fromisoformat(iso), "j F Y") if iso else ""
