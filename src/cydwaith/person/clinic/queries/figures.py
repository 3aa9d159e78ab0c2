"""How often a practice asks and what comes of it: quarters that were published, and what goes into one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Min
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.person.referrals.models import Referral
from cydwaith.person.referrals.rules import Closing, Helped

from .. import codes, words
from ..models import PracticeFigures, WorkQuestion
from ..policy import require_practice
from ..rules.asking import Choice
from ..rules.figures import Figures, Outcome, finished, quarter_after, quarter_of

WORKING = frozenset({Closing.IN_WORK, Closing.STAYED_IN_WORK})
DID_HELP = frozenset({Helped.A_LOT, Helped.A_LITTLE})
QUARTERS = 8


@dataclass(frozen=True, slots=True)
class Count:
    """One figure: a multiple of 5, the true one within 4 of it."""

    label: str
    value: int


@dataclass(frozen=True, slots=True)
class QuarterPage:
    """What was published of one quarter; nothing where it might have picked somebody out."""

    name: str
    counts: tuple[Count, ...]
    by_status: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class PracticePage:
    """The published quarters, the newest first, and the day from which the next can be."""

    quarters: tuple[QuarterPage, ...]
    next_on: date


def practice(actor: Actor) -> PracticePage:
    """What is told of the actor's practice; no count of anything newer. Raises Refused."""
    ours = require_practice(actor)
    rows = PracticeFigures.objects.as_seen_by(actor).filter(organisation_id=ours).order_by("-quarter")
    told = tuple(_quarter(actor, row) for row in rows[:QUARTERS])
    return PracticePage(told, quarter_after(quarter_of(clock.today())))


def _quarter(actor: Actor, row: PracticeFigures) -> QuarterPage:
    name = _name(row.quarter)
    if row.figures is None:
        return QuarterPage(name, (), ())
    said = Figures(**row.figures)
    return QuarterPage(name, _counts(said), _by_status(actor, said.by_status))


def _name(starts: date) -> str:
    last = starts.replace(month=starts.month + 2)
    return _("%(first)s to %(last)s %(year)d") % {
        "first": date_format(starts, "F"),
        "last": date_format(last, "F"),
        "year": starts.year,
    }


def _counts(said: Figures) -> tuple[Count, ...]:
    chosen = (Count(str(words.CAME_OF_IT[one]), said.by_choice.get(one, 0)) for one in Choice)
    came = (Count(str(words.OUTCOMES[one]), said.came.get(one, 0)) for one in Outcome)
    return (Count(_("Asked about work"), said.asked), *chosen, *came)


def _by_status(actor: Actor, said: dict[str, int]) -> tuple[Count, ...]:
    return tuple(Count(codes.status_words(key, actor.language), value) for key, value in said.items())


def to_publish(actor: Actor) -> list[tuple[UUID, date]]:
    """Each practice's quarters that are over and were not published yet. For the software."""
    first = WorkQuestion.objects.as_seen_by(actor).values_list("organisation_id").annotate(Min("asked_at"))
    rows = PracticeFigures.objects.as_seen_by(actor).values_list("organisation_id", "quarter")
    there, today = set(rows), clock.today()
    due = ((key, starts) for key, at in first.order_by() for starts in finished(_day(at), today))
    return [one for one in due if one not in there]


def tallied(actor: Actor, organisation_id: UUID, starts: date) -> tuple[list[tuple[str, str]], list[Outcome]]:
    """What happened in one quarter, each person once: their status and choice; their outcomes.

    Whoever was asked several times counts with what they said last, and as referred if they ever were.
    For the software.
    """
    made = WorkQuestion.objects.as_seen_by(actor).filter(organisation_id=organisation_id)
    asked = made.filter(asked_at__gte=_moment(starts), asked_at__lt=_moment(quarter_after(starts)))
    referred = Referral.objects.as_seen_by(actor).filter(
        id__in=list(made.exclude(referral_id=None).values_list("referral_id", flat=True))
    )
    rows = referred.values("person_id", "accepted_at", "ended_at", "closing", "confirmed_at", "helped")
    came = {
        (row["person_id"], outcome)
        for row in rows
        for outcome, at in _outcomes(row)
        if quarter_of(_day(at)) == starts
    }
    said = asked.order_by("asked_at", "id").values_list("at_practice_id", "status", "choice")
    return _once_each(said), [outcome for _person, outcome in came]


def _once_each(said: Iterable[tuple[UUID, str, str]]) -> list[tuple[str, str]]:
    """The last status of each, with their last choice, or that they were referred."""
    found: dict[UUID, tuple[str, str]] = {}
    for key, status, choice in said:
        was_referred = found.get(key, ("", ""))[1] == Choice.REFER.value
        found[key] = (status, Choice.REFER.value if was_referred else choice)
    return list(found.values())


def _outcomes(row: dict[str, Any]) -> list[tuple[Outcome, datetime]]:
    """What came of one referral, each with its moment."""
    found = (
        (Outcome.BEGAN, row["accepted_at"], True),
        (Outcome.WORKING, row["ended_at"], row["closing"] in WORKING),
        (Outcome.HELPED, row["confirmed_at"], row["helped"] in DID_HELP),
    )
    return [(outcome, at) for outcome, at, counts in found if at is not None and counts]


def _day(at: datetime) -> date:
    return at.astimezone(clock.LONDON).date()


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), clock.LONDON)
