"""For an employer: who asked that they be told, and what they chose to share. Nothing else is read."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from cydwaith.commons.audit import trail
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.kernel.actor import Actor
from cydwaith.place.opportunities.queries import Line, kept

from ..models import Introduction
from ..rules.vocabulary import Answer
from ..words import ANSWERS


@dataclass(frozen=True, slots=True)
class Introduced:
    """Somebody who is interested, as they chose to be known."""

    id: UUID
    name: str
    phone: str
    email: str
    words: str
    at: datetime
    until: datetime
    answer: str
    answer_words: str


@dataclass(frozen=True, slots=True)
class IntroducedPage:
    """One posting with whoever is interested in it."""

    line: Line
    people: tuple[Introduced, ...]


def introduced(actor: Actor, opportunity_id: UUID) -> IntroducedPage:
    """Who is interested in one posting. Raises NotFound for those who do not keep it."""
    posting = kept(actor, opportunity_id)
    rows = list(_told(actor, opportunity_id))
    with transaction.atomic():
        for row in rows:
            trail.record(
                actor, "introduction_seen", person_id=row.person_id, subject_id=row.id, fields=["work"]
            )
    return IntroducedPage(posting.page.line, tuple(_introduced(row) for row in rows))


def _told(actor: Actor, opportunity_id: UUID) -> GuardedQuerySet:
    rows = Introduction.objects.as_seen_by(actor).filter(opportunity_id=opportunity_id, withdrawn_at=None)
    return rows.order_by("-made_at", "id")


def _introduced(row: Introduction) -> Introduced:
    return Introduced(
        id=row.id,
        name=row.name,
        phone=row.phone,
        email=row.email,
        words=row.words,
        at=row.made_at,
        until=row.until,
        answer=str(ANSWERS[Answer(row.answer)]) if row.answer else "",
        answer_words=row.answer_words,
    )
