"""Evidence of work: what there is, the bytes of a file, what employers were asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.guard.among import Keys, among
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.place.programmes.rules import Evidence as Kind

from .. import words
from ..models import EmployerAsk, Evidence, EvidenceFile
from ..rules.files import ENDINGS


class EvidenceRow(NamedTuple):
    """One piece of evidence, in the reader's language; ``hours`` a week where an employer confirmed them."""

    id: UUID
    person_id: UUID
    job_id: UUID
    kind: Kind
    kind_words: str
    first: date
    last: date
    words: str
    has_file: bool
    file_size: int
    hours: float | None
    by: str
    at: datetime
    withdrawn: bool

    @property
    def period(self) -> str:
        """The days that it is about."""
        return words.days(self.first, self.last)

    @property
    def line(self) -> str:
        """Which kind, which days, how many hours where they were confirmed, and by whom, in one line."""
        what = f"{self.kind_words[:1].upper()}{self.kind_words[1:]}: {self.period}"
        parts = (what, self.hours_words, self.by)
        return ", ".join(part for part in parts if part)

    @property
    def hours_words(self) -> str:
        """How many hours a week an employer confirmed, "" where nobody was asked for a number."""
        return words.hours_a_week(self.hours) if self.hours is not None else ""

    @property
    def kilobytes(self) -> int:
        """The size of the file, rounded up."""
        return -(-self.file_size // 1024)


def evidence(actor: Actor, person_id: UUID) -> tuple[EvidenceRow, ...]:
    """A person's evidence that is open to the actor, newest first."""
    return tuple(_row(row, actor.language) for row in _of_person(actor, person_id))


@prepared
def _of_person(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return _shown(actor).filter(person_id=person_id).order_by("-at")


def evidence_of(actor: Actor, people: Iterable[UUID] | None = None) -> tuple[EvidenceRow, ...]:
    """The evidence of some people, or of everybody who is open to the actor: one read."""
    keys = None if people is None else tuple(people)
    return tuple(_row(row, actor.language) for row in _of(actor, keys))


@prepared
def _of(actor: Actor, people: Keys | None) -> GuardedQuerySet:
    rows = _shown(actor).order_by("at", "id")
    return rows if people is None else rows.filter(among("person_id", people))


def _shown(actor: Actor) -> GuardedQuerySet:
    return Evidence.objects.as_seen_by(actor).defer("by_account_id")


def one_piece(actor: Actor, evidence_id: UUID) -> EvidenceRow:
    """One piece of evidence. Raises NotFound."""
    row = Evidence.objects.as_seen_by(actor).filter(id=evidence_id).first()
    if row is None:
        raise NotFound("evidence")
    return _row(row, actor.language)


@dataclass(frozen=True, slots=True)
class File:
    """A file to hand over: its bytes, its type, and a name that says nothing about anybody."""

    content: bytes
    type: str
    name: str


def file(actor: Actor, evidence_id: UUID) -> File:
    """The file of a piece of evidence. Raises NotFound where there is none or it is not open."""
    row = Evidence.objects.as_seen_by(actor).filter(id=evidence_id).exclude(file_type="").first()
    if row is None:
        raise NotFound("file")
    return _opened(actor, row.person_id, row)


@sensitive_read("job_evidence_seen", "evidence")
def _opened(actor: Actor, person_id: UUID, row: Evidence) -> File:
    kept = EvidenceFile.objects.as_seen_by(actor).get(evidence_id=row.id, person_id=person_id)
    name = f"{row.kind.replace(' ', '-')}-{row.first:%Y-%m-%d}.{ENDINGS[row.file_type]}"
    return File(bytes(kept.content), row.file_type, name)


@dataclass(frozen=True, slots=True)
class AskRow:
    """What an employer was asked, and what they said."""

    id: UUID
    job_id: UUID
    email: str
    called: str
    title: str
    first: date
    last: date
    hours: str
    asked_at: datetime
    answer: str
    answered_at: datetime | None
    answered_by: str
    words: str
    is_open: bool

    @property
    def period(self) -> str:
        """The days that it is about."""
        return words.days(self.first, self.last)


def asks(actor: Actor, person_id: UUID) -> tuple[AskRow, ...]:
    """What employers were asked about a person, newest first."""
    return tuple(_ask(row) for row in _asks(actor, person_id))


@prepared
def _asks(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return EmployerAsk.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-asked_at")


def ask(actor: Actor, ask_id: UUID) -> AskRow:
    """One question to an employer: all that their link shows. Raises NotFound."""
    row = EmployerAsk.objects.as_seen_by(actor).filter(id=ask_id).first()
    if row is None:
        raise NotFound("question")
    return _ask(row)


def _ask(row: EmployerAsk) -> AskRow:
    return AskRow(
        id=row.id,
        job_id=row.job_id,
        email=row.email,
        called=row.called,
        title=row.title,
        first=row.first,
        last=row.last,
        hours=f"{float(row.hours):g}",
        asked_at=row.asked_at,
        answer=row.answer,
        answered_at=row.answered_at,
        answered_by=row.answered_by,
        words=row.words,
        is_open=row.answered_at is None and row.expires_at > clock.now(),
    )


def _row(row: Evidence, language: str) -> EvidenceRow:
    kind = Kind(row.kind)
    return EvidenceRow(
        id=row.id,
        person_id=row.person_id,
        job_id=row.job_id,
        kind=kind,
        kind_words=words.evidence(kind, language),
        first=row.first,
        last=row.last,
        words=row.words,
        has_file=bool(row.file_type),
        file_size=row.file_size,
        hours=None if row.hours is None else float(row.hours),
        by=row.by_name,
        at=row.at,
        withdrawn=row.withdrawn_at is not None,
    )
