"""The names of things: the two sheets, their questions, grades, documents and readers."""

from enum import IntEnum, StrEnum


class Sheet(StrEnum):
    """The two sets of answers that a person keeps."""

    PROFILE = "profile"
    STATEMENT = "statement"


class ProfileQuestion(StrEnum):
    """The questions of the vocational profile, strengths first; every one may be skipped."""

    GOOD_AT = "good-at"
    DONE = "done"
    MATTERS = "matters"
    KINDS = "kinds"
    HOURS = "hours"
    TIMES = "times"
    PLACE = "place"
    PEOPLE = "people"
    MONEY = "money"
    IN_THE_WAY = "in-the-way"
    HELPS = "helps"
    ADJUSTMENTS = "adjustments"


class StatementQuestion(StrEnum):
    """The questions of the work statement; every one may be skipped."""

    JOB = "job"
    HOURS = "hours"
    TASKS = "tasks"
    PLACE = "place"
    PEOPLE = "people"
    PACE = "pace"
    ADJUSTMENTS = "adjustments"
    NOT_YET = "not-yet"
    WORSE = "worse"
    BUILD_UP = "build-up"
    ACCESS = "access"
    REVIEW = "review"


class Dimension(StrEnum):
    """By what ability for work is graded; each is also a question of the statement."""

    HOURS = "hours"
    TASKS = "tasks"
    PLACE = "place"
    PEOPLE = "people"
    PACE = "pace"


class Level(IntEnum):
    """How much of the usual somebody can do now; being fit for work is not being 100% fit."""

    NOT_YET = 0
    A_LITTLE = 1
    ABOUT_HALF = 2
    MOST = 3
    ALL = 4


class Situation(StrEnum):
    """Where the person is with work when the statement is made."""

    WORKING = "working"
    OFF_SICK = "off-sick"
    STARTING = "starting"
    LOOKING = "looking"


class Task(StrEnum):
    """Things that many jobs ask of a body or a mind."""

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


class Can(StrEnum):
    """What a person says of one task."""

    NOW = "now"
    ADJUSTED = "adjusted"
    NOT_YET = "not-yet"


class Pace(StrEnum):
    """How fast."""

    OWN = "own"
    STEADY = "steady"
    USUAL = "usual"


class Barrier(StrEnum):
    """What gets in the way of work, in general words; never part of a document for an employer."""

    PAIN = "pain"
    TIRED = "tired"
    WORRY = "worry"
    LOW = "low"
    FOCUS = "focus"
    MOVING = "moving"
    SENSES = "senses"
    TRAVEL = "travel"
    CARING = "caring"
    MONEY = "money"
    HOME = "home"
    CONFIDENCE = "confidence"
    SKILLS = "skills"
    EMPLOYERS = "employers"


class Because(StrEnum):
    """Why a version was kept."""

    FIRST = "first"
    JOB = "job"
    TRIAL = "trial"
    REVIEW = "review"
    CHANGE = "change"


class Kind(StrEnum):
    """The six documents that one set of answers makes."""

    STATEMENT = "statement"
    PLAN = "plan"
    REPORT = "report"
    PASSPORT = "passport"
    ACCESS = "access-to-work"
    NOTE = "note"


class Reader(StrEnum):
    """For whom a document is made."""

    PERSON = "me"
    EMPLOYER = "employer"
    CLINICIAN = "clinician"
    SUPPORTER = "supporter"
    JOBCENTRE = "jobcentre"
