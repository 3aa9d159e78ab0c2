"""Reads: which returns there are, one before it is sent, those that were, and rates of each cohort."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.commons.people.queries import organisation
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system
from cydwaith.kernel.errors import Invalid, NotFound, Refused
from cydwaith.methods.outcomes import Person, cohort_rate
from cydwaith.methods.survey import Percentage
from cydwaith.person.enrolments.queries import enrolments
from cydwaith.person.jobs.queries import RuleVerdict, verdicts_of
from cydwaith.place.programmes import queries as programmes
from cydwaith.place.programmes.queries import Version
from cydwaith.place.programmes.rules import About, Cohort, ReturnTemplate
from cydwaith.place.programmes.words import ABOUT

from . import words
from .facts import facts_of, spells, who_agrees
from .models import Agreement, SentReturn
from .policy import YES, may_agree, require_manager
from .rules import Difference, Problem, Row, compare, fill

COUNTING = system("count for returns")


@dataclass(frozen=True, slots=True)
class Choice:
    """A return that can be made: of a programme, by a template, ``to_check`` with the funder first."""

    programme: str
    programme_name: str
    template: str
    template_name: str
    version: str
    source: str
    to_check: bool

    @property
    def title(self) -> str:
        """The programme and the return."""
        return f"{self.programme_name}: {self.template_name}"


@dataclass(frozen=True, slots=True)
class SentCard:
    """A return that was sent. ``title``: as it is called now, or by its keys where it is no more."""

    id: UUID
    title: str
    programme: str
    template: str
    version: str
    first: date
    last: date
    rows: int
    left_out: int
    by: str
    at: datetime


@dataclass(frozen=True)
class Draft:
    """A return before it is sent: lines, what is wrong, what changed since the last one."""

    choice: Choice
    first: date
    last: date
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    people: tuple[UUID, ...]
    left_out: int
    difference: Difference | None
    before: SentCard | None

    @property
    def provisional(self) -> int:
        """How many lines may still change by themselves."""
        return sum(row.provisional for row in self.rows)

    @property
    def mark(self) -> str:
        """What tells one draft from another: a digest of its lines."""
        return sha256(repr((self.columns, self.rows, self.left_out)).encode()).hexdigest()[:16]

    @property
    def told(self) -> tuple[str, ...]:
        """Every problem in a sentence, with the line that it is of."""
        return tuple(
            f"{one.reference}: {words.PROBLEMS[one.code] % {'column': one.column, 'value': one.value}}"
            for one in self.problems
        )


@dataclass(frozen=True, slots=True)
class Rate:
    """A rule and the one cohort that it is for."""

    programme: str
    rule: str
    cohort: str
    met: int
    people: int
    open: int
    rate: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """A programme that somebody is on, what its returns tell of them, and whether their line may be sent.

    ``is_less``: their yes was to less than is asked now, so that the line is not in every return.
    """

    programme: str
    name: str
    agrees: bool | None
    tells: tuple[str, ...]
    is_less: bool


def choices(actor: Actor) -> tuple[Choice, ...]:
    """The returns of the programmes that the manager's team runs. Raises Refused."""
    ours = require_manager(actor)
    return tuple(
        _choice(actor, version, one) for version in _versions(actor, ours) for one in version.returns
    )


def choice(actor: Actor, programme: str, template: str) -> Choice:
    """One of them. Raises Refused, NotFound."""
    found = (one for one in choices(actor) if (one.programme, one.template) == (programme, template))
    if (one := next(found, None)) is None:
        raise NotFound(_("There is no such return."))
    return one


def _choice(actor: Actor, version: Version, one: ReturnTemplate) -> Choice:
    name = one.words.in_language(actor.language)
    return Choice(version.key, version.name, one.key, name, one.version, one.source, one.to_check)


def _versions(actor: Actor, ours: UUID) -> list[Version]:
    found = programmes.versions_on(actor, clock.today())
    return [version for version in found if version.card.organisation_id == ours]


def draft(actor: Actor, programme: str, template: str, first: date, last: date) -> Draft:
    """A return of these days as it would be sent now. Raises Refused, NotFound, Invalid.

    A person's yes is what opens their line, and nothing else of their record, to the manager; where a
    return tells more than they said yes to, they are counted and not listed.
    """
    ours = require_manager(actor)
    version = next((one for one in _versions(actor, ours) if one.key == programme), None)
    used = next((one for one in version.returns if one.key == template), None) if version else None
    if version is None or used is None:
        raise NotFound(_("There is no such return."))
    if last < first:
        raise Invalid(_("The last day must not be before the first."), "last")
    by_their_yes = replace(COUNTING, language=actor.language)
    agree = who_agrees(by_their_yes, programme)
    found = spells(by_their_yes, ours, programme, first, last)
    listed = [row for row in found if used.about <= agree.get(row.person_id, frozenset())]
    rows, problems = fill(used, facts_of(by_their_yes, listed))
    columns = tuple(column.name for column in used.columns)
    before = _last_sent(actor, programme, template)
    return Draft(
        choice=_choice(actor, version, used),
        first=first,
        last=last,
        columns=columns,
        rows=rows,
        problems=problems,
        people=tuple(dict.fromkeys(row.person_id for row in listed)),
        left_out=len(found) - len(listed),
        difference=compare(columns, rows, tuple(before.columns), _rows(before)) if before else None,
        before=_card(before) if before else None,
    )


def _last_sent(actor: Actor, programme: str, template: str) -> SentReturn | None:
    return next(iter(_newest_sent(actor, programme, template)), None)


@prepared
def _newest_sent(actor: Actor, programme: str, template: str) -> GuardedQuerySet:
    rows = SentReturn.objects.as_seen_by(actor).filter(programme=programme, template=template)
    return rows.order_by("-sent_at", "-id")[:1]


def _rows(sent: SentReturn) -> tuple[Row, ...]:
    return tuple(Row(one["reference"], tuple(one["values"]), one["provisional"]) for one in sent.rows)


def _card(row: SentReturn, title: str = "") -> SentCard:
    return SentCard(
        id=row.id,
        title=title or f"{row.programme}, {row.template}",
        programme=row.programme,
        template=row.template,
        version=row.version,
        first=row.first,
        last=row.last,
        rows=len(row.rows),
        left_out=row.left_out,
        by=row.sent_by,
        at=row.sent_at,
    )


def sent(actor: Actor) -> tuple[SentCard, ...]:
    """What the manager's team sent, newest first."""
    require_manager(actor)
    titles = {(one.programme, one.template): one.title for one in choices(actor)}
    rows = SentReturn.objects.as_seen_by(actor).order_by("-sent_at", "-id")
    return tuple(_card(row, titles.get((row.programme, row.template), "")) for row in rows)


def sent_file(actor: Actor, sent_id: UUID) -> tuple[SentCard, tuple[str, ...], tuple[Row, ...]]:
    """One that was sent, to the letter. Raises NotFound."""
    row = SentReturn.objects.as_seen_by(actor).filter(id=sent_id).first()
    if row is None:
        raise NotFound(_("There is no such return."))
    return _card(row), tuple(row.columns), _rows(row)


def rates(actor: Actor) -> tuple[Rate, ...]:
    """For each rule of the team's programmes: how many of the one cohort that it is for have met it."""
    ours = require_manager(actor)
    judged: dict[tuple[str, str], list[RuleVerdict]] = {}
    for one in verdicts_of(replace(COUNTING, language=actor.language)):
        if one.enrolment.version.card.organisation_id == ours and one.verdict is not None:
            judged.setdefault((one.enrolment.version.key, one.key), []).append(one)
    return tuple(_rate(actor, judged[key]) for key in sorted(judged))


def _rate(actor: Actor, found: list[RuleVerdict]) -> Rate:
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
        cohort=found[0].enrolment.cohort_words,
        met=-1 if small else rate.met,
        people=-1 if small else rate.people,
        open=-1 if small else rate.still_possible,
        rate=_percent(rate.rate) if rate.rate else "",
        notes=tuple(note.words.in_language(actor.language) for note in rate.notes[-1 if small else 0 :]),
    )


def _percent(found: Percentage) -> str:
    return _("%(percent)s per cent (from %(low)s to %(high)s)") % {
        name: f"{getattr(found, name):.0f}" for name in ("percent", "low", "high")
    }


def agreement_rows(actor: Actor, person_id: UUID) -> tuple[AgreementRow, ...]:
    """The programmes of a person, and whether their line may be sent for each."""
    rows = Agreement.objects.as_seen_by(actor).filter(person_id=person_id).order_by("at", "id")
    newest = {row.programme: row for row in rows}
    on = {row.version.key: row for row in enrolments(actor, person_id)}
    asked = about(actor)
    return tuple(
        _agreement(key, row.programme, newest.get(key), asked.get(key, frozenset()))
        for key, row in sorted(on.items())
    )


@sensitive_read("return_agreements_seen", "work")
def agreements(actor: Actor, person_id: UUID) -> tuple[AgreementRow, ...]:
    """The same rows; the look is recorded. Raises Refused where the person's work is not open."""
    if not may_agree(actor, person_id=person_id).allowed:
        raise Refused(YES)
    return agreement_rows(actor, person_id)


def _agreement(key: str, name: str, said: Agreement | None, asked: frozenset[About]) -> AgreementRow:
    return AgreementRow(
        programme=key,
        name=name,
        agrees=said.agrees if said else None,
        tells=tuple(str(ABOUT[one]) for one in About if one in asked),
        is_less=said is not None and said.agrees and not asked <= set(said.about),
    )


def about(actor: Actor) -> dict[str, frozenset[About]]:
    """What the returns of each programme in force tell of somebody, by the key of the programme."""
    found = programmes.versions_on(actor, clock.today())
    return {one.key: frozenset().union(*(each.about for each in one.returns)) for one in found}


def called(actor: Actor) -> str:
    """What the manager's team is called."""
    house = organisation(actor, require_manager(actor))
    return house.name if house else ""
