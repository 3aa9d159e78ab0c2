"""Agreeing on an adjustment: who may say what when, and what then stands."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

REMIND_DAYS = 7
LONGEST_AHEAD_DAYS = 366
LONGEST_INVITATION_DAYS = 730


class ContactRole(StrEnum):
    """What the invited person is at work."""

    MANAGER = "manager"
    HR = "hr"
    OCCUPATIONAL_HEALTH = "oh"


class Ended(StrEnum):
    """Why an invitation ended before its day."""

    STOPPED = "stopped"
    MANAGER = "manager"
    ROLE = "role"


class Side(StrEnum):
    """Who speaks."""

    PERSON = "person"
    EMPLOYER = "employer"


class State(StrEnum):
    """How an adjustment stands."""

    PROPOSED = "proposed"
    AMENDED = "amended"
    AGREED = "agreed"
    REFUSED = "refused"
    ENDED = "ended"


class Move(StrEnum):
    """What one side can say."""

    PROPOSE = "propose"
    AGREE = "agree"
    AMEND = "amend"
    REFUSE = "refuse"
    ACCEPT = "accept"
    DECLINE = "decline"
    KEEP = "keep"
    CHANGE = "change"
    END = "end"
    CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class Rule:
    """When a move may be made, by whom, what stands after it, and what it needs."""

    side: Side
    when: frozenset[State]
    then: State
    needs_words: bool = False
    needs_day: bool = False


_OPEN = frozenset({State.PROPOSED, State.AMENDED, State.AGREED, State.REFUSED})
_ASKED = frozenset({State.PROPOSED, State.REFUSED})
RULES = {
    Move.AGREE: Rule(Side.EMPLOYER, _ASKED, State.AGREED, needs_day=True),
    Move.AMEND: Rule(Side.EMPLOYER, _ASKED | {State.AGREED}, State.AMENDED, needs_words=True, needs_day=True),
    Move.REFUSE: Rule(
        Side.EMPLOYER, frozenset({State.PROPOSED}), State.REFUSED, needs_words=True, needs_day=True
    ),
    Move.KEEP: Rule(Side.EMPLOYER, frozenset({State.AGREED}), State.AGREED, needs_day=True),
    Move.ACCEPT: Rule(Side.PERSON, frozenset({State.AMENDED}), State.AGREED),
    Move.DECLINE: Rule(Side.PERSON, frozenset({State.AMENDED}), State.PROPOSED),
    Move.CHANGE: Rule(Side.PERSON, _OPEN - {State.AMENDED}, State.PROPOSED, needs_words=True),
    Move.END: Rule(Side.PERSON, _OPEN, State.ENDED),
}


def moves(side: Side, state: State) -> tuple[Move, ...]:
    """What one side can say now."""
    return tuple(move for move, rule in RULES.items() if rule.side is side and state in rule.when)


def after(move: Move, *, was_agreed: bool) -> State:
    """What stands after a move: a change that is turned down leaves what was agreed before."""
    if move is Move.DECLINE and was_agreed:
        return State.AGREED
    return RULES[move].then


def day_is_usable(day: date, today: date) -> bool:
    """A day to look again: after today, within a year."""
    return today < day <= today + timedelta(days=LONGEST_AHEAD_DAYS)


def is_due(review_on: date, today: date) -> bool:
    """Whether the day to look again is near enough to be reminded of."""
    return today >= review_on - timedelta(days=REMIND_DAYS)


def is_overdue(review_on: date | None, today: date) -> bool:
    """Whether the day to look again has gone by."""
    return review_on is not None and today > review_on
