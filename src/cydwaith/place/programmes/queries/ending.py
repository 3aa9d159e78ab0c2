"""How long programmes are open, and what was said of their last days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.db.models import Q

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ..models import LastDay, Programme
from ..rules import in_force, runs_until
from ..standing import Standing, standing
from .cards import ProgrammeCard, card
from .drafts import require_steward


@dataclass(frozen=True, slots=True)
class Opening:
    """A programme on which people can start: the version in force, else the nearest, and its last day.

    ``last`` is the last day of the programme, over all versions that follow without a gap; None: no end.
    """

    card: ProgrammeCard
    last: date | None

    @property
    def key(self) -> str:
        """The key of the programme."""
        return self.card.key

    @property
    def name(self) -> str:
        """What the programme is called, in the reader's language."""
        return self.card.name


def openings(actor: Actor, first: date, last: date) -> tuple[Opening, ...]:
    """The programmes on which somebody could start between two days, by name: one read."""
    rows = Programme.objects.filter(Q(valid_to=None) | Q(valid_to__gte=first)).order_by("key", "valid_from")
    of_each = [list(rows) for _key, rows in groupby(rows, key=lambda row: row.key)]
    found = [_opening(actor, rows, last) for rows in of_each if rows[0].valid_from <= last]
    return tuple(sorted(found, key=lambda one: (one.name, one.key)))


def _opening(actor: Actor, rows: Sequence[Programme], last: date) -> Opening:
    """Of the versions of one programme, the oldest first; what begins after the last day is not near."""
    today = clock.today()
    near = [row for row in rows if row.valid_from <= last]
    now = (row for row in near if in_force(row.valid_from, row.valid_to, today))
    nearest = next(now, None) or next((row for row in near if row.valid_from > today), near[-1])
    days = [(row.valid_from, row.valid_to) for row in rows]
    return Opening(card(nearest, actor.language), runs_until(days, nearest.valid_from))


@dataclass(frozen=True, slots=True)
class SaidLast:
    """What somebody said of a last day (None: it goes on), why, and when."""

    version_id: UUID
    last: date | None
    why: str
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class LastVersion:
    """The newest version of a programme, whose last day can be said, and how the programme stands."""

    card: ProgrammeCard
    standing: Standing


def last_version(actor: Actor, key: str, after: date | None = None) -> LastVersion:
    """The newest version, and whether anybody starts after a day. Raises Refused, NotFound."""
    require_steward(actor)
    row = Programme.objects.filter(key=key).order_by("-valid_from").first()
    if row is None:
        raise NotFound("programme")
    return LastVersion(card(row, actor.language), standing(actor, key, after))


def said_of_last_days(actor: Actor, key: str) -> tuple[SaidLast, ...]:
    """Everything that was said of the last days of a programme's versions, the newest first."""
    rows = LastDay.objects.filter(programme__key=key).order_by("-made_at", "-id")
    columns = ("programme_id", "last", "why", "made_by", "made_at")
    return tuple(SaidLast(*row) for row in rows.values_list(*columns))
