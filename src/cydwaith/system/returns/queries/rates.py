"""How many met each rule, cohort by cohort."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.methods.outcomes import Person, Rule, cohort_rate
from cydwaith.methods.survey import Percentage
from cydwaith.person.jobs.queries import RuleVerdict, verdicts_of
from cydwaith.place.programmes.rules import Cohort

from ..facts import COUNTING
from ..policy import require_manager


@dataclass(frozen=True, slots=True)
class Rate:
    """A rule, by what it says, and the one cohort that it is for. ``unjudged`` are not among ``people``."""

    programme: str
    rule: str
    sentence: str
    cohort: str
    met: int
    shown: int
    people: int
    open: int
    unjudged: int
    rate: str
    notes: tuple[str, ...]


def rates(actor: Actor) -> tuple[Rate, ...]:
    """For each rule of the team's programmes: how many of the one cohort that it is for have met it.

    A rule that a later version changed is another rule, with a rate of its own.
    """
    ours = require_manager(actor)
    judged: dict[tuple[str, str, Rule], list[RuleVerdict]] = {}
    for one in verdicts_of(replace(COUNTING, language=actor.language)):
        if one.enrolment.version.card.organisation_id == ours:
            judged.setdefault((one.enrolment.version.key, one.key, one.rule.rule), []).append(one)
    rows = (_rate(actor, some) for _rule, some in sorted(judged.items(), key=lambda pair: pair[0][:2]))
    return tuple(row for row in rows if row is not None)


def _rate(actor: Actor, every: list[RuleVerdict]) -> Rate | None:
    found = [one for one in every if one.verdict is not None]
    if not found:
        return None
    rule = found[0].rule
    people = [
        Person(
            programme_start=one.enrolment.started,
            in_work_at_start=one.enrolment.cohort is Cohort.IN_WORK,
        )
        for one in found
    ]
    rate = cohort_rate(rule.rule, people, [one.verdict for one in found if one.verdict is not None])
    small = rate.rate is None
    return Rate(
        programme=found[0].enrolment.programme,
        rule=rule.name.in_language(actor.language),
        sentence=found[0].sentence,
        cohort=found[0].enrolment.cohort_words,
        met=-1 if small else rate.met,
        shown=-1 if small else rate.shown,
        people=-1 if small else rate.people,
        open=-1 if small else rate.still_possible,
        unjudged=0 if small else len(every) - len(found),
        rate=_percent(rate.rate) if rate.rate else "",
        notes=tuple(note.words.in_language(actor.language) for note in rate.notes[-1 if small else 0 :]),
    )


def _percent(found: Percentage) -> str:
    return _("%(percent)s per cent (from %(low)s to %(high)s)") % {
        name: f"{getattr(found, name):.0f}" for name in ("percent", "low", "high")
    }
