"""What is due, what was asked, what was answered: for the job that writes letters, and for the steward."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from cydwaith.commons.messages import queries as messages
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.models import Service

from .. import models
from ..policy import may_decide
from ..rules.assurance import LETTERS, REMIND_AFTER, Step, due_before, next_step
from .entry import name_in
from .rhythm import Setting, setting, urgent

PAGE = 25
AT_ONCE = 3
QUIET = timedelta(days=30)
ANSWERED_SINCE = timedelta(days=90)


class State(StrEnum):
    """The heaps on the steward's page."""

    DUE = "due"
    ASKED = "asked"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"


ORDER = {State.ASKED: "asked_at", State.ANSWERED: "-answered_at", State.UNANSWERED: "given_up_at"}


@dataclass(frozen=True, slots=True)
class Line:
    """One entry on the steward's page. ``lost`` when the letter could not be delivered."""

    service_id: UUID
    name: str
    organisation: str
    last_assured: date | None
    asked_at: datetime | None
    letters: int
    answered_at: datetime | None
    lost: bool


@dataclass(frozen=True, slots=True)
class Heap:
    """One page of the entries in one state, and how many there are in each."""

    state: State
    counts: dict[State, int]
    lines: tuple[Line, ...]
    total: int
    page: int


def shown() -> QuerySet[Service]:
    """Services that the directory shows."""
    return Service.objects.filter(withdrawn_at=None, merged_into=None)


def due(chosen: Setting) -> QuerySet[Service]:
    """Entries that somebody should check, the longest unchecked first."""
    pace, today = chosen.rhythm, clock.today()
    last, sooner = (due_before(pace, today, urgent=soon) for soon in (False, True))
    soon = Q(id__in=urgent(chosen, shown()).values("id"))
    rows = shown().filter(
        Q(last_assured=None) | Q(last_assured__lte=last) | soon & Q(last_assured__lte=sooner)
    )
    return rows.order_by(F("last_assured").asc(nulls_first=True), "id")


def not_asked(chosen: Setting) -> QuerySet[Service]:
    """Due entries with no letter open, none given up since this round began, and no answer just now."""
    pace, today = chosen.rhythm, clock.today()
    again = due_before(pace, today, urgent=False)
    open_or_tried = models.Asking.objects.filter(answered_at=None).filter(
        Q(given_up_at=None) | Q(asked_at__date__gt=again)
    )
    heard = models.Asking.objects.filter(answered_at__gt=clock.now() - QUIET)
    rows = due(chosen).exclude(id__in=open_or_tried.values("service_id"))
    return rows.exclude(id__in=heard.values("service_id"))


def to_ask(actor: Actor, limit: int) -> list[UUID]:
    """Whose turn it is: urgent ones first, and few at a time of one organisation."""
    chosen = setting(actor)
    rows = not_asked(chosen)
    soon = set(urgent(chosen, rows).values_list("id", flat=True)[: limit * AT_ONCE])
    busy = _open_by_organisation()
    wanted = list(rows.filter(id__in=soon)[:limit]) + list(rows.exclude(id__in=soon)[: limit * 10])
    return [row.id for row in wanted if _has_room(row, busy)][:limit]


def _open_by_organisation() -> dict[UUID, int]:
    found: dict[UUID, int] = {}
    asked = models.Asking.objects.filter(answered_at=None, given_up_at=None)
    for owner in asked.values_list("service__organisation_id", flat=True):
        found[owner] = found.get(owner, 0) + 1
    return found


def _has_room(row: Service, busy: dict[UUID, int]) -> bool:
    """One organisation is not sent more than a few letters at once; counts those chosen."""
    owner = row.organisation_id
    if owner is None:
        return True
    busy[owner] = busy.get(owner, 0) + 1
    return busy[owner] <= AT_ONCE


def open_steps(actor: Actor) -> list[tuple[UUID, Step]]:
    """Open letters whose time has come, with what to do."""
    today = clock.today()
    rows = models.Asking.objects.filter(
        answered_at=None, given_up_at=None, last_letter_on__lte=today - REMIND_AFTER
    ).order_by("last_letter_on", "id")
    return [(row.id, next_step(row.letters, row.last_letter_on, today)) for row in rows]


def letters_today(actor: Actor) -> int:
    """How many letters were written today."""
    return models.Asking.objects.filter(last_letter_on=clock.today()).count()


def ended_pauses(actor: Actor) -> list[UUID]:
    """Services whose pause is over and whose entry does not say so yet."""
    over = models.Standing.objects.filter(paused_until__lt=clock.today())
    return list(over.values_list("service_id", flat=True))


def heap(actor: Actor, state: State, page: int = 1) -> Heap:
    """The entries in one state. Empty for those who do not look after the directory."""
    if not may_decide(actor).allowed:
        return Heap(state, dict.fromkeys(State, 0), (), 0, 1)
    chosen = setting(actor)
    counts = _counts(chosen)
    last = max(1, -(-counts[state] // PAGE))
    page = min(max(1, page), last)
    rows = list(_rows(chosen, state)[(page - 1) * PAGE : page * PAGE])
    return Heap(state, counts, tuple(_lines(actor, state, rows)), counts[state], page)


def _asked(chosen: Setting, state: State) -> Q:
    """Which letters make a heap."""
    if state is State.ASKED:
        return Q(answered_at=None, given_up_at=None)
    if state is State.ANSWERED:
        return Q(answered_at__gt=clock.now() - ANSWERED_SINCE)
    return Q(answered_at=None, given_up_at__isnull=False, service__in=due(chosen).order_by().values("id"))


def _counts(chosen: Setting) -> dict[State, int]:
    """How many are in each heap, in two queries."""
    heaps = {str(one.value): Count("id", filter=_asked(chosen, one)) for one in ORDER}
    letters = models.Asking.objects.filter(service__in=shown()).aggregate(**heaps)
    return {State.DUE: not_asked(chosen).count()} | {one: letters[one.value] for one in ORDER}


def _rows(chosen: Setting, state: State) -> QuerySet[Service] | QuerySet[models.Asking]:
    if state is State.DUE:
        return not_asked(chosen).select_related("organisation")
    asked = models.Asking.objects.filter(service__in=shown()).select_related("service__organisation")
    return asked.filter(_asked(chosen, state)).order_by(ORDER[state], "id")


def _lines(actor: Actor, state: State, rows: list[Service] | list[models.Asking]) -> Iterable[Line]:
    asked = {row.id: row for row in rows if isinstance(row, models.Asking)}
    services = [row.service if isinstance(row, models.Asking) else row for row in rows]
    lost = messages.undelivered(actor, [row.message_id for row in asked.values() if row.message_id])
    for row, service in zip(rows, services, strict=True):
        asking = row if isinstance(row, models.Asking) else None
        owner = service.organisation
        yield Line(
            service_id=service.id,
            name=name_in(actor, service),
            organisation=name_in(actor, owner) if owner else "",
            last_assured=service.last_assured,
            asked_at=asking.asked_at if asking else None,
            letters=min(asking.letters, LETTERS) if asking else 0,
            answered_at=asking.answered_at if asking else None,
            lost=asking is not None and asking.message_id in lost,
        )
