"""Evidence: a file, somebody's word, an employer's answer by signed link."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.circle.queries import person_card
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid, NotFound
from cydwaith.place.programmes.rules import Evidence as Kind

from ..letters import LINK_DAYS, write_to_employer
from ..models import EmployerAsk, Evidence, EvidenceFile, Job
from ..policy import may_answer, may_take_back_question, may_write_evidence, may_write_job
from ..rules.answering import Answer
from ..rules.files import LARGEST, sniffed
from ..rules.held import Held, average, held_from

MOST_OPEN = 3
MOST_FILES = 200
AHEAD = {Kind.PAYSLIP: timedelta(days=31), Kind.CONTRACT: timedelta.max}
FILES = frozenset({Kind.PAYSLIP, Kind.CONTRACT, Kind.BANK, Kind.ACCOUNTS, Kind.EMPLOYER})


@command("job_evidence_added", permit=may_write_job)
def add_file(
    actor: Actor, *, job_id: UUID, kind: Kind, first: date, last: date, content: bytes, words: str = ""
) -> Done[UUID]:
    """Keep a payslip, contract or letter: PDF, PNG or JPEG by its bytes, up to 5 MB. Raises ``Invalid``."""
    if kind not in FILES:
        raise Invalid(_("Choose what the file shows."), "kind")
    if len(content) > LARGEST:
        raise Invalid(_("The file is larger than 5 MB. Take a smaller picture, or scan it as a PDF."), "file")
    file_type = sniffed(content)
    if file_type is None:
        raise Invalid(_("This is not a PDF or a photo that can be kept. Use PDF, JPEG or PNG."), "file")
    _require_room(actor, job_id)
    _require_new(actor, job_id, kind, (first, last), content)
    row = _keep(actor, job_id, kind, first, last, words, file_type=file_type, file_size=len(content))
    EvidenceFile.objects.create(evidence_id=row.id, person_id=row.person_id, content=content)
    return Done(row.id, person_id=row.person_id, subject=row.id, fields=("kind", "first", "last", "file"))


def _require_room(actor: Actor, job_id: UUID) -> None:
    """Files stand in the database: nobody fills it."""
    kept = EvidenceFile.objects.as_seen_by(actor).filter(person_id=_job(actor, job_id).person_id)
    if kept.count() >= MOST_FILES:
        raise Invalid(_("There are very many files already. Take some back first."), "file")


def _require_new(actor: Actor, job_id: UUID, kind: Kind, days: tuple[date, date], content: bytes) -> None:
    """The same file for the same days is kept once."""
    alike = Evidence.objects.as_seen_by(actor).filter(
        job_id=job_id, kind=kind.value, first=days[0], last=days[1], file_size=len(content), withdrawn_at=None
    )
    kept = EvidenceFile.objects.as_seen_by(actor).filter(evidence_id__in=[one.id for one in alike])
    if any(bytes(one.content) == content for one in kept):
        raise Invalid(_("This file is here already for these days."), "file")


@command("job_word_given", permit=may_write_job)
def give_word(
    actor: Actor, *, job_id: UUID, first: date, last: date, words: str, typed_name: str
) -> Done[UUID]:
    """Somebody's own word that the work was done: the person's, or that of who walks with them.

    They type their name under it. Raises ``Invalid``.
    """
    if not words.strip():
        raise Invalid(_("Say what you know and how you know it."), "words")
    row = Job.objects.as_seen_by(actor).filter(id=job_id).first()
    own = row is not None and actor.is_person(row.person_id)
    name = _own_name(actor, row.person_id) if own and row else actor.name
    if _folded(typed_name) != _folded(name):
        raise Invalid(_("Type your own name as it is written here: {name}.").format(name=name), "typed_name")
    kind = Kind.PERSON if own else Kind.WORKER
    kept = _keep(actor, job_id, kind, first, last, words)
    return Done(kept.id, person_id=kept.person_id, subject=kept.id, fields=("kind", "first", "last", "words"))


def _own_name(actor: Actor, person_id: UUID) -> str:
    return person_card(actor, person_id).name


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


@command("job_evidence_withdrawn", permit=may_write_evidence)
def withdraw_evidence(actor: Actor, *, evidence_id: UUID) -> Done[None]:
    """Take evidence back: it counts no longer, its file is gone; that it was there stays."""
    row = Evidence.objects.as_seen_by(actor).select_for_update().get(id=evidence_id)
    if row.withdrawn_at is None:
        row.withdrawn_at, row.file_type = clock.now(), ""
        row.save(update_fields=["withdrawn_at", "file_type"])
        EvidenceFile.objects.as_seen_by(actor).filter(evidence_id=row.id).delete()
    return Done(None, person_id=row.person_id, subject=row.id, fields=("withdrawn_at",))


@command("employer_asked", permit=may_write_job)
def ask_employer(
    actor: Actor, *, job_id: UUID, email: str, first: date, last: date, they_agree: bool
) -> Done[UUID]:
    """Ask an employer by signed link whether hours were worked; nothing else of the record is shown.

    Raises ``Invalid`` without the person's yes, or for days on which the job was not held.
    """
    job = _job(actor, job_id)
    if not they_agree:
        raise Invalid(_("Only ask the employer when the person says yes."), "they_agree")
    _require_held(job, first, last, Kind.EMPLOYER)
    _require_few_open(actor, job)
    row = EmployerAsk.objects.create(
        person_id=job.person_id,
        job_id=job.id,
        email=email,
        called=_own_name(actor, job.person_id),
        title=job.title,
        first=first,
        last=last,
        hours=f"{average(_held(job), first, last):.2f}",
        asked_at=clock.now(),
        expires_at=clock.now() + timedelta(days=LINK_DAYS),
        asked_by_name="" if actor.is_person(job.person_id) else actor.name,
    )
    write_to_employer(actor, row.id, email)
    return Done(row.id, person_id=job.person_id, subject=row.id, fields=("email", "first", "last"))


def _require_few_open(actor: Actor, job: Job) -> None:
    """Nobody is written to over and over, also where questions are taken back in between."""
    rows = EmployerAsk.objects.as_seen_by(actor).filter(job_id=job.id, answered_at=None)
    if rows.filter(asked_at__gt=clock.now() - timedelta(days=LINK_DAYS)).count() >= MOST_OPEN:
        raise Invalid(_("Some questions are still open. Wait for their answers first."))


@command("employer_question_taken_back", permit=may_take_back_question)
def take_back_question(actor: Actor, *, ask_id: UUID) -> Done[UUID]:
    """The employer's link opens nothing from the next request on; what was answered stays. Gives the job."""
    row = EmployerAsk.objects.as_seen_by(actor).select_for_update().get(id=ask_id)
    if row.answered_at is None:
        row.expires_at = min(row.expires_at, clock.now())
        row.save(update_fields=["expires_at"])
    return Done(row.job_id, person_id=row.person_id, subject=row.id, fields=("expires_at",))


@command("employer_answered", permit=may_answer)
def answer_employer(actor: Actor, *, ask_id: UUID, answer: Answer, name: str, words: str = "") -> Done[None]:
    """The employer's answer. Yes is evidence; else the person and their coach see it."""
    if not name.strip():
        raise Invalid(_("Write your name."), "name")
    row = EmployerAsk.objects.as_seen_by(actor).select_for_update().get(id=ask_id)
    row.answer, row.answered_by, row.words = answer.value, name.strip()[:160], words.strip()[:1000]
    row.answered_at = clock.now()
    row.save(update_fields=["answer", "answered_by", "words", "answered_at"])
    if answer is Answer.YES:
        Evidence.objects.create(
            person_id=row.person_id,
            job_id=row.job_id,
            kind=Kind.EMPLOYER.value,
            first=row.first,
            last=row.last,
            hours=row.hours,
            words=row.words,
            by_name=row.answered_by,
            at=clock.now(),
        )
    return Done(None, person_id=row.person_id, subject=row.id, fields=("answer", "words"))


def _keep(
    actor: Actor,
    job_id: UUID,
    kind: Kind,
    first: date,
    last: date,
    words: str,
    *,
    file_type: str = "",
    file_size: int = 0,
) -> Evidence:
    job = _job(actor, job_id)
    _require_held(job, first, last, kind)
    row: Evidence = Evidence.objects.create(
        person_id=job.person_id,
        job_id=job.id,
        kind=kind.value,
        first=first,
        last=last,
        words=words.strip()[:2000],
        file_type=file_type,
        file_size=file_size,
        by_name=_own_name(actor, job.person_id) if actor.is_person(job.person_id) else actor.name,
        by_account_id=actor.account_id,
        at=clock.now(),
    )
    return row


def _job(actor: Actor, job_id: UUID) -> Job:
    row = Job.objects.as_seen_by(actor).filter(id=job_id).first()
    if row is None:
        raise NotFound("job")
    return row


def _require_held(job: Job, first: date, last: date, kind: Kind) -> None:
    """Nothing shows work that is still to come; a contract goes on, and a payslip may end with the month."""
    if last < first:
        raise Invalid(_("The last day is before the first. Check both."), "last")
    if last < job.start or (job.end is not None and first > job.end) or first > clock.today():
        raise Invalid(_("Choose days on which the job was held, until today."), "first")
    if last - clock.today() > AHEAD.get(kind, timedelta()):
        raise Invalid(_("This can only show days until today. Choose an earlier last day."), "last")


def _held(job: Job) -> Held:
    return held_from(job.kind, job.start, job.end, job.terms, job.worked, job.absences)
