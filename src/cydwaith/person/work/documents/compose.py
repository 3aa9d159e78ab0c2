"""Putting one document together, in its language, for its reader."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from ..rules.contents import Part, parts
from ..rules.paper import Dated, Paper, Section
from ..rules.profile import ProfileAnswers
from ..rules.statement import StatementAnswers
from ..rules.vocabulary import Kind, Reader, Situation
from ..words import KINDS
from . import can_do, closing, dates, planning, saying
from .source import Source


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the documents are made of. ``health`` is used only where it is ticked."""

    name: str
    kept_on: date
    statement: StatementAnswers
    profile: ProfileAnswers | None
    health: str = ""


WRITERS = {
    Part.JOB: can_do.job,
    Part.GOOD_AT: can_do.good_at,
    Part.HOURS: can_do.hours,
    Part.TASKS: can_do.tasks,
    Part.PLACE: can_do.place,
    Part.PEOPLE: can_do.people,
    Part.PACE: can_do.pace,
    Part.ADJUSTMENTS: can_do.adjustments,
    Part.NOT_YET: can_do.not_yet,
    Part.WORSE: can_do.worse,
    Part.BAD_DAY: can_do.bad_day,
    Part.OBSTACLES: can_do.obstacles,
    Part.CALENDAR: planning.calendar,
    Part.HOLDING: planning.holding,
    Part.ASKS: planning.asks,
    Part.BRIDGE: planning.bridge,
    Part.CHASES: planning.chases,
    Part.DIFFICULTIES: closing.difficulties,
    Part.PROFESSIONAL: closing.professional,
    Part.CHANGES_OF_MANAGER: closing.changes_of_manager,
    Part.QUESTION: closing.question,
    Part.HEALTH: closing.health,
    Part.REVIEW: closing.review,
    Part.SIGNATURES: closing.signatures,
}


def compose(kind: Kind, reader: Reader, facts: Facts, *, language: str, with_health: bool = False) -> Paper:
    """The document: only the parts that this reader gets, and of those only what was said."""
    wanted = parts(kind, reader, with_health=with_health)
    narrowed = facts if Part.HEALTH in wanted else replace(facts, health="")
    with override(language):
        source = Source(
            kind=kind,
            reader=reader,
            said=narrowed.statement,
            profile=narrowed.profile,
            health=narrowed.health,
        )
        sections = tuple(section for part in wanted if not (section := WRITERS[part](source)).is_empty)
        return _paper(source, narrowed, language, sections, tuple(dates.of(wanted, source)))


def _paper(
    source: Source, facts: Facts, language: str, sections: tuple[Section, ...], days: tuple[Dated, ...]
) -> Paper:
    made = _("Written by %(person)s on %(day)s") % {"person": facts.name, "day": saying.day(facts.kept_on)}
    return Paper(
        kind=source.kind.value,
        reader=source.reader.value,
        language=language,
        title=_title(source.kind, facts.statement.job.situation),
        about=facts.name,
        notice=notice(source.kind),
        made=made,
        sections=sections,
        foot=_("Made with Cydwaith. The person it is about decides who may read it."),
        dates=days,
    )


def _title(kind: Kind, situation: Situation | None) -> str:
    if kind is not Kind.PLAN:
        return str(KINDS[kind].title)
    if situation in (Situation.WORKING, Situation.STARTING):
        return _("My plan to stay in work")
    return _("My plan to return to work")


def notice(kind: Kind) -> str:
    """What the paper is not, said aloud."""
    if kind is Kind.REPORT:
        return _("This is not a fit note. It is a draft until a professional completes and signs it.")
    return _("This is not a fit note. It is what I say myself about my work.")
