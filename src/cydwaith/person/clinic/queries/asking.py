"""Whom the practice asked, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.people.queries import names as names_of
from cydwaith.kernel.actor import Actor, system
from cydwaith.kernel.errors import NotFound
from cydwaith.person.referrals.models import Referral
from cydwaith.person.referrals.words import STATUS

from .. import codes, words
from ..models import AtPractice, WorkQuestion
from ..rules.asking import Choice

LATEST = 50


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
