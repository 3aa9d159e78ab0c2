"""What somebody is interested in, how far each has come, and what was passed on."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.clock import LONDON
from cydwaith.kernel.errors import NotFound
from cydwaith.place.opportunities import queries as opportunities
from cydwaith.place.opportunities.rules.vocabulary import Kind

from ..models import Interest, Introduction
from ..rules.vocabulary import Answer, Stage
from ..words import ANSWERS, STAGES


@dataclass(frozen=True, slots=True)
class InterestRow:
    """One opportunity that somebody is interested in. ``passed_on``: all that the employer got to know."""

    id: UUID
    opportunity_id: UUID
    title: str
    employer: str
    stage: Stage
    stage_label: str
    at: datetime
    moved_at: datetime
    passed_on: str
    until: datetime | None
    answer: str
    answer_words: str
    answered_at: datetime | None


def interests(actor: Actor, person_id: UUID) -> tuple[InterestRow, ...]:
    """What was not taken back, the newest first; nothing where work is not open to the actor."""
    rows = _interests(actor, person_id)
    told = {row.interest_id: row for row in _introductions(actor, person_id)} if rows else {}
    return tuple(_row(row, told.get(row.id)) for row in rows)


@prepared
def _interests(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    rows = Interest.objects.as_seen_by(actor).filter(person_id=person_id, withdrawn_at=None)
    return rows.order_by("-written_at", "id")


@prepared
def _introductions(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return Introduction.objects.as_seen_by(actor).filter(person_id=person_id)


def _row(row: Interest, told: Introduction | None) -> InterestRow:
    stage = Stage(row.stage)
    lasts = told is not None and told.until > clock.now()
    return InterestRow(
        id=row.id,
        opportunity_id=row.opportunity_id,
        title=row.title,
        employer=row.employer,
        stage=stage,
        stage_label=str(STAGES[stage]),
        at=row.written_at,
        moved_at=row.moved_at,
        passed_on=passed_on(told) if told else "",
        until=told.until if told and lasts else None,
        answer=str(ANSWERS[Answer(told.answer)]) if told and told.answer else "",
        answer_words=told.answer_words if told else "",
        answered_at=told.answered_at if told else None,
    )


def passed_on(row: Introduction) -> str:
    """All that was passed on."""
    return ", ".join(part for part in (row.name, row.phone, row.email, row.words) if part)


@dataclass(frozen=True, slots=True)
class Begun:
    """What is known of something that somebody has started; ``hours`` where the posting names one number."""

    title: str
    employer: str
    on: date
    kind: Kind | None = None
    hours: int | None = None


@sensitive_read("matches_seen", "work")
def begun(actor: Actor, person_id: UUID, interest_id: UUID) -> Begun:
    """What is known of an opportunity that has become work. Raises NotFound."""
    rows = Interest.objects.as_seen_by(actor).filter(person_id=person_id, withdrawn_at=None)
    row = rows.filter(id=interest_id, stage=Stage.STARTED.value).first()
    if row is None:
        raise NotFound("interest")
    found = Begun(row.title, row.employer, row.moved_at.astimezone(LONDON).date())
    try:
        posting = opportunities.find(actor, row.opportunity_id)
    except NotFound:
        return found
    hours = posting.hours_from if posting.hours_from == posting.hours_to else None
    return replace(found, kind=Kind(posting.kind), hours=hours)
