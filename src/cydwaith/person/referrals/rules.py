"""The closed loop of a referral: its states, who may set each, and who alone closes it.

The states are those of the closed-loop pattern of HL7 SDOH Clinical Care (Task.status).
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    SUPPORT = "support"
    SERVICE = "service"


class Status(StrEnum):
    DRAFT = "draft"
    REQUESTED = "requested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    IN_PROGRESS = "in-progress"
    ON_HOLD = "on-hold"
    FAILED = "failed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    ENTERED_IN_ERROR = "entered-in-error"


class Side(StrEnum):
    REQUESTER = "requester"
    RESPONDER = "responder"


class Reason(StrEnum):
    WRONG_AREA = "wrong-area"
    FULL = "full"
    NOT_SUITABLE = "not-suitable"
    DECLINED = "declined"
    NO_CONTACT = "no-contact"
    OTHER = "other"


class Problem(StrEnum):
    """Why a move cannot be made."""

    WRONG_SIDE = "wrong-side"
    NOT_FROM_HERE = "not-from-here"
    ALREADY_CLOSED = "already-closed"
    REASON_MISSING = "reason-missing"
    WORDS_MISSING = "words-missing"


class Happened(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Helped(StrEnum):
    A_LOT = "a-lot"
    A_LITTLE = "a-little"
    NOT_REALLY = "not-really"
    MADE_WORSE = "made-worse"
    TOO_SOON = "too-soon"


DID_HELP = frozenset({Helped.A_LOT, Helped.A_LITTLE})


class Loop(StrEnum):
    """Whose turn it is."""

    WITH_REQUESTER = "with-requester"
    WITH_RESPONDER = "with-responder"
    WITH_PERSON = "with-person"
    CLOSED = "closed"
    ENDED = "ended"


_REQUESTER = frozenset({Side.REQUESTER})
_RESPONDER = frozenset({Side.RESPONDER})

MAY_SET: dict[Status, frozenset[Side]] = {
    Status.DRAFT: _REQUESTER,
    Status.REQUESTED: _REQUESTER,
    Status.ENTERED_IN_ERROR: _REQUESTER,
    Status.ACCEPTED: _RESPONDER,
    Status.REJECTED: _RESPONDER,
    Status.IN_PROGRESS: _RESPONDER,
    Status.ON_HOLD: _RESPONDER,
    Status.FAILED: _RESPONDER,
    Status.COMPLETED: _RESPONDER,
    Status.CANCELLED: _REQUESTER | _RESPONDER,
}

_ENDS = frozenset({Status.FAILED, Status.COMPLETED, Status.CANCELLED, Status.ENTERED_IN_ERROR})
_MISTAKE = frozenset({Status.ENTERED_IN_ERROR})

FOLLOWS: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.REQUESTED, Status.CANCELLED}) | _MISTAKE,
    Status.REQUESTED: frozenset({Status.ACCEPTED, Status.REJECTED, Status.CANCELLED}) | _MISTAKE,
    Status.ACCEPTED: frozenset({Status.IN_PROGRESS, Status.ON_HOLD}) | _ENDS,
    Status.IN_PROGRESS: frozenset({Status.ON_HOLD}) | _ENDS,
    Status.ON_HOLD: frozenset({Status.IN_PROGRESS}) | _ENDS,
    Status.REJECTED: _MISTAKE,
    Status.FAILED: _MISTAKE,
    Status.COMPLETED: _MISTAKE,
    Status.CANCELLED: _MISTAKE,
    Status.ENTERED_IN_ERROR: frozenset(),
}

UNDER_WAY = frozenset({Status.ACCEPTED, Status.IN_PROGRESS, Status.ON_HOLD})
OPEN = UNDER_WAY | {Status.REQUESTED}
FINISHED = frozenset({Status.COMPLETED, Status.FAILED})
NEVER_BEGAN = frozenset({Status.REJECTED, Status.CANCELLED, Status.ENTERED_IN_ERROR})

REASONS: dict[Status, tuple[Reason, ...]] = {
    Status.REJECTED: (Reason.WRONG_AREA, Reason.FULL, Reason.NOT_SUITABLE, Reason.DECLINED,
                      Reason.NO_CONTACT, Reason.OTHER),
    Status.ON_HOLD: (Reason.FULL, Reason.DECLINED, Reason.NO_CONTACT, Reason.OTHER),
    Status.FAILED: (Reason.NO_CONTACT, Reason.DECLINED, Reason.NOT_SUITABLE, Reason.FULL,
                    Reason.WRONG_AREA, Reason.OTHER),
    Status.CANCELLED: (Reason.DECLINED, Reason.NOT_SUITABLE, Reason.NO_CONTACT, Reason.OTHER),
    Status.ENTERED_IN_ERROR: (Reason.OTHER,),
}  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """Where a referral is now: its state, and whether the person has had the last word."""

    kind: Kind
    status: Status
    confirmed: bool = False


@dataclass(frozen=True)
class Move:
    """A wish to change the state, by one side, with a reason and words where they are needed."""

    to: Status
    side: Side
    reason: str = ""
    words: str = ""


def problem(standing: Standing, move: Move) -> Problem | None:
    """The first thing that stops this move, or None when it can be made."""
    if move.side not in MAY_SET[move.to]:
        return Problem.WRONG_SIDE
    if standing.confirmed and move.to is not Status.ENTERED_IN_ERROR:
        return Problem.ALREADY_CLOSED
    if move.to not in FOLLOWS[standing.status]:
        return Problem.NOT_FROM_HERE
    return _reason_problem(move)


def _reason_problem(move: Move) -> Problem | None:
    if move.to in REASONS and move.reason not in REASONS[move.to]:
        return Problem.REASON_MISSING
    if move.reason == Reason.OTHER and not move.words.strip():
        return Problem.WORDS_MISSING
    return None


def follow(standing: Standing, move: Move) -> Standing:
    """The standing after the move. Raises ValueError with the Problem when it cannot be made."""
    found = problem(standing, move)
    if found is not None:
        raise ValueError(found)
    return replace(standing, status=move.to)


def choices(standing: Standing, side: Side) -> tuple[Status, ...]:
    """The states this side may choose next, in the order of the table."""
    if standing.confirmed:
        return (Status.ENTERED_IN_ERROR,) if _can_be_mistake(standing, side) else ()
    return tuple(s for s in Status if s in FOLLOWS[standing.status] and side in MAY_SET[s])


def _can_be_mistake(standing: Standing, side: Side) -> bool:
    return side is Side.REQUESTER and Status.ENTERED_IN_ERROR in FOLLOWS[standing.status]


def can_confirm(standing: Standing) -> bool:
    """May the person say now whether it happened and helped?

    A service: any time after it said yes. The team's own support: once the team has closed it.
    """
    if standing.confirmed:
        return False
    if standing.status in FINISHED:
        return True
    return standing.kind is Kind.SERVICE and standing.status in UNDER_WAY


def confirm(standing: Standing) -> Standing:
    """The person's word, which alone closes the loop. Raises ValueError when it is not time."""
    if not can_confirm(standing):
        raise ValueError("It is not time for the person to close this referral.")
    return replace(standing, confirmed=True)


def loop(standing: Standing) -> Loop:
    """Whose turn it is; CLOSED only by the person, ENDED when there was nothing to confirm."""
    if standing.status in NEVER_BEGAN:
        return Loop.ENDED
    if standing.confirmed:
        return Loop.CLOSED
    if standing.status in FINISHED:
        return Loop.WITH_PERSON
    return Loop.WITH_REQUESTER if standing.status is Status.DRAFT else Loop.WITH_RESPONDER


def days_overdue(status: Status, acknowledge_by: date | None, on: date) -> int:
    """Whole days past the date by which an unanswered request was to be answered, else 0."""
    if status is not Status.REQUESTED or acknowledge_by is None:
        return 0
    return max(0, (on - acknowledge_by).days)


class Step(StrEnum):
    """Who has been told that a request is overdue."""

    NOBODY = ""
    COACH = "coach"
    MANAGER = "manager"


def next_escalation(told: Step, has_coach: bool, overdue: int, manager_after: int) -> Step | None:
    """Who is to be told now, if anybody: the coach first, the manager when days have passed since.

    A request that no coach holds yet goes to the manager at once.
    """
    if overdue <= 0 or told is Step.MANAGER:
        return None
    if not has_coach or overdue > manager_after:
        return Step.MANAGER
    return Step.COACH if told is Step.NOBODY else None


class Closing(StrEnum):
    """Why the team's own support ends."""

    PLAN_MET = "plan-met"
    IN_WORK = "in-work"
    STAYED_IN_WORK = "stayed-in-work"
    MOVED_ON = "moved-on"
    MOVED_AWAY = "moved-away"
    DECLINED = "declined"
    NO_CONTACT = "no-contact"


_CLOSING_REASONS: dict[Closing, Reason] = {
    Closing.MOVED_AWAY: Reason.WRONG_AREA,
    Closing.DECLINED: Reason.DECLINED,
    Closing.NO_CONTACT: Reason.NO_CONTACT,
}


def closing_move(closing: Closing) -> Move:
    """The move that ends support for this reason: completed, or failed with a reason."""
    if closing not in _CLOSING_REASONS:
        return Move(Status.COMPLETED, Side.RESPONDER)
    return Move(Status.FAILED, Side.RESPONDER, _CLOSING_REASONS[closing], closing.value)
