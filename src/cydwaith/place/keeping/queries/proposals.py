"""What was proposed: the steward's queue, one proposal with its differences, and what became of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from cydwaith.commons.people import queries as people
from cydwaith.kernel.actor import Actor, system
from cydwaith.kernel.errors import NotFound
from cydwaith.place.directory import queries as directory

from ..models import Proposal
from ..rules.alike import may_be_same
from ..rules.entry import Change, changes
from ..words import FIELD_NAMES, KINDS
from .entry import called, entry

OUTCOME = "suggestion_outcome"
SIMILAR, LOOKED_AT = 5, 20
KEPT = 20


@dataclass(frozen=True, slots=True)
class Difference:
    """One field with its name in words: what it said, what it is to say, and what it says now."""

    field: str
    name: str
    before: str
    after: str
    moved: bool = False


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """One line of a queue or a history."""

    id: UUID
    service_id: UUID | None
    title: str
    is_new: bool
    by_group: bool
    fields: str
    made_at: datetime
    outcome: str
    reason: str
    decided_at: datetime | None
    decided_by: str


@dataclass(frozen=True, slots=True)
class Like:
    """An entry that may be the same thing."""

    id: UUID
    name: str
    place: str
    summary: str


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """One proposal for whoever decides."""

    line: ProposalLine
    kind: str
    words: str
    differences: tuple[Difference, ...]
    alike: tuple[Like, ...]
    wants_answer: bool
    on_the_spot: bool
    became: UUID | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of something that somebody suggested."""

    title: str
    outcome: str
    reason: str
    became: UUID | None


def waiting(actor: Actor) -> list[ProposalLine]:
    """What waits for a decision, the groups' own words first, then the oldest."""
    rows = Proposal.objects.as_seen_by(actor).filter(outcome="waiting").order_by("by", "made_at", "id")
    return _lines(actor, list(rows))


def count_waiting(actor: Actor) -> int:
    """How many wait."""
    return Proposal.objects.as_seen_by(actor).filter(outcome="waiting").count()


def count_taken_up(actor: Actor, services: Collection[UUID] | QuerySet[Any, UUID]) -> int:
    """How many suggestions about these services, or that became them, a steward agreed to, ever."""
    about = Q(service_id__in=services) | Q(became_id__in=services)
    return Proposal.objects.as_seen_by(actor).filter(about, outcome="accepted").count()


def decided(actor: Actor, service_id: UUID | None = None) -> list[ProposalLine]:
    """The latest decisions, about one service or all."""
    rows = Proposal.objects.as_seen_by(actor).exclude(outcome="waiting")
    if service_id:
        rows = rows.filter(service_id=service_id)
    return _lines(actor, list(rows.order_by("-decided_at")[:KEPT]))


def of_service(actor: Actor, service_id: UUID) -> list[ProposalLine]:
    """Everything that was proposed for a service and the actor may see, newest first."""
    rows = Proposal.objects.as_seen_by(actor).filter(service_id=service_id).order_by("-made_at", "-id")
    return _lines(actor, list(rows[:KEPT]))


def proposal(actor: Actor, proposal_id: UUID) -> ProposalPage:
    """One proposal with what it changes. Raises NotFound."""
    row = find(actor, proposal_id)
    return ProposalPage(
        line=_lines(actor, [row])[0],
        kind=str(KINDS.get(row.values.get("kind", ""), "")),
        words=row.words,
        differences=tuple(_differences(actor, row)),
        alike=_alike(actor, row),
        wants_answer=bool(row.reply_to),
        on_the_spot=row.latitude is not None,
        became=row.became_id,
    )


def find(actor: Actor, proposal_id: UUID) -> Proposal:
    """The row. Raises NotFound for whoever may not see it."""
    row: Proposal | None = Proposal.objects.as_seen_by(actor).filter(id=proposal_id).first()
    if row is None:
        raise NotFound(_("This suggestion is no longer there."))
    return row


def outcome(actor: Actor) -> Outcome:
    """What became of the one suggestion whose link the actor followed. Raises NotFound."""
    if actor.link is None or actor.link.kind != OUTCOME:
        raise NotFound(_("This suggestion is no longer there."))
    row = find(system("to tell what became of a suggestion", actor.language), actor.link.subject_id)
    return Outcome(_lines(actor, [row])[0].title, row.outcome, row.reason, row.became_id or row.service_id)


def _lines(actor: Actor, rows: list[Proposal]) -> list[ProposalLine]:
    names = called(actor, {row.service_id for row in rows if row.service_id})
    deciders = people.names(actor, {row.decided_by for row in rows if row.decided_by})
    return [_line(row, names, deciders) for row in rows]


def _line(row: Proposal, names: dict[UUID, str], deciders: dict[UUID, str]) -> ProposalLine:
    fields = [str(FIELD_NAMES[name]) for name in row.values if name in FIELD_NAMES]
    return ProposalLine(
        id=row.id,
        service_id=row.service_id,
        title=names.get(row.service_id, "") if row.service_id else row.values.get("name", ""),
        is_new=row.service_id is None,
        by_group=row.by == "group",
        fields=", ".join(fields),
        made_at=row.made_at,
        outcome=row.outcome,
        reason=row.reason,
        decided_at=row.decided_at,
        decided_by=deciders.get(row.decided_by, "") if row.decided_by else "",
    )


def _differences(actor: Actor, row: Proposal) -> Iterable[Difference]:
    now = _now(actor, row) if row.service_id and row.outcome == "waiting" else row.before
    for change in changes(row.before, row.values):
        yield _difference(change, now)


def _now(actor: Actor, row: Proposal) -> dict[str, Any]:
    """What the entry says now, in the language in which somebody looked at it."""
    try:
        with translation.override(row.language):
            return entry(actor, row.service_id).texts
    except NotFound:
        return row.before


def _difference(change: Change, now: dict[str, Any]) -> Difference:
    """``moved`` when the entry has changed since somebody looked at it."""
    said = now.get(change.field, "")
    moved = said != change.before
    return Difference(change.field, str(FIELD_NAMES[change.field]), said, change.after, moved)


def _alike(actor: Actor, row: Proposal) -> tuple[Like, ...]:
    """Entries with a like name nearby, for something that is said to be new."""
    if row.service_id is not None or row.outcome != "waiting":
        return ()
    name, near = row.values.get("name", ""), row.values.get("postcode", "")
    found = directory.search(actor, words=name, near=near, size=LOOKED_AT)
    if found.unknown_place:
        found = directory.search(actor, words=name, size=LOOKED_AT)
    like = [one for one in found.rows if may_be_same(name, one.name, one.summary)]
    return tuple(Like(one.id, one.name, one.place, one.summary) for one in like[:SIMILAR])
