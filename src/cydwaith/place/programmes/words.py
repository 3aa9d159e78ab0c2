"""What the parts of a programme, shapes of rules and groups are called on a page."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.methods.measures import INSTRUMENTS

from .rules import FACTS, About, Cohort, Content

PARTS = {
    "words": gettext_lazy("Names and words"),
    "targets": gettext_lazy("Target days"),
    "cohorts": gettext_lazy("Whom it takes"),
    "eligibility": gettext_lazy("Who can join"),
    "stages": gettext_lazy("Stages"),
    "time_limits": gettext_lazy("Time limits"),
    "measures": gettext_lazy("Questions that are due"),
    "documents": gettext_lazy("Documents"),
    "clinical_teams": gettext_lazy("Clinical teams that it works beside"),
    "outcome_rules": gettext_lazy("Outcome rules"),
    "returns": gettext_lazy("Returns"),
    "not_paid_with": gettext_lazy("Not paid for beside it"),
    "to_set": gettext_lazy("Still to be set"),
}

TARGETS = {
    "acknowledge": gettext_lazy("From a request to its answer"),
    "first_attempt": gettext_lazy("From yes to the first try to reach them"),
    "first_conversation": gettext_lazy("From yes to the first talk"),
    "service_acknowledge": gettext_lazy("From asking a service to its answer"),
    "inform_referrer": gettext_lazy("From an answer to telling whoever referred them"),
}

COHORTS = {
    Cohort.OUT_OF_WORK: gettext_lazy("People out of work at the start"),
    Cohort.IN_WORK: gettext_lazy("People in work, or off sick from a job, at the start"),
}

SHAPES = {
    "sustained": (
        gettext_lazy("Weeks in work"),
        gettext_lazy("For example: 7 hours a week in 13 weeks out of 16."),
    ),
    "earnings": (gettext_lazy("Earnings"), gettext_lazy("A sum earned within a time.")),
    "in work": (
        gettext_lazy("In work on a day"),
        gettext_lazy("In work so many days on, or on any day within a time."),
    ),
    "retention": (
        gettext_lazy("Still in work"),
        gettext_lazy("For people in work at the start: still in work so many days on."),
    ),
}

FACT_WORDS = {
    "reference": gettext_lazy("a reference that is nobody's name"),
    "programme": gettext_lazy("the programme's key"),
    "version": gettext_lazy("the programme's version"),
    "started": gettext_lazy("the day of the start"),
    "ended": gettext_lazy("the day of the end"),
    "ending": gettext_lazy("why it ended"),
    "cohort": gettext_lazy("in work at the start, or not"),
    "stage": gettext_lazy("the stage"),
    "age_at_start": gettext_lazy("the age at the start, in years"),
    "neighbourhood": gettext_lazy("the code of the neighbourhood"),
    "jobs": gettext_lazy("how many paid jobs began"),
    "job_started": gettext_lazy("the day on which the newest job began"),
    "job_ended": gettext_lazy("the day on which the newest job ended"),
    "job_kind": gettext_lazy("the newest job: employee, self-employed or other"),
    "job_title": gettext_lazy("what the newest job is called"),
    "job_hours": gettext_lazy("the newest job: hours a week"),
    "job_pay": gettext_lazy("the newest job: pay an hour"),
}

ABOUT = {
    About.WAY: gettext_lazy("your days and stages on the programme"),
    About.WORK: gettext_lazy("your newest job: its days, kind and hours"),
    About.PAY: gettext_lazy("your pay"),
    About.LASTED: gettext_lazy("whether a job came about, and lasted"),
    About.AGE: gettext_lazy("your age at the start"),
    About.NEIGHBOURHOOD: gettext_lazy("your neighbourhood"),
}

OTHER = {
    "name": gettext_lazy("Name"),
    "name_cy": gettext_lazy("Name in Welsh"),
    "for_whom": gettext_lazy("For whom"),
    "for_whom_cy": gettext_lazy("For whom, in Welsh"),
    "intro": gettext_lazy("What it is"),
    "intro_cy": gettext_lazy("What it is, in Welsh"),
    "organisation": gettext_lazy("Who runs it"),
    "sources": gettext_lazy("Sources"),
    "closed_days": gettext_lazy("Closed days"),
    "key": gettext_lazy("Key"),
}


def place(name: str) -> str:
    """What a part or a field of a definition is called."""
    return str(PARTS.get(name) or OTHER.get(name) or TARGETS.get(name) or name)


def facts(content: Content, language: str) -> list[tuple[str, str]]:
    """Everything that can stand in a column of a return of this version, by key."""
    named = {one.key: one.name.in_language(language) for one in content.outcome_rules}
    outcomes = [
        (f"outcome:{key}{part}", words.format(rule=rule))
        for key, rule in named.items()
        for part, words in (
            ("", _("{rule}: yes, no, or open. Yes is only what evidence shows")),
            (":on", _("{rule}: the day")),
            (":evidence", _("{rule}: where it is met, whether evidence is enough or missing")),
        )
    ]
    return [(key, str(FACT_WORDS[key])) for key in FACTS] + outcomes


def when(weeks: int | None) -> str:
    """When a set of questions is due."""
    if weeks is None:
        return _("At the end")
    if weeks == 0:
        return _("At the start")
    return _("After {weeks} weeks").format(weeks=weeks)


def questions(language: str, own: str = "") -> list[tuple[str, str]]:
    """The sets of questions whose wording comes along, so that they can be asked here; and one's own."""
    here = ((key, one) for key, one in INSTRUMENTS.items() if one.welsh_wording or key == own)
    return [(key, one.name.in_language(language)) for key, one in here]
