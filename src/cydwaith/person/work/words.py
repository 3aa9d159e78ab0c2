"""What the questions, choices, documents and readers are called on a page."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .rules.phased import Clash
from .rules.vocabulary import (
    Barrier,
    Because,
    Can,
    Dimension,
    Kind,
    Level,
    Pace,
    Reader,
    Sheet,
    Situation,
    Task,
)
from .rules.vocabulary import ProfileQuestion as P
from .rules.vocabulary import StatementQuestion as S


class Wording(NamedTuple):
    """A question and the help under it."""

    title: Promise
    hint: Promise


SHEETS: dict[Sheet, Promise] = {
    Sheet.PROFILE: _("What I want from work"),
    Sheet.STATEMENT: _("What I can do now"),
}

PROFILE: dict[P, Wording] = {
    P.GOOD_AT: Wording(
        _("What am I good at?"),
        _("At work, at home, for others. What would people who know you say?"),
    ),
    P.DONE: Wording(
        _("What work have I done?"),
        _("Paid or not. Jobs, caring, volunteering, bringing up children, running a home."),
    ),
    P.MATTERS: Wording(
        _("What matters most to me about work?"), _("Choose up to three. There is no right answer.")
    ),
    P.KINDS: Wording(
        _("What kind of work would I like?"), _("Choose as many as you like, or write your own.")
    ),
    P.HOURS: Wording(
        _("How many hours a week would I like?"),
        _("From 2 hours a week. It can be a range: for example from 8 to 16."),
    ),
    P.TIMES: Wording(_("Which days and times suit me?"), _("Leave it empty if any will do.")),
    P.PLACE: Wording(_("Where would I like to work?"), _("How far, at home or not, indoors or outdoors.")),
    P.PEOPLE: Wording(_("With whom would I like to work?"), _("Choose all that suit you.")),
    P.MONEY: Wording(
        _("What about money?"),
        _("What work should pay, or what worries you about money and work."),
    ),
    P.IN_THE_WAY: Wording(
        _("What gets in the way of work?"),
        _("This is for you and those who walk with you. It is never put into a paper for an employer."),
    ),
    P.HELPS: Wording(_("What would help?"), _("Anything: a person, a change, a course, a bus, more time.")),
    P.ADJUSTMENTS: Wording(
        _("Which changes at work would help me?"),
        _("Choose as many as you like. You do not have to say why."),
    ),
}

STATEMENT: dict[S, Wording] = {
    S.JOB: Wording(_("Where am I with work?"), _("Your job, if you have one.")),
    S.HOURS: Wording(_("How many hours can I work now?"), _("On an ordinary day, not on the best one.")),
    S.TASKS: Wording(_("Which tasks can I do now?"), _("Skip what your job never asks of you.")),
    S.PLACE: Wording(_("Where can I work now?"), _("At home, at my place of work, and getting there.")),
    S.PEOPLE: Wording(_("With whom can I work now?"), _("Choose all that are all right for you now.")),
    S.PACE: Wording(_("How fast can I work now?"), _("And how often do you need a break?")),
    S.ADJUSTMENTS: Wording(
        _("With which changes can I do more?"), _("Choose as many as you like. You do not have to say why.")
    ),
    S.NOT_YET: Wording(_("What can I not do yet?"), _("Your calendar is checked against what you say here.")),
    S.WORSE: Wording(_("What would make it worse?"), _("And what should people do on a bad day?")),
    S.BUILD_UP: Wording(
        _("How do I build up my hours?"),
        _("A calendar is made from these answers. Holidays count as working days until you say otherwise."),
    ),
    S.ACCESS: Wording(
        _("Am I asking Access to Work for help?"),
        _("It can pay for equipment, travel or a person who helps. It takes months, so plan for the wait."),
    ),
    S.REVIEW: Wording(
        _("When shall we look at this again?"), _("Two to four weeks is usual while things change.")
    ),
}

HEALTH = Wording(
    _("Words about my health"),
    _("Write here what you would say about your health. No paper shows it until you tick it there."),
)

DIMENSIONS: dict[Dimension, Promise] = {
    Dimension.HOURS: pgettext_lazy("ability", "Hours"),
    Dimension.TASKS: pgettext_lazy("ability", "Tasks"),
    Dimension.PLACE: pgettext_lazy("ability", "Place"),
    Dimension.PEOPLE: pgettext_lazy("ability", "People"),
    Dimension.PACE: pgettext_lazy("ability", "Pace"),
}

LEVELS: dict[Level, Promise] = {
    Level.NOT_YET: pgettext_lazy("ability", "Not yet"),
    Level.A_LITTLE: pgettext_lazy("ability", "A little of the usual"),
    Level.ABOUT_HALF: pgettext_lazy("ability", "About half of the usual"),
    Level.MOST: pgettext_lazy("ability", "Most of the usual"),
    Level.ALL: pgettext_lazy("ability", "All of the usual"),
}

SITUATIONS: dict[Situation, Promise] = {
    Situation.WORKING: _("I am in work."),
    Situation.OFF_SICK: _("I am off work just now."),
    Situation.STARTING: _("I am about to start work."),
    Situation.LOOKING: _("I am looking for work."),
}

TASKS: dict[Task, Promise] = {
    Task.LIFTING: _("Lifting and carrying"),
    Task.STANDING: _("Standing for long"),
    Task.WALKING: _("Walking"),
    Task.SITTING: _("Sitting for long"),
    Task.KNEELING: _("Bending and kneeling"),
    Task.CLIMBING: _("Ladders, stairs and heights"),
    Task.HANDS: _("Using my hands"),
    Task.SCREEN: _("Working at a screen"),
    Task.DRIVING: _("Driving"),
    Task.FOCUS: _("Concentrating for long"),
    Task.TALKING: _("Talking with people I do not know"),
    Task.NIGHTS: _("Nights or long shifts"),
}

CAN: dict[Can, Promise] = {
    Can.NOW: pgettext_lazy("task", "I can do this now"),
    Can.ADJUSTED: pgettext_lazy("task", "With a change"),
    Can.NOT_YET: pgettext_lazy("task", "Not yet"),
}

PACES: dict[Pace, Promise] = {
    Pace.OWN: _("I need to work at my own pace."),
    Pace.STEADY: _("I can keep a steady pace, without rush."),
    Pace.USUAL: _("I can keep the usual pace."),
}

BARRIERS: dict[Barrier, Promise] = {
    Barrier.PAIN: _("Pain"),
    Barrier.TIRED: _("Tiredness"),
    Barrier.WORRY: _("Worry or stress"),
    Barrier.LOW: _("Low mood"),
    Barrier.FOCUS: _("Memory or concentration"),
    Barrier.MOVING: _("Moving about"),
    Barrier.SENSES: _("Hearing or sight"),
    Barrier.TRAVEL: _("Getting there"),
    Barrier.CARING: _("Caring for somebody"),
    Barrier.MONEY: _("Money or debt"),
    Barrier.HOME: _("Trouble at home or with housing"),
    Barrier.CONFIDENCE: _("Confidence, or a long time out of work"),
    Barrier.SKILLS: _("Reading, numbers, English or computers"),
    Barrier.EMPLOYERS: _("How employers see me"),
}

BECAUSE: dict[Because, Promise] = {
    Because.FIRST: _("This is the first time"),
    Because.JOB: _("I began or ended a job"),
    Because.TRIAL: _("I tried something out"),
    Because.REVIEW: _("It was time to look at it again"),
    Because.CHANGE: _("Something has changed"),
}

KINDS: dict[Kind, Wording] = {
    Kind.STATEMENT: Wording(
        _("My work statement"), _("What you can do now, with which changes, and what not yet.")
    ),
    Kind.PLAN: Wording(
        _("My plan to stay in work or to return"), _("The same, with a calendar of rising hours.")
    ),
    Kind.REPORT: Wording(
        _("Health and work report: a draft for a professional"),
        _("For a physiotherapist, occupational therapist or other professional to complete and sign."),
    ),
    Kind.PASSPORT: Wording(
        _("My adjustments passport"), _("Changes that help, to take along when job or manager change.")
    ),
    Kind.ACCESS: Wording(
        _("My Access to Work pack"), _("What to ask for, what to do until it comes, and when to ask again.")
    ),
    Kind.NOTE: Wording(
        _("A note for whoever writes my fit note"),
        _("What you can do, for a doctor, nurse or therapist to read."),
    ),
}

READERS: dict[Reader, Promise] = {
    Reader.PERSON: _("Me"),
    Reader.EMPLOYER: _("My employer or manager"),
    Reader.CLINICIAN: _("A doctor, nurse or therapist"),
    Reader.SUPPORTER: _("Somebody who walks with me"),
    Reader.JOBCENTRE: _("The jobcentre"),
}

CLASHES: dict[Clash, Promise] = {
    Clash.LONG_DAY: _("Week %(week)s has a day of %(planned)s. You said: not more than %(said)s in a day."),
    Clash.VERY_LONG_DAY: _("Week %(week)s has a day of %(planned)s. Is that not too long?"),
    Clash.LONG_WEEK: _("Week %(week)s has %(planned)s. You said: not more than %(said)s in a week yet."),
    Clash.WEEKDAY: _("Week %(week)s has work on a day of the week that you said is not possible yet."),
    Clash.FIRST_WEEK: _("The first week has %(planned)s. You said that you can work %(said)s a week now."),
}

TRAIL = {
    "work_answer_kept": _("Wrote about your work"),
    "work_version_kept": _("Kept a version of what you say about work"),
    "work_health_written": _("Wrote words about your health for your papers"),
    "work_asked_again": _("Asked you to look at your work profile again"),
    "work_document_given": _("Gave a paper about work to somebody you named"),
    "work_report_given": _("Gave a signed report to somebody you named"),
    "work_report_saved": _("Worked on a health and work report"),
    "work_report_signed": _("Signed a health and work report"),
    "work_profile_seen": _("Read your work profile"),
    "work_statement_seen": _("Read your work statement"),
    "work_document_seen": _("Looked at a paper about your work"),
    "work_given_seen": _("Read a paper that you gave"),
    "work_report_seen": _("Looked at a health and work report"),
    "work_seen": _("Looked at your work pages"),
}

ADVICE: dict[str, Promise] = {
    "with-changes": _("Work is possible now, with the changes named here."),
    "usual": _("Work is possible now, much as usual."),
    "later": _("Work is not possible just now; what is named here will help later."),
}

OPTIONS: dict[str, Promise] = {
    "build-up": _("Building up hours step by step"),
    "tasks": _("Other tasks for a time"),
    "hours": _("Other hours or days"),
    "workplace": _("A look at the place of work"),
}
