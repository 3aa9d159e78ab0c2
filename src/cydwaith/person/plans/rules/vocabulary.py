"""The words of a plan: its headings, kinds, states and owners."""

from enum import StrEnum

from cydwaith.commons.circle.rules import Scope


class Heading(StrEnum):
    """The headings of About Me, in the order in which a reader meets them.

    PRSB About Me v1.2, with what matters, strengths and communication first, and the
    person's own words on health and work.
    """

    MATTERS = "matters"
    STRENGTHS = "strengths"
    COMMUNICATION = "communication"
    PEOPLE = "people"
    WELLNESS = "wellness"
    PLEASE_DO = "please-do"
    PLEASE_DO_NOT = "please-do-not"
    SUPPORT = "support"
    HEALTH = "health"
    WORK = "work"
    IN_THE_WAY = "in-the-way"
    ALSO = "also"
    HELPED_BY = "helped-by"


HEADING_SCOPES = {Heading.HEALTH: Scope.HEALTH, Heading.WORK: Scope.WORK}
MAY_BE_DECLINED = frozenset({Heading.MATTERS})


def scope_of(heading: Heading) -> Scope:
    """Which part of a permission opens this heading."""
    return HEADING_SCOPES.get(heading, Scope.ABOUT_ME)


class GoalKind(StrEnum):
    """What a goal is about. None ranks above another: lists are alphabetical, no default."""

    PEOPLE = "people"
    HEALTH = "health"
    HOME = "home"
    LEARNING = "learning"
    WORK = "work"


class GoalStatus(StrEnum):
    """Where a goal is."""

    NOW = "now"
    LATER = "later"
    REACHED = "reached"
    LET_GO = "let-go"


LIVE = frozenset({GoalStatus.NOW, GoalStatus.LATER})


class StepStatus(StrEnum):
    """Where a step is."""

    NOT_DONE = "not-done"
    DONE = "done"
    BLOCKED = "blocked"
    DROPPED = "dropped"


class Owner(StrEnum):
    """Who will do a step."""

    PERSON = "person"
    COACH = "coach"
    SERVICE = "service"
    OTHER = "other"


NEEDS_A_NAME = frozenset({Owner.SERVICE, Owner.OTHER})


class Kind(StrEnum):
    """The things that a plan's history is about."""

    ENTRY = "entry"
    GOAL = "goal"
    STEP = "step"
    REVIEW = "review"
