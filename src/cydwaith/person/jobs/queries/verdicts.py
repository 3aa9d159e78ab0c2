"""What work counts for: a verdict for each programme and rule, explained, with what it rests on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, partial
from typing import NamedTuple
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.clock import LONDON
from cydwaith.kernel.errors import NotFound
from cydwaith.methods.outcomes import (
    AnchorPoint,
    Cover,
    InWorkRule,
    OutcomeError,
    PayFloor,
    Person,
    Piece,
    RetentionRule,
    SustainedRule,
    Verdict,
    Week,
    judge,
    plain_hours,
)
from cydwaith.person.enrolments import queries as enrolments
from cydwaith.person.enrolments.queries import EnrolmentRow
from cydwaith.place.programmes import queries as programmes
from cydwaith.place.programmes.rules import Cohort, Evidence, OutcomeRule, in_words

from .. import words
from ..rules.answering import Answer
from ..rules.held import average, spells_of
from ..rules.telling import told
from ..rules.wages import old_wage
from .evidence import AskRow, EvidenceRow, asks, evidence, evidence_of
from .jobs import JobRow, jobs, jobs_of
from .page import require

NOT_YES = frozenset({Answer.DIFFERENT.value, Answer.NO.value})


class WeekRow(NamedTuple):
    """One week of a verdict, with the evidence that there is for it; ``days`` from Monday to Sunday.

    ``goes_on``: it is not over, and neither counts nor fails yet.
    """

    number: int
    monday: date
    days: str
    name: str
    hours: str
    counted: bool
    goes_on: bool
    reason: str
    inside: bool
    evidence: str


@dataclass(frozen=True)
class RuleVerdict:
    """One rule for one enrolment. ``problem`` says why it cannot be judged yet; then ``verdict`` is None.

    ``evidence`` is what it rests on; ``outgrown`` are employers' words for fewer hours than are on record
    now, which show nothing; ``denied`` are questions to which an employer did not say yes.
    """

    enrolment: EnrolmentRow
    rule: OutcomeRule
    verdict: Verdict | None
    problem: str
    needs_birthday: bool
    language: str
    jobs: tuple[JobRow, ...]
    evidence: tuple[EvidenceRow, ...]
    outgrown: tuple[EvidenceRow, ...]
    floor: PayFloor
    denied: tuple[AskRow, ...] = ()

    @property
    def name(self) -> str:
        """What the rule is called."""
        return self.rule.name.in_language(self.language)

    @property
    def key(self) -> str:
        """The key of the rule within its version."""
        return self.rule.key

    @property
    def sentence(self) -> str:
        """The rule in one sentence."""
        return in_words(self.rule.rule).in_language(self.language)

    @property
    def met(self) -> bool:
        """Whether it is met."""
        return self.verdict is not None and self.verdict.met

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What the method says of it, in sentences; evidence is told by ``lacking``."""
        if self.verdict is None:
            return ()
        day = self.verdict.could_be_met_by
        if day is not None and isinstance(self.rule.rule, InWorkRule | RetentionRule):
            return (words.still_to_come(day, one_day=self.rule.rule.after_days is not None),)
        kept = [note for note in self.verdict.notes if not note.code.startswith("evidence_")]
        return tuple(words.plain_days(note.words.in_language(self.language)) for note in kept)

    @property
    def is_early(self) -> bool:
        """Whether it counts from the end of the programme, and that is still to come."""
        return self.rule.rule.clock_start is AnchorPoint.PROGRAMME_END and self.enrolment.ended is None

    @cached_property
    def old_wage(self) -> date | None:
        """The day of the newest minimum wage on file, where weeks that count are a year or more after it."""
        return old_wage(self.rule.rule, self.verdict, self.floor) if self.verdict else None

    @property
    def claimable(self) -> bool:
        """Whether it is met, and evidence shows as much as the rule asks for."""
        return self.verdict is not None and self.verdict.payable

    @property
    def waits(self) -> bool:
        """Whether it is met and waits for evidence, which may still come."""
        return self.verdict is not None and self.verdict.awaits_evidence

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Kinds of evidence that are still missing, in words."""
        return self._kinds(self.verdict.missing_evidence if self.verdict else ())

    @cached_property
    def lacking(self) -> tuple[str, ...]:
        """What evidence is lacking, which would do and until when, in sentences; empty where it is enough."""
        return () if self.verdict is None else tuple(self._lacking(self.verdict))

    def _lacking(self, verdict: Verdict) -> Iterator[str]:
        rule = self.rule.rule
        if self.missing and (verdict.met or rule.evidence_covers is Cover.ANY):
            yield words.missing(self.missing, each=rule.evidence_each)
        if verdict.payable and verdict.claimable_on != verdict.met_on:
            yield words.shown_on(verdict.claimable_on)
        if verdict.to_cover:
            yield self._to_cover(verdict)
        if verdict.to_cover and verdict.met and not self.missing:
            yield words.would_do(self._kinds(sorted(rule.evidence)))
        if verdict.awaits_evidence:
            yield words.until(verdict.evidence_by)
        elif verdict.met and not verdict.payable:
            yield words.too_late(verdict.evidence_by)

    def _to_cover(self, verdict: Verdict) -> str:
        """The weeks by their numbers, or the days."""
        numbers = {week.monday: number for number, week in enumerate(verdict.weeks, start=1)}
        weeks = [numbers[first] for first, _last in verdict.to_cover if first in numbers]
        if not verdict.met:
            return words.uncovered(weeks)
        return words.to_cover_weeks(weeks) if weeks else words.to_cover_days(verdict.to_cover)

    def _kinds(self, kinds: Iterable[str]) -> tuple[str, ...]:
        return tuple(words.evidence(Evidence(kind), self.language) for kind in kinds)

    @cached_property
    def told(self) -> str:
        """Week by week in one line; empty for rules that are not about weeks."""
        found = told(self.verdict, self.rule.rule) if self._by_weeks else None  # type: ignore[arg-type]
        return words.weeks_told(found, self.language) if found else ""

    @property
    def wages(self) -> str:
        """Where the minimum wages stand that pay was held against; "" where the rule asks for none."""
        asked = isinstance(self.rule.rule, SustainedRule) and self.rule.rule.pay_floor
        return ", ".join(dict.fromkeys(rate.source for rate in self.floor.rates)) if asked else ""

    @property
    def jobs_told(self) -> str:
        """A line for each job: what, where, and what was agreed from which day on."""
        return "\n".join(f"{job.line}: {'; '.join(job.history)}" for job in self.jobs)

    @property
    def evidence_told(self) -> str:
        """A line for each piece of evidence."""
        return "\n".join(one.line for one in self.evidence)

    @property
    def _by_weeks(self) -> bool:
        return isinstance(self.rule.rule, SustainedRule) and self.verdict is not None

    @cached_property
    def weeks(self) -> tuple[WeekRow, ...]:
        """Every week that was judged, oldest first."""
        found = self.verdict.weeks if self.verdict else ()
        return tuple(self._week(number, week) for number, week in enumerate(found, start=1))

    def _week(self, number: int, week: Week) -> WeekRow:
        window = self.verdict.window if self.verdict else None
        sunday = week.monday + timedelta(days=6)
        near = (kind for kind, first, last in self._asked if first <= sunday and week.monday <= last)
        kinds = dict.fromkeys(near)
        return WeekRow(
            number=number,
            monday=week.monday,
            days=words.monday_to_sunday(week.monday, sunday),
            name=week.name,
            hours=plain_hours(week.hours),
            counted=week.counted,
            goes_on=week.reason.code == "not_over",
            reason=week.reason.words.in_language(self.language),
            inside=window is not None and window[0] <= week.monday <= window[1],
            evidence=self._evidence(week, ", ".join(kinds)),
        )

    @cached_property
    def _asked(self) -> list[tuple[str, date, date]]:
        """The evidence of the kinds that the rule asks for, with its days; all where it asks for none."""
        kinds = self.rule.rule.evidence
        asked = (one for one in self.evidence if not kinds or one.kind.value in kinds)
        return [(one.kind_words, one.first, one.last) for one in asked if not one.withdrawn]

    def _evidence(self, week: Week, kinds: str) -> str:
        """What there is for a week; of one that it shows only partly, for how many of its hours."""
        if not kinds or week.shown is None or week.shown >= self.rule.rule.min_hours:  # type: ignore[attr-defined]
            return kinds
        return words.shown_hours(kinds, week.shown, week.hours)


def verdicts(actor: Actor, person_id: UUID) -> tuple[RuleVerdict, ...]:
    """A verdict for each of a person's enrolments and each of its rules, newest enrolment first."""
    return _verdicts_on(actor, person_id, *enrolments.with_birth(actor, person_id))


def _verdicts_on(
    actor: Actor, person_id: UUID, rows: Sequence[EnrolmentRow], born: date | None, key: str = ""
) -> tuple[RuleVerdict, ...]:
    """The verdicts of some spells of a person, of one rule where a key is given."""
    asked = [
        (row, rule)
        for row in rows
        for rule in row.version.rules(row.cohort, row.started)
        if key in ("", rule.key)
    ]
    if not asked:
        return ()
    held, shown = jobs(actor, person_id), evidence(actor, person_id)
    judge_one = partial(judged, actor, clock.today(), programmes.minimum_wages(actor))
    return tuple(judge_one(row, rule, held, shown, born) for row, rule in asked)


def judged(
    actor: Actor,
    today: date,
    floor: PayFloor,
    row: EnrolmentRow,
    rule: OutcomeRule,
    held: Sequence[JobRow],
    shown: Sequence[EvidenceRow],
    born: date | None,
) -> RuleVerdict:
    """One rule for one enrolment, as of today."""
    ours = tuple(one for one in held if one.is_paid and (one.end is None or one.end >= row.started))
    by_id = {one.id: one for one in ours} if shown else {}
    kept, outgrown = list[EvidenceRow](), list[EvidenceRow]()
    for one in shown:
        of = by_id.get(one.job_id)
        if of is not None and not one.withdrawn:
            (outgrown if _is_outgrown(one, of) else kept).append(one)
    person = Person(
        born=born,
        programme_start=row.started,
        programme_end=row.ended,
        in_work_at_start=row.cohort is Cohort.IN_WORK,
        pieces=tuple(map(_piece, kept)),
    )
    verdict, problem, needs_birthday = None, "", False
    try:
        held_then = [spell for one in ours for spell in spells_of(one.held, today, one.id.hex)]
        verdict = judge(rule.rule, held_then, today, person, floor)
    except OutcomeError as error:
        problem, needs_birthday = (
            error.note.words.in_language(actor.language),
            error.code == "needs_birth_date",
        )
    return RuleVerdict(
        enrolment=row,
        rule=rule,
        verdict=verdict,
        problem=problem,
        needs_birthday=needs_birthday,
        language=actor.language,
        jobs=ours,
        evidence=tuple(kept),
        outgrown=tuple(outgrown),
        floor=floor,
    )


def _is_outgrown(one: EvidenceRow, of: JobRow) -> bool:
    """Whether more hours are on record now than the employer said yes to."""
    return one.hours is not None and average(of.held, one.first, one.last) > one.hours


def _piece(one: EvidenceRow) -> Piece:
    given = one.at.astimezone(LONDON).date()
    return Piece(one.kind.value, one.first, one.last, one.job_id.hex, given)


@dataclass(frozen=True)
class OutcomesPage:
    """What a person's work counts for."""

    person_id: UUID
    own: bool
    verdicts: tuple[RuleVerdict, ...]
    enrolments: tuple[EnrolmentRow, ...]


@sensitive_read("outcomes_seen", "outcomes")
def outcomes(actor: Actor, person_id: UUID) -> OutcomesPage:
    """The page of verdicts. Raises ``Refused`` where a person's jobs are not open to the actor."""
    require(actor, person_id)
    rows, born = enrolments.with_birth(actor, person_id)
    found = _verdicts_on(actor, person_id, rows, born)
    return OutcomesPage(person_id, actor.is_person(person_id), found, rows)


@sensitive_read("outcomes_seen", "outcomes")
def outcome(actor: Actor, person_id: UUID, enrolment_id: UUID, key: str) -> RuleVerdict:
    """One verdict, to be looked at closely. Raises ``NotFound``, ``Refused``."""
    require(actor, person_id)
    rows, born = enrolments.with_birth(actor, person_id)
    for one in _verdicts_on(actor, person_id, [row for row in rows if row.id == enrolment_id], born, key):
        return replace(one, denied=_denied(actor, one))
    raise NotFound("verdict")


def _denied(actor: Actor, of: RuleVerdict) -> tuple[AskRow, ...]:
    jobs_held = {one.id for one in of.jobs}
    asked = asks(actor, of.enrolment.person_id)
    return tuple(one for one in asked if one.job_id in jobs_held and one.answer in NOT_YES)


class JudgedSpell(NamedTuple):
    """A spell on a programme, a verdict for each of its rules, and what they rest on."""

    row: EnrolmentRow
    jobs: Sequence[JobRow]
    born: date | None
    verdicts: tuple[RuleVerdict, ...]


def judge_spells(
    actor: Actor, rows: Sequence[EnrolmentRow], people: Iterable[UUID] | None = None
) -> Iterator[JudgedSpell]:
    """Each of these spells judged: the same few reads however many; ``people`` None for everybody."""
    keys = None if people is None else tuple(people)
    held: dict[UUID, list[JobRow]] = defaultdict(list)
    shown: dict[UUID, list[EvidenceRow]] = defaultdict(list)
    for job in jobs_of(actor, keys):
        held[job.person_id].append(job)
    for piece in evidence_of(actor, keys):
        shown[piece.person_id].append(piece)
    born = enrolments.born_of(actor, keys)
    judge_one = partial(judged, actor, clock.today(), programmes.minimum_wages(actor))
    for row in rows:
        who, rules = row.person_id, row.version.rules(row.cohort, row.started)
        known = held[who], shown[who], born.get(who)
        yield JudgedSpell(row, known[0], known[2], tuple(judge_one(row, rule, *known) for rule in rules))


def verdicts_of(actor: Actor, people: Iterable[UUID] | None = None) -> tuple[RuleVerdict, ...]:
    """The verdicts of many people, for returns and rates: the same few reads however many."""
    wanted = None if people is None else set(people)
    spells = judge_spells(actor, enrolments.enrolments_of(actor, wanted), wanted)
    return tuple(verdict for spell in spells for verdict in spell.verdicts)
