"""The words that a wish for work and an offer of work share: keys only, labels are in ``web.working``."""

from enum import StrEnum

LEAST_HOURS = 2.0
MOST_HOURS = 60.0
WEEKDAYS = range(7)


class Sector(StrEnum):
    """Kinds of work, few enough to read on a phone."""

    OFFICE = "office"
    SHOPS = "shops"
    CARE = "care"
    HEALTH = "health"
    FOOD = "food"
    BUILDING = "building"
    MAKING = "making"
    REPAIR = "repair"
    MOVING = "moving"
    OUTDOORS = "outdoors"
    CLEANING = "cleaning"
    TEACHING = "teaching"
    COMPUTERS = "computers"
    CALLS = "calls"
    ARTS = "arts"
    COMMUNITY = "community"


class TimeOfDay(StrEnum):
    """When in the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Company(StrEnum):
    """With whom."""

    ALONE = "alone"
    FEW = "few"
    TEAM = "team"
    PUBLIC = "public"


class Setting(StrEnum):
    """Under which sky."""

    INDOORS = "indoors"
    OUTDOORS = "outdoors"


class FromHome(StrEnum):
    """How much of it at home."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


class Matter(StrEnum):
    """What may matter most about work."""

    MEANING = "meaning"
    MONEY = "money"
    PEOPLE = "people"
    HOURS = "hours"
    PLACE = "place"
    LEARNING = "learning"
    CALM = "calm"
    SECURE = "secure"


class Adjustment(StrEnum):
    """Changes to work that help, said without a word about health."""

    SHORTER_DAYS = "shorter-days"
    OTHER_TIMES = "other-times"
    SAME_TIMES = "same-times"
    BREAKS = "breaks"
    APPOINTMENTS = "appointments"
    BUILD_UP = "build-up"
    SIT_OR_STAND = "sit-or-stand"
    LESS_LIFTING = "less-lifting"
    LESS_WALKING = "less-walking"
    OTHER_TASKS = "other-tasks"
    ONE_THING = "one-thing"
    WRITTEN_DOWN = "written-down"
    HOME = "home"
    QUIET = "quiet"
    LIGHT = "light"
    EQUIPMENT = "equipment"
    SOFTWARE = "software"
    GETTING_THERE = "getting-there"
    PARKING = "parking"
    SOMEBODY = "somebody"
    CHECK_INS = "check-ins"
    COMMUNICATION = "communication"
