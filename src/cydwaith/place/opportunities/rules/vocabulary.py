"""The words of an opportunity; those it shares with a wish for work are in ``kernel.working``."""

from enum import StrEnum

from cydwaith.kernel.working import Adjustment


class Kind(StrEnum):
    """What is offered."""

    JOB = "job"
    TRIAL = "work-trial"
    APPRENTICESHIP = "apprenticeship"
    VOLUNTEERING = "volunteering"


class Where(StrEnum):
    """Where it is done."""

    PLACE = "place"
    BOTH = "both"
    HOME = "home"


class Pay(StrEnum):
    """What somebody gets for it."""

    PAID = "paid"
    EXPENSES = "expenses"
    NOTHING = "nothing"


class Ask(StrEnum):
    """What the work asks of a body or a mind; the keys are those of the tasks in a work statement."""

    LIFTING = "lifting"
    STANDING = "standing"
    WALKING = "walking"
    SITTING = "sitting"
    KNEELING = "kneeling"
    CLIMBING = "climbing"
    HANDS = "hands"
    SCREEN = "screen"
    DRIVING = "driving"
    FOCUS = "focus"
    TALKING = "talking"
    NIGHTS = "nights"


class Apply(StrEnum):
    """Kind ways to start."""

    CHAT = "chat"
    VISIT = "visit"
    TRY = "try"
    WITH_SOMEBODY = "with-somebody"
    NO_CV = "no-cv"
    FORM = "form"


class Status(StrEnum):
    """Where a posting is. Only open ones are in the list; a paused one says so to whoever has its address."""

    WAITING = "waiting"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"
    REFUSED = "refused"


LIVE = frozenset({Status.OPEN, Status.PAUSED})
EASED_BY = {
    Ask.LIFTING: frozenset({Adjustment.LESS_LIFTING, Adjustment.OTHER_TASKS}),
    Ask.STANDING: frozenset({Adjustment.SIT_OR_STAND, Adjustment.OTHER_TASKS}),
    Ask.SITTING: frozenset({Adjustment.SIT_OR_STAND, Adjustment.OTHER_TASKS}),
    Ask.WALKING: frozenset({Adjustment.LESS_WALKING, Adjustment.OTHER_TASKS}),
    Ask.CLIMBING: frozenset({Adjustment.LESS_WALKING, Adjustment.OTHER_TASKS}),
    Ask.KNEELING: frozenset({Adjustment.OTHER_TASKS}),
    Ask.HANDS: frozenset({Adjustment.EQUIPMENT, Adjustment.OTHER_TASKS}),
    Ask.SCREEN: frozenset({Adjustment.SOFTWARE, Adjustment.BREAKS}),
    Ask.FOCUS: frozenset({Adjustment.QUIET, Adjustment.ONE_THING, Adjustment.WRITTEN_DOWN}),
    Ask.TALKING: frozenset({Adjustment.COMMUNICATION, Adjustment.OTHER_TASKS}),
}
"""What takes the edge off what the work asks, where it is offered. Nothing eases driving or nights."""
