"""Which parts of one set of answers each document holds, for each reader.

A part that is not named here never reaches the reader. Words about health are a part that no
document holds until it is ticked for that one document.
"""

from enum import StrEnum

from .vocabulary import Kind, Reader


class Part(StrEnum):
    """A part of a document, in words that the person answered once."""

    JOB = "job"
    GOOD_AT = "good-at"
    HOURS = "hours"
    TASKS = "tasks"
    PLACE = "place"
    PEOPLE = "people"
    PACE = "pace"
    ADJUSTMENTS = "adjustments"
    NOT_YET = "not-yet"
    WORSE = "worse"
    BAD_DAY = "bad-day"
    OBSTACLES = "obstacles"
    CALENDAR = "calendar"
    HOLDING = "holding"
    ASKS = "asks"
    BRIDGE = "bridge"
    CHASES = "chases"
    DIFFICULTIES = "difficulties"
    PROFESSIONAL = "professional"
    CHANGES_OF_MANAGER = "changes-of-manager"
    QUESTION = "question"
    HEALTH = "health"
    REVIEW = "review"
    SIGNATURES = "signatures"


CAN_NOW = (Part.HOURS, Part.TASKS, Part.PLACE, Part.PEOPLE, Part.PACE)
LIMITS = (Part.ADJUSTMENTS, Part.NOT_YET, Part.WORSE)

HELD: dict[Kind, tuple[Part, ...]] = {
    Kind.STATEMENT: (Part.JOB, Part.GOOD_AT, *CAN_NOW, *LIMITS, Part.HEALTH, Part.REVIEW),
    Kind.PLAN: (
        Part.JOB,
        Part.CALENDAR,
        Part.HOLDING,
        *CAN_NOW,
        *LIMITS,
        Part.OBSTACLES,
        Part.BAD_DAY,
        Part.HEALTH,
        Part.REVIEW,
        Part.SIGNATURES,
    ),
    Kind.REPORT: (Part.JOB, Part.DIFFICULTIES, Part.HEALTH, Part.PROFESSIONAL),
    Kind.PASSPORT: (
        Part.JOB,
        Part.GOOD_AT,
        *LIMITS,
        Part.BAD_DAY,
        Part.HEALTH,
        Part.CHANGES_OF_MANAGER,
        Part.REVIEW,
        Part.SIGNATURES,
    ),
    Kind.ACCESS: (
        Part.JOB,
        Part.DIFFICULTIES,
        Part.ASKS,
        Part.ADJUSTMENTS,
        Part.HEALTH,
        Part.BRIDGE,
        Part.CHASES,
    ),
    Kind.NOTE: (Part.JOB, Part.QUESTION, *CAN_NOW, *LIMITS, Part.CALENDAR, Part.HEALTH, Part.REVIEW),
}

# What gets in the way may lie outside work: it is for those who walk with the person.
KEPT_FROM: dict[Reader, frozenset[Part]] = {
    Reader.PERSON: frozenset(),
    Reader.SUPPORTER: frozenset(),
    Reader.CLINICIAN: frozenset(),
    Reader.EMPLOYER: frozenset({Part.OBSTACLES}),
    Reader.JOBCENTRE: frozenset({Part.OBSTACLES, Part.BAD_DAY}),
}

READERS: dict[Kind, tuple[Reader, ...]] = {
    Kind.STATEMENT: (Reader.PERSON, Reader.EMPLOYER, Reader.CLINICIAN, Reader.SUPPORTER, Reader.JOBCENTRE),
    Kind.PLAN: (Reader.EMPLOYER, Reader.PERSON, Reader.SUPPORTER),
    Kind.REPORT: (Reader.CLINICIAN, Reader.PERSON),
    Kind.PASSPORT: (Reader.EMPLOYER, Reader.PERSON, Reader.SUPPORTER),
    Kind.ACCESS: (Reader.PERSON, Reader.SUPPORTER, Reader.EMPLOYER),
    Kind.NOTE: (Reader.CLINICIAN, Reader.PERSON),
}


def is_made_for(kind: Kind, reader: Reader) -> bool:
    """Whether this document is made for this reader."""
    return reader in READERS[kind]


def parts(kind: Kind, reader: Reader, *, with_health: bool) -> tuple[Part, ...]:
    """The parts of a document in order, for a reader, with words about health only where ticked."""
    kept = KEPT_FROM[reader] | (frozenset() if with_health else frozenset({Part.HEALTH}))
    return tuple(part for part in HELD[kind] if part not in kept)
