"""What headings, kinds and states are called on a page."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .rules.progress import Stuck
from .rules.sides import Side
from .rules.standing import Standing
from .rules.vocabulary import GoalKind, GoalStatus, Heading, Owner, StepStatus


class Wording(NamedTuple):
    """A heading and the help under it."""

    title: Promise
    hint: Promise


HEADINGS: dict[Heading, Wording] = {
    Heading.MATTERS: Wording(
        _("What matters most to me"),
        _("People, places, things you do, things you believe in. Anything that makes a good day good."),
    ),
    Heading.STRENGTHS: Wording(
        _("What I am good at"),
        _("Skills, experience, and what people who know you would say you are good at."),
    ),
    Heading.COMMUNICATION: Wording(
        _("How I communicate and how to communicate with me"),
        _("For example: text me first, speak Welsh with me, give me time to answer, write it down."),
    ),
    Heading.PEOPLE: Wording(
        _("People who are important to me"),
        _("Family, friends, neighbours, pets, and how they are part of your life."),
    ),
    Heading.WELLNESS: Wording(
        _("What keeps me well"),
        _("What a good day looks like, and what you do to stay well."),
    ),
    Heading.PLEASE_DO: Wording(_("Please do"), _("Things that help when people are with you.")),
    Heading.PLEASE_DO_NOT: Wording(_("Please do not"), _("Things that make it harder for you.")),
    Heading.SUPPORT: Wording(
        _("How and when to support me"),
        _("What kind of help you like, when, and when you would rather do it yourself."),
    ),
    Heading.HEALTH: Wording(
        _("My health in my own words"),
        _("As much or as little as you like. You do not need medical words."),
    ),
    Heading.WORK: Wording(
        _("Work in my own words"),
        _("What you have done, what you do now, what you would like, and how you feel about it."),
    ),
    Heading.IN_THE_WAY: Wording(
        _("What gets in the way"),
        _("Anything that makes things harder just now, such as pain, money, travel or caring for someone."),
    ),
    Heading.ALSO: Wording(_("Also worth knowing"), _("Anything else that people should know.")),
    Heading.HELPED_BY: Wording(
        _("Written with help from"),
        _("Who helped you to write this, if anyone did."),
    ),
}

GOAL_KINDS: dict[GoalKind, Promise] = {
    GoalKind.HEALTH: _("Health"),
    GoalKind.LEARNING: _("Learning"),
    GoalKind.HOME: _("Money and home"),
    GoalKind.PEOPLE: _("People and purpose"),
    GoalKind.WORK: _("Work"),
}

SIDES: dict[Side, Promise] = {
    Side.HEALTH: _("health"),
    Side.WORK: _("work or learning"),
    Side.LIFE: _("people, home and what you enjoy"),
}

GOAL_STATUSES: dict[GoalStatus, Promise] = {
    GoalStatus.NOW: _("I am working on this now"),
    GoalStatus.LATER: _("I will come back to this later"),
    GoalStatus.REACHED: _("I have reached this"),
    GoalStatus.LET_GO: _("I have let this go"),
}

GOAL_TAGS: dict[GoalStatus, Promise] = {
    GoalStatus.NOW: pgettext_lazy("goal", "Now"),
    GoalStatus.LATER: pgettext_lazy("goal", "Later"),
    GoalStatus.REACHED: pgettext_lazy("goal", "Reached"),
    GoalStatus.LET_GO: pgettext_lazy("goal", "Let go"),
}

STEP_STATUSES: dict[StepStatus, Promise] = {
    StepStatus.NOT_DONE: pgettext_lazy("step", "Not done yet"),
    StepStatus.DONE: pgettext_lazy("step", "Done"),
    StepStatus.BLOCKED: pgettext_lazy("step", "Something is in the way"),
    StepStatus.DROPPED: pgettext_lazy("step", "Not needed any more"),
}

OWNERS: dict[Owner, Promise] = {
    Owner.PERSON: _("The person whose plan this is"),
    Owner.COACH: _("The coach"),
    Owner.SERVICE: _("A service"),
    Owner.OTHER: _("Somebody else"),
}

ROLES: dict[str, Promise] = {
    "person": pgettext_lazy("role", "the person"),
    "coach": pgettext_lazy("role", "coach"),
    "link_worker": pgettext_lazy("role", "link worker"),
    "clinician": pgettext_lazy("role", "clinician"),
    "charity": pgettext_lazy("role", "charity"),
    "employer": pgettext_lazy("role", "employer"),
    "manager": pgettext_lazy("role", "service manager"),
    "steward": pgettext_lazy("role", "steward"),
    "supporter": pgettext_lazy("role", "supporter"),
}

STANDINGS: dict[Standing, Promise] = {
    Standing.NOT_AGREED: _("Not agreed yet"),
    Standing.AGREED: _("Agreed"),
    Standing.CHANGED: _("Changed since you agreed"),
}

STUCK: dict[Stuck, Promise] = {
    Stuck.QUIET: _("Nothing has moved here for a while."),
    Stuck.FELL: _("The rating has gone down."),
}

TRAIL = {
    "plan_agreed": _("Agreed the plan"),
    "plan_yes_written_down": _("Wrote down that you agreed the plan"),
    "about_me_written": _("Wrote in About me"),
    "goal_added": _("Added a goal"),
    "goal_changed": _("Changed a goal"),
    "goal_moved": _("Changed where a goal is"),
    "goal_rated": _("Rated a goal"),
    "hope_said": _("Said how much hope there is for work"),
    "review_set": _("Chose a day to look at the plan again"),
    "step_added": _("Added a step"),
    "step_changed": _("Changed a step"),
    "step_moved": _("Changed where a step is"),
    "about_me_seen": _("Read About me"),
    "plan_seen": _("Read your plan"),
    "plan_history_seen": _("Looked at earlier versions of your plan"),
    "plan_versions_compared": _("Compared two versions of your plan"),
}
