"""What the shared words of wishes and offers of work (``kernel.working``) are called on a page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cydwaith.kernel.working import (
    Adjustment,
    Company,
    FromHome,
    Matter,
    Sector,
    Setting,
    TimeOfDay,
)

SECTORS: dict[Sector, Promise] = {
    Sector.OFFICE: _("Office and paperwork"),
    Sector.SHOPS: _("Shops and selling"),
    Sector.CARE: _("Caring for people"),
    Sector.HEALTH: _("Hospitals and health"),
    Sector.FOOD: _("Food, cafés and hotels"),
    Sector.BUILDING: _("Building and trades"),
    Sector.MAKING: _("Making things, factories"),
    Sector.REPAIR: _("Repairing things"),
    Sector.MOVING: _("Driving, delivery, warehouses"),
    Sector.OUTDOORS: _("Gardens, farms, nature, animals"),
    Sector.CLEANING: _("Cleaning and looking after buildings"),
    Sector.TEACHING: _("Schools, children, teaching"),
    Sector.COMPUTERS: _("Computers and design"),
    Sector.CALLS: _("Helping customers by phone or online"),
    Sector.ARTS: _("Arts, music, sport, leisure"),
    Sector.COMMUNITY: _("Community, charity, council"),
}

TIMES: dict[TimeOfDay, Promise] = {
    TimeOfDay.MORNING: _("Mornings"),
    TimeOfDay.AFTERNOON: _("Afternoons"),
    TimeOfDay.EVENING: _("Evenings"),
    TimeOfDay.NIGHT: _("Nights"),
}

WEEKDAYS: tuple[Promise, ...] = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)

COMPANY: dict[Company, Promise] = {
    Company.ALONE: _("On my own"),
    Company.FEW: _("With one or two people"),
    Company.TEAM: _("In a team"),
    Company.PUBLIC: _("With customers, visitors or patients"),
}

SETTINGS: dict[Setting, Promise] = {
    Setting.INDOORS: pgettext_lazy("work", "Indoors"),
    Setting.OUTDOORS: pgettext_lazy("work", "Outdoors"),
}

FROM_HOME: dict[FromHome, Promise] = {
    FromHome.ALL: _("Only at home"),
    FromHome.SOME: _("Some days at home"),
    FromHome.NONE: _("Not at home: I want to be somewhere else"),
}

MATTERS: dict[Matter, Promise] = {
    Matter.MEANING: _("Doing something that means something to me"),
    Matter.MONEY: _("The money"),
    Matter.PEOPLE: _("The people"),
    Matter.HOURS: _("Hours that suit my life"),
    Matter.PLACE: _("The place, and getting there"),
    Matter.LEARNING: _("Learning and getting on"),
    Matter.CALM: _("Calm, without rush"),
    Matter.SECURE: _("A job that lasts"),
}

ADJUSTMENTS: dict[Adjustment, Promise] = {
    Adjustment.SHORTER_DAYS: _("Shorter days"),
    Adjustment.OTHER_TIMES: _("Starting later or finishing earlier"),
    Adjustment.SAME_TIMES: _("The same days and times each week"),
    Adjustment.BREAKS: _("More breaks, or breaks when I need them"),
    Adjustment.APPOINTMENTS: _("Time off for appointments"),
    Adjustment.BUILD_UP: _("Building up my hours step by step"),
    Adjustment.SIT_OR_STAND: _("Being able to sit or stand as I need"),
    Adjustment.LESS_LIFTING: _("Little or no lifting and carrying"),
    Adjustment.LESS_WALKING: _("Little walking, no ladders or stairs"),
    Adjustment.OTHER_TASKS: _("Swapping some tasks with somebody else"),
    Adjustment.ONE_THING: _("One thing at a time"),
    Adjustment.WRITTEN_DOWN: _("Instructions written down"),
    Adjustment.HOME: _("Working at home on some days"),
    Adjustment.QUIET: _("A quiet place to work"),
    Adjustment.LIGHT: _("Other light, heat or air"),
    Adjustment.EQUIPMENT: _("A chair, desk, tool or other equipment"),
    Adjustment.SOFTWARE: _("Software that reads, writes or reminds"),
    Adjustment.GETTING_THERE: _("Help with getting to work"),
    Adjustment.PARKING: _("Parking close by"),
    Adjustment.SOMEBODY: _("One person I can go to"),
    Adjustment.CHECK_INS: _("A short talk with my manager each week"),
    Adjustment.COMMUNICATION: _("An interpreter, captions or large print"),
}
