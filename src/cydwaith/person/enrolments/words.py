"""What cohorts, endings and time are called on a page."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.kernel import clock
from cydwaith.place.programmes.queries import Opening
from cydwaith.place.programmes.rules import Cohort
from cydwaith.web.templatetags.web import plain_date

from .rules import Clash, Ending, Time

COHORTS = {
    Cohort.OUT_OF_WORK: gettext_lazy("Out of work at the start"),
    Cohort.IN_WORK: gettext_lazy("In work at the start"),
}

ENDINGS = {
    Ending.WORK: gettext_lazy("In work, and no longer needs the programme"),
    Ending.FINISHED: gettext_lazy("Did what they came for"),
    Ending.TIME: gettext_lazy("The time allowed was over"),
    Ending.OTHER_PROGRAMME: gettext_lazy("Another programme fits better"),
    Ending.MOVED: gettext_lazy("Moved away"),
    Ending.NOT_NOW: gettext_lazy("Not now: they chose to stop"),
    Ending.NO_CONTACT: gettext_lazy("We could no longer reach them"),
    Ending.OTHER: gettext_lazy("Another reason"),
}

TRAIL = {
    "enrolled": gettext_lazy("Wrote down that you joined a programme"),
    "enrolment_put_right": gettext_lazy("Put right how your start on a programme was written down"),
    "stage_reached": gettext_lazy("Wrote down how far you are in a programme"),
    "clinical_team_chosen": gettext_lazy("Wrote down which clinical team you are with"),
    "enrolment_ended": gettext_lazy("Wrote down that you left a programme"),
    "birthday_given": gettext_lazy("Wrote down your date of birth"),
    "enrolments_seen": gettext_lazy("Looked at the programmes that you are on"),
    "measures_asked_for_programmes": gettext_lazy("Asked you the questions that your programmes need"),
}


def weeks(time: Time) -> str:
    """Such as: week 5 of 8."""
    if time.week == 0:
        return _("Not started yet")
    if time.of is None:
        return _("Week {week}, no limit").format(week=time.week)
    if time.over:
        return _("Week {week}: {over} past the limit of {of}").format(
            week=time.week, over=time.week - time.of, of=time.of
        )
    return _("Week {week} of {of}").format(week=time.week, of=time.of)


def opening(one: Opening) -> str:
    """Where somebody cannot start on any day: from when, or until when they can."""
    today = clock.today()
    if one.card.valid_from > today:
        return _("It opens on {day}.").format(day=plain_date(one.card.valid_from))
    if one.last is None:
        return ""
    if one.last < today:
        return _("It is over. The last day to start was {day}.").format(day=plain_date(one.last))
    return _("The last day to start is {day}.").format(day=plain_date(one.last))


def for_whom(one: Opening) -> str:
    """Whom a programme is for, and when somebody can start on it where that is not any day."""
    days = opening(one)
    return f"{one.card.for_whom.rstrip('.')}. {days}" if days else one.card.for_whom


def clash(one: Clash) -> str:
    """What to know of two programmes that are not paid for together."""
    parts = {"one": one.one, "other": one.other}
    if one.said is None:
        return _("{one} stands here twice for the same time. Only one can be paid for.").format(**parts)
    return _(
        "{one} and {other} may not both be paid for at the same time. "
        "Agree with your partners which one pays before you go on."
    ).format(**parts)
