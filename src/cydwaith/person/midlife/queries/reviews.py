"""One person's reviews, and one review with its answers and what it led to."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.person.plans.models import Step
from cydwaith.person.plans.queries import GoalLine, goals_today
from cydwaith.person.plans.queries.who import Reader, reader_of
from cydwaith.person.plans.rules.vocabulary import StepStatus
from cydwaith.person.plans.words import STEP_STATUSES

from ..models import Answers, Review
from ..rules import SCOPES, Better, Moment, Money, Pension, Pillar
from ..words import BETTER, MOMENTS, MONEY, PENSION, PILLARS, QUESTIONS

CHOICES = {
    "better": {key.value: text for key, text in BETTER.items()},
    "money": {key.value: text for key, text in MONEY.items()},
    "pension": {key.value: text for key, text in PENSION.items()},
}
OUT_OF_TEN = ("able", "later")
__all__ = ["Better", "MidlifePage", "Money", "Pension", "ReviewPage", "midlife", "review"]


@dataclass(frozen=True, slots=True)
class Line:
    """A question with its answer, in words."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Part:
    """One of the three parts; ``values`` are the raw answers. ``is_begun``: it was gone through."""

    pillar: Pillar
    name: str
    is_open: bool
    is_begun: bool
    lines: tuple[Line, ...]
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One thing that was chosen, as it stands in the plan now."""

    words: str
    due: date | None
    status: str
    done: bool


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One review."""

    by: Reader
    id: UUID
    moment: str
    at: datetime
    parts: tuple[Part, ...]
    actions: tuple[ActionRow, ...]
    goal_id: UUID | None
    next_on: date | None
    done_at: datetime | None
    goals: tuple[GoalLine, ...]

    @property
    def may_write(self) -> bool:
        """Whether the reader goes on with it, and does not only look."""
        return self.by.writes(Scope.PLAN)

    @property
    def next(self) -> Pillar | None:
        """The part that comes next; None where only the choosing is left."""
        return next((part.pillar for part in self.parts if part.is_open and not part.is_begun), None)


@dataclass(frozen=True, slots=True)
class MidlifePage:
    """A person's reviews, the newest first; ``going_on`` is the one that is open."""

    by: Reader
    reviews: tuple[tuple[UUID, str, datetime, date | None], ...]
    going_on: ReviewPage | None
    may_write: bool


@sensitive_read("midlife_seen", "plan")
def midlife(actor: Actor, person_id: UUID) -> MidlifePage:
    """What was reviewed and when. Raises Refused where the plan is not open."""
    by = reader_of(actor, person_id, Scope.PLAN)
    rows = list(Review.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-written_at"))
    return MidlifePage(
        by=by,
        reviews=tuple(
            (row.id, str(MOMENTS[Moment(row.moment)]), row.done_at, row.next_on)
            for row in rows
            if row.done_at
        ),
        going_on=next((_page(by, row) for row in rows if row.done_at is None), None),
        may_write=by.writes(Scope.PLAN),
    )


@sensitive_read("midlife_seen", "plan")
def review(actor: Actor, person_id: UUID, review_id: UUID) -> ReviewPage:
    """One review. Raises Refused, NotFound."""
    by = reader_of(actor, person_id, Scope.PLAN)
    row = Review.objects.as_seen_by(actor).filter(person_id=person_id, id=review_id).first()
    if row is None:
        raise NotFound(_("This is not here, or not open to you."))
    return _page(by, row)


def _page(by: Reader, row: Review) -> ReviewPage:
    return ReviewPage(
        by=by,
        id=row.id,
        moment=str(MOMENTS[Moment(row.moment)]),
        at=row.written_at,
        parts=_parts(by, row.id),
        actions=_actions(by.actor, row),
        goal_id=row.goal_id,
        next_on=row.next_on,
        done_at=row.done_at,
        goals=goals_today(by.actor, by.person_id),
    )


def _parts(by: Reader, review_id: UUID) -> tuple[Part, ...]:
    rows = Answers.objects.as_seen_by(by.actor).filter(review_id=review_id)
    said = {row.pillar: row.values for row in rows}
    return tuple(_part(by, pillar, said.get(pillar.value)) for pillar in Pillar)


def _part(by: Reader, pillar: Pillar, values: dict[str, object] | None) -> Part:
    said = values or {}
    lines = tuple(lines_of(said))
    is_open = SCOPES[pillar] in by.scopes
    return Part(pillar, str(PILLARS[pillar]), is_open, values is not None, lines, said)


def lines_of(values: dict[str, object]) -> list[Line]:
    """Questions with their answers, in the order in which they are asked."""
    return [Line(str(QUESTIONS[key]), _said(key, values[key])) for key in QUESTIONS if key in values]


def _said(key: str, value: object) -> str:
    if key in OUT_OF_TEN:
        return _("%(value)s out of 10") % {"value": value}
    if key in CHOICES:
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(str(CHOICES[key][one]) for one in chosen if one in CHOICES[key])
    return str(value)


def _actions(actor: Actor, row: Review) -> tuple[ActionRow, ...]:
    found = Step.objects.as_seen_by(actor).filter(person_id=row.person_id, id__in=row.step_ids)
    steps = sorted(found, key=lambda step: row.step_ids.index(str(step.id)))
    return tuple(
        ActionRow(
            step.words,
            step.due,
            str(STEP_STATUSES[StepStatus(step.status)]),
            StepStatus(step.status) is StepStatus.DONE,
        )
        for step in steps
    )
