"""The words of interest, of answers and of contacts with employers."""

from enum import IntEnum, StrEnum


class Stage(StrEnum):
    """How far somebody has come with one opportunity."""

    TOLD = "told"
    TALKED = "talked"
    VISITED = "visited"
    TRIED = "tried"
    APPLIED = "applied"
    OFFERED = "offered"
    STARTED = "started"
    NOT_THIS = "not-this"


class Answer(StrEnum):
    """What an employer says to somebody who is interested."""

    TALK = "talk"
    VISIT = "visit"
    LATER = "later"
    FILLED = "filled"


class Way(StrEnum):
    """How an employer was met."""

    IN_PERSON = "in-person"
    PHONE = "phone"
    ONLINE = "online"


class CameOf(StrEnum):
    """What came of a talk with an employer."""

    GOT_TO_KNOW = "got-to-know"
    TALK_AGAIN = "talk-again"
    VISIT = "visit"
    TRIAL = "trial"
    INTERVIEW = "interview"
    JOB = "job"
    NOTHING = "nothing"


class Respect(StrEnum):
    """In what an offer may fit a wish."""

    WORK = "work"
    HOURS = "hours"
    TIMES = "times"
    WAY = "way"
    HOME = "home"
    SETTING = "setting"
    COMPANY = "company"
    ASKS = "asks"
    ADJUSTMENTS = "adjustments"
    PAY = "pay"


class Fit(IntEnum):
    """How well: what an offer does not say lies between not and partly."""

    NO = 0
    UNSAID = 1
    PARTLY = 2
    YES = 3
