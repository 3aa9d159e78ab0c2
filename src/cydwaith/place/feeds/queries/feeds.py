"""Feeds and their log, in words."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound, Refused
from cydwaith.place.directory.models import Service
from cydwaith.place.directory.policy import may_keep_directory

from ..commands.comparing import compare
from ..fetching import folder
from ..models import Feed, Fetch
from ..rules import Outcome, State
from ..standard import standard
from . import words

SHOWN = 30
LISTED = 200


@dataclass(frozen=True, slots=True)
class FetchRow:
    """One line of the log: ``counts`` and ``said`` are sentences, ``colour`` a tag's."""

    at: datetime
    outcome: str
    outcome_text: str
    colour: str
    said: str
    counts: str
    status: int
    pages: int
    seconds: float
    decided: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One feed of the list."""

    id: UUID
    name: str
    address: str
    every: str
    share: int
    every_hours: int
    paused: bool
    state: str
    services: int
    next_at: datetime | None
    last: FetchRow | None

    @property
    def is_held(self) -> bool:
        """Whether a person has to say yes or no."""
        return self.state == State.HELD


@dataclass(frozen=True, slots=True)
class FeedPage:
    """A feed and its log, newest first."""

    row: FeedRow
    log: tuple[FetchRow, ...]


@dataclass(frozen=True, slots=True)
class HeldPage:
    """What a held feed would take away: ``known`` of it are here now."""

    row: FeedRow
    last: FetchRow
    known: int
    seen: int
    gone: int
    names: tuple[str, ...]


def feeds(actor: Actor) -> tuple[FeedRow, ...]:
    """Every feed, by name. Raises Refused."""
    _allow(actor)
    return tuple(_row(one) for one in Feed.objects.select_related("source").order_by("source__name"))


def count_held(actor: Actor) -> int:
    """How many wait for a yes or a no. Raises Refused."""
    _allow(actor)
    return Feed.objects.filter(state=State.HELD).count()


def feed(actor: Actor, feed_id: UUID) -> FeedPage:
    """One feed with its log. Raises NotFound, Refused."""
    _allow(actor)
    found = _find(feed_id)
    log = Fetch.objects.filter(feed=found).order_by("-at")[:SHOWN]
    return FeedPage(_row(found), tuple(_line(one) for one in log))


def held(actor: Actor, feed_id: UUID) -> HeldPage:
    """What a held feed would take away. Raises NotFound (also when nothing is held), Refused."""
    _allow(actor)
    found = _find(feed_id)
    last = Fetch.objects.filter(feed=found, outcome=Outcome.HELD).order_by("-at").first()
    if found.state != State.HELD or last is None:
        raise NotFound(_("Nothing of this feed is held any more."))
    went = compare(found, folder.latest(found.id), standard())
    names = Service.objects.filter(id__in=went.gone[:LISTED]).order_by("name").values_list("name", flat=True)
    return HeldPage(_row(found), _line(last), went.known, went.seen, went.gone_count, tuple(names))


def named(actor: Actor, name: str) -> UUID:
    """The id of the feed of this source. Raises NotFound."""
    _allow(actor)
    key = Feed.objects.filter(source__name=name).values_list("id", flat=True).first()
    if key is None:
        raise NotFound(_("There is no feed of this name."))
    return key


def due(actor: Actor) -> list[UUID]:
    """Feeds whose time has come, the longest waiting first; those cut off half-way among them."""
    now = clock.now()
    free = Q(busy_until=None) | Q(busy_until__lte=now)
    time = Q(next_at__lte=now, paused=False) | Q(state=State.APPLYING)
    rows = Feed.objects.filter(free, time).exclude(state=State.HELD)
    return list(rows.order_by("next_at").values_list("id", flat=True))


def _allow(actor: Actor) -> None:
    decision = may_keep_directory(actor)
    if not decision.allowed:
        raise Refused(decision.sentence)


def _find(feed_id: UUID) -> Feed:
    found = Feed.objects.select_related("source").filter(id=feed_id).first()
    if found is None:
        raise NotFound(_("This feed is no longer there."))
    return found


def _row(one: Feed) -> FeedRow:
    last = Fetch.objects.filter(feed=one).order_by("-at").first()
    shown = Service.objects.filter(source=one.source_id, withdrawn_at=None, merged_into=None)
    return FeedRow(
        id=one.id,
        name=one.source.name,
        address=one.address,
        every=words.every(one.every_hours),
        share=one.share,
        every_hours=one.every_hours,
        paused=one.paused,
        state=one.state,
        services=shown.count(),
        next_at=one.next_at,
        last=_line(last) if last else None,
    )


def _line(one: Fetch) -> FetchRow:
    return FetchRow(
        at=one.at,
        outcome=one.outcome,
        outcome_text=words.outcome(one.outcome),
        colour=words.COLOURS.get(one.outcome, ""),
        said=words.why(one.why),
        counts=words.counts(one) if one.outcome in (Outcome.APPLIED, Outcome.HELD) else "",
        status=one.status,
        pages=one.pages,
        seconds=round(one.seconds, 1),
        decided=one.decided_by,
        problems=tuple(f"{said['record']}: {said['reason']}" for said in one.problems),
    )
