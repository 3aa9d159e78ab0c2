"""Reads: whom the practice asked, what became of it, how often it asks, and one's own learning."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.people.queries import names as names_of
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system
from cydwaith.kernel.errors import NotFound
from cydwaith.person.referrals.models import Referral
from cydwaith.person.referrals.rules import Closing, Helped
from cydwaith.person.referrals.words import STATUS

from . import codes, lessons, words
from .models import AtPractice, LessonDone, WorkQuestion
from .policy import require_practice
from .rules import Choice, Shown, protected

A_YEAR = timedelta(days=365)
LATEST = 50
WORKING = frozenset({Closing.IN_WORK, Closing.STAYED_IN_WORK})
DID_HELP = frozenset({Helped.A_LOT, Helped.A_LITTLE})


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One time that somebody was asked."""

    id: UUID
    at_practice_id: UUID
    reference: str
    at: datetime
    by: str
    status: str
    code: str
    line: str
    choice: str
    colour: str
    news: str


@dataclass(frozen=True, slots=True)
class KnownPage:
    """Somebody as the practice knows them: every time they were asked, newest first."""

    id: UUID
    reference: str
    rows: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of the practice's view, as it may be shown."""

    label: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class PracticePage:
    """How often the practice asked in a year, and what came of it."""

    since: date
    counts: tuple[Count, ...]
    by_status: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Learnt:
    """A lesson that somebody did."""

    id: UUID
    title: str
    at: datetime
    minutes: int
    reflection: str


def asked(actor: Actor) -> tuple[QuestionRow, ...]:
    """The latest questions of the practice, newest first."""
    found = WorkQuestion.objects.as_seen_by(actor).filter(organisation_id=actor.organisation_id)
    return _rows(actor, found.order_by("-asked_at", "-id")[:LATEST])


def known(actor: Actor, at_practice_id: UUID) -> KnownPage:
    """Somebody whom the practice asked, by the link kept in its own notes. Raises NotFound."""
    here = AtPractice.objects.as_seen_by(actor).filter(id=at_practice_id).first()
    if here is None:
        raise NotFound(_("There is no such page."))
    return _known(actor, here) if here.person_id is None else _opened(actor, here.person_id, here)


def _known(actor: Actor, here: AtPractice) -> KnownPage:
    found = WorkQuestion.objects.as_seen_by(actor).filter(at_practice_id=here.id)
    return KnownPage(here.id, here.reference, _rows(actor, found.order_by("-asked_at", "-id")))


@sensitive_read("work_questions_seen", "health")
def _opened(actor: Actor, person_id: UUID, here: AtPractice) -> KnownPage:
    return _known(actor, here)


def of_person(actor: Actor, person_id: UUID) -> tuple[QuestionRow, ...]:
    """What practices wrote down about somebody's work, for them and those they let in to their health."""
    found = WorkQuestion.objects.as_seen_by(actor).filter(person_id=person_id)
    return _rows(actor, found.order_by("-asked_at", "-id"))


def _rows(actor: Actor, found: Iterable[WorkQuestion]) -> tuple[QuestionRow, ...]:
    rows = list(found)
    names = names_of(actor, {row.asked_by_id for row in rows if row.asked_by_id})
    here = AtPractice.objects.as_seen_by(actor).filter(id__in={row.at_practice_id for row in rows})
    references = dict(here.values_list("id", "reference"))
    news = _news({row.referral_id for row in rows if row.referral_id})
    coded = {one.key: one for one in codes.statuses(actor.language)}
    return tuple(
        QuestionRow(
            id=row.id,
            at_practice_id=row.at_practice_id,
            reference=references.get(row.at_practice_id, ""),
            at=row.asked_at,
            by=names.get(row.asked_by_id, "") if row.asked_by_id else "",
            status=coded[row.status].words if row.status in coded else row.status,
            code=coded[row.status].code.code if row.status in coded else "",
            line=row.line,
            choice=str(words.CAME_OF_IT[Choice(row.choice)]),
            colour=words.COLOUR[Choice(row.choice)],
            news=news.get(row.referral_id, ""),
        )
        for row in rows
    )


def _news(referral_ids: set[UUID]) -> dict[UUID | None, str]:
    """Where each referral stands: as much as whoever asked is told, and no more."""
    if not referral_ids:
        return {}
    made = Referral.objects.as_seen_by(system("tell a practice where its referrals stand"))
    return {
        key: str(STATUS[status])
        for key, status in made.filter(id__in=referral_ids).values_list("id", "status")
    }


def practice(actor: Actor) -> PracticePage:
    """The last year's counts, each rounded so that nobody can be picked out. Raises Refused."""
    ours = require_practice(actor)
    since = clock.now() - A_YEAR
    made = WorkQuestion.objects.as_seen_by(system("count for the practice"))
    rows = list(
        made.filter(organisation_id=ours, asked_at__gte=since).values_list("status", "choice", "referral_id")
    )
    return PracticePage(since.date(), _counts(rows), _by_status(actor, [status for status, _c, _r in rows]))


def _counts(rows: list[tuple[str, str, UUID | None]]) -> tuple[Count, ...]:
    chosen, asked = Counter(choice for _status, choice, _referral in rows), len(rows)
    met, working, helped = _outcomes({referral for _status, _choice, referral in rows if referral})
    referred = chosen[Choice.REFER]
    return tuple(
        Count(str(label), protected(count, of))
        for label, count, of in (
            (_("Asked about work"), asked, asked),
            (_("Referred"), referred, asked),
            (_("Not now"), chosen[Choice.NOT_NOW], asked),
            (_("Said no"), chosen[Choice.DECLINED], asked),
            (_("Support began"), met, referred),
            (_("Support ended in work, or with a job kept"), working, referred),
            (_("They say that it helped"), helped, referred),
        )
    )


def _outcomes(referral_ids: set[UUID]) -> tuple[int, int, int]:
    """Of these referrals: support began; ended in work or in a job kept; helped, in the person's word."""
    made = Referral.objects.as_seen_by(system("count for the practice")).filter(id__in=referral_ids)
    rows = list(made.values_list("accepted_at", "closing", "helped"))
    return (
        sum(accepted is not None for accepted, _c, _h in rows),
        sum(closing in WORKING for _a, closing, _h in rows),
        sum(helped in DID_HELP for _a, _c, helped in rows),
    )


def _by_status(actor: Actor, found: Iterable[str]) -> tuple[Count, ...]:
    counted = Counter(found)
    many = counted.total()
    return tuple(
        Count(one.words, protected(counted[one.key], many)) for one in codes.statuses(actor.language)
    )


def learnt(actor: Actor) -> tuple[Learnt, ...]:
    """The lessons that the actor did, newest first."""
    rows = LessonDone.objects.as_seen_by(actor).order_by("-done_at")
    titles = {one.key: one.title for one in lessons.lessons(actor.language)}
    return tuple(
        Learnt(row.id, titles.get(row.lesson, row.lesson), row.done_at, row.minutes, row.reflection)
        for row in rows
    )


def one_learnt(actor: Actor, done_id: UUID) -> tuple[Learnt, dict[str, str], str]:
    """One of them, with the answers and the key of the lesson. Raises NotFound."""
    row = LessonDone.objects.as_seen_by(actor).filter(id=done_id).first()
    if row is None:
        raise NotFound(_("There is no such page."))
    title = lessons.lesson(row.lesson, actor.language).title
    return Learnt(row.id, title, row.done_at, row.minutes, row.reflection), row.answers, row.lesson
