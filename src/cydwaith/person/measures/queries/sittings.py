"""A sitting page by page, and what waits to be answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.circle.policy import require
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.methods.measures import instrument

from ..goals import goals_to_rate
from ..models import MeasureInvitation, Reading
from ..rules import GOALS, LIGHT_SET, OFFERED, Asking, How, is_open, is_overdue
from ..words import WHAT, here, said
from .scored import scored


@dataclass(frozen=True, slots=True)
class Sitting:
    """A set of questions: ``pages`` are instruments in order, ``given`` the answers so far."""

    id: UUID
    person_id: UUID
    how: How
    pages: tuple[str, ...]
    own_items: Mapping[str, str]
    given: Mapping[str, Mapping[str, int | str]]
    open: bool
    done: bool
    until: datetime
    asked_by: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open sitting as a list shows it."""

    id: UUID
    how: How
    names: tuple[str, ...]
    asked_by: str
    asked_at: datetime
    due: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """One set of questions that may be chosen."""

    key: str
    name: str
    what: str
    usual: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What one page of a sitting shows: a name and a line for each score."""

    name: str
    lines: tuple[tuple[str, str], ...]


def sitting(actor: Actor, invitation_id: UUID) -> Sitting:
    """One sitting. Raises ``NotFound`` where it is not open to the actor."""
    row = MeasureInvitation.objects.as_seen_by(actor).filter(id=invitation_id).first()
    if row is None:
        raise NotFound(_("This is not here, or not open to you."))
    answers = _of_sitting(actor, row.id).values_list("instrument", "answers")
    return Sitting(
        id=row.id,
        person_id=row.person_id,
        how=How(row.how),
        pages=tuple(row.instruments),
        own_items=row.own_items,
        given=dict(answers),
        open=is_open(Asking(row.expires_at, row.done_at), clock.now()),
        done=row.done_at is not None,
        until=row.expires_at,
        asked_by=row.asked_by_name,
    )


def results(actor: Actor, invitation_id: UUID) -> tuple[Result, ...]:
    """What the answers of a sitting show, page by page; a link sees them for a day."""
    rows = sorted(_of_sitting(actor, invitation_id), key=lambda row: OFFERED.index(row.instrument))
    return tuple(_result(row) for row in rows)


def waiting(actor: Actor, person_id: UUID) -> tuple[Waiting, ...]:
    """The sittings that still wait for answers, oldest first; empty where measures are not open."""
    rows = MeasureInvitation.objects.as_seen_by(actor).filter(person_id=person_id, done_at=None)
    return tuple(_waiting(row) for row in rows.filter(expires_at__gt=clock.now()).order_by("asked_at"))


def offers(actor: Actor, person_id: UUID) -> tuple[Offer, ...]:
    """What may be asked of a person now; goals only where there are some. Raises ``Refused``."""
    require(actor, person_id, Scope.MEASURES)
    goals = goals_to_rate(actor, person_id)
    return tuple(
        Offer(key, here(instrument(key).name), str(WHAT[key]), key in LIGHT_SET)
        for key in OFFERED
        if key != GOALS or goals
    )


def _of_sitting(actor: Actor, invitation_id: UUID) -> GuardedQuerySet:
    return Reading.objects.as_seen_by(actor).filter(invitation_id=invitation_id, replaced_by=None)


def _result(row: Reading) -> Result:
    found = scored(row)
    name = here(instrument(row.instrument).name)
    if found is None:
        return Result(name, ())
    return Result(name, tuple((row.own_items.get(s.scale) or here(s.words), said(s)) for s in found.scores))


def _waiting(row: MeasureInvitation) -> Waiting:
    asking = Asking(row.expires_at, row.done_at)
    return Waiting(
        id=row.id,
        how=How(row.how),
        names=tuple(here(instrument(key).name) for key in row.instruments),
        asked_by=row.asked_by_name,
        asked_at=row.asked_at,
        due=row.due,
        overdue=is_overdue(row.due, asking, clock.today()),
    )
