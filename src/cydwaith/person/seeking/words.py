"""The words of stages, answers, contacts, and of what fits and what does not."""

from django.utils.translation import gettext_lazy as _

from .rules.vocabulary import Answer, CameOf, Fit, Respect, Stage, Way

STAGES = {
    Stage.TOLD: _("They know that you are interested"),
    Stage.TALKED: _("You talked"),
    Stage.VISITED: _("You visited"),
    Stage.TRIED: _("You tried it"),
    Stage.APPLIED: _("You applied"),
    Stage.OFFERED: _("They offered it to you"),
    Stage.STARTED: _("You started"),
    Stage.NOT_THIS: _("Not this one"),
}
ANSWERS = {
    Answer.TALK: _("Let us talk"),
    Answer.VISIT: _("Come and see us"),
    Answer.LATER: _("Not yet: we get back to you"),
    Answer.FILLED: _("It is taken, thank you for asking"),
}
WAYS = {
    Way.IN_PERSON: _("Face to face"),
    Way.PHONE: _("By phone"),
    Way.ONLINE: _("Online"),
}
CAME_OF = {
    CameOf.GOT_TO_KNOW: _("Got to know each other"),
    CameOf.TALK_AGAIN: _("We talk again"),
    CameOf.VISIT: _("A visit"),
    CameOf.TRIAL: _("A trial"),
    CameOf.INTERVIEW: _("An interview"),
    CameOf.JOB: _("A job"),
    CameOf.NOTHING: _("Nothing this time"),
}
MISFITS = {
    (Respect.WORK, Fit.NO): _("another kind of work: %(which)s"),
    (Respect.HOURS, Fit.NO): _("more hours than you want"),
    (Respect.HOURS, Fit.PARTLY): _("fewer hours than you want"),
    (Respect.TIMES, Fit.NO): _("other days or times than you want: %(which)s"),
    (Respect.TIMES, Fit.PARTLY): _("some of it on other days or times: %(which)s"),
    (Respect.WAY, Fit.NO): _("farther than you want to go: %(which)s"),
    (Respect.WAY, Fit.PARTLY): _("a little farther than you want to go: %(which)s"),
    (Respect.HOME, Fit.NO): _("not where you want to work: %(which)s"),
    (Respect.HOME, Fit.PARTLY): _("only partly where you want to work: %(which)s"),
    (Respect.SETTING, Fit.NO): _("not the surroundings you want: %(which)s"),
    (Respect.COMPANY, Fit.NO): _("not the company you want: %(which)s"),
    (Respect.ASKS, Fit.NO): _("it needs %(which)s"),
    (Respect.ASKS, Fit.PARTLY): _("it needs %(which)s, so talk about it first"),
    (Respect.PAY, Fit.NO): _("no pay"),
    (Respect.PAY, Fit.PARTLY): _("no pay, expenses are paid"),
}
UNSAID = {
    Respect.WORK: _("what kind of work it is"),
    Respect.TIMES: _("which days and times"),
    Respect.WAY: _("how far it is"),
    Respect.SETTING: _("whether it is indoors or outdoors"),
    Respect.COMPANY: _("with whom you would work"),
}
TRAIL = {
    "interest_said": _("Told an employer what you chose to share"),
    "interest_withdrawn": _("Took back what an employer was told"),
    "interest_moved": _("Wrote down how far a job or role has come"),
    "introduction_answered": _("Answered you about a job or role"),
    "employer_contact_written": _("Wrote down a talk with an employer for you"),
    "matches_seen": _("Looked at what fits you"),
    "way_to_reach_seen": _("Looked at how an employer could reach you"),
    "employers_seen": _("Looked at talks with employers for you"),
    "introduction_seen": _("Looked at what you passed on"),
}
