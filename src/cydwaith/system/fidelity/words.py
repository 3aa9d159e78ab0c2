"""How answers are put on a page."""

from django.utils.translation import gettext_lazy as _

from .rules import Advice, Kind, Reviewed

REVIEWED = {
    Reviewed.NONE: _("Not together"),
    Reviewed.MONTHLY: _("Every month"),
    Reviewed.WEEKLY: _("Every week"),
}
ADVICE = {
    Advice.TOLD_WHERE: _("Told where to ask"),
    Advice.TALKED: _("Talked it through with their coach"),
    Advice.ADVISER: _("Saw a trained benefits adviser"),
}
KIND = {Kind.SELF: _("Rated by the team"), Kind.INDEPENDENT: _("Rated independently")}
UNITS = {
    "1": _("people for each full-time specialist"),
    "4": _("per cent of people of one or two clinical teams"),
    "6": _("talks with the jobcentre"),
    "12": _("level of help with benefits that three quarters got"),
    "15": _("days from the start to the first talk with an employer"),
    "17": _("talks with employers, in person and for somebody, each week for each specialist"),
    "19": _("per cent of jobs that are different"),
    "20": _("per cent of employers that are different"),
    "21": _("per cent of jobs that are ordinary and lasting"),
    "23": _("per cent in touch as they should be"),
    "24": _("per cent of time out of the office"),
}
OF_PEOPLE = frozenset({"12", "15", "19", "20", "21", "23"})
FROM = {
    "1": _("enrolments that are open, and the number of specialists that the team gave"),
    "4": _("the clinical team that was chosen for each person, by their coach"),
    "6": _("talks that the team wrote down"),
    "12": _("help with benefits that was written down, and job starts"),
    "15": _("starts on the programme, and talks with employers for that person"),
    "17": _("talks with employers that were written down"),
    "19": _("titles of jobs that began"),
    "20": _("employers of jobs that began"),
    "21": _("jobs that began: employed, without an end on paper"),
    "23": _("contacts about each job that began"),
    "24": _("hours that specialists gave for each week"),
}
TRAIL_WORDS = {
    "benefits_talk_noted": _("Wrote down help with benefits"),
    "benefits_talks_seen": _("Looked at the help with benefits that you got"),
}
