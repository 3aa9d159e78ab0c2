"""One turn of a feed: fetch it into its folder, look at what came, take it in or hold it.

The network is asked outside any transaction; what came is compared as a whole before any of it is applied,
and applied in batches that bear repeating: a turn that was cut off goes on where it stopped.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from random import random
from time import monotonic
from uuid import UUID

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.policy import may_keep_directory

from ..fetching import folder
from ..fetching.asking import NoAnswer
from ..fetching.collecting import Collected, Collector
from ..models import Feed, Fetch
from ..rules import Outcome, State, hold, vanished, wait
from ..standard import standard
from .applying import take_in
from .comparing import compare
from .keeping import find

LEASE = timedelta(hours=1)


def fetch(actor: Actor, feed_id: UUID) -> Outcome | None:
    """Fetch a feed now; None when somebody is at it, or it is held. Raises NotFound, Refused."""
    started, began = begin(actor, feed_id=feed_id), monotonic()
    if started is None:
        return None
    address, resume = started
    if resume:
        return take_in(actor, feed_id=feed_id)
    collector = Collector(standard(), folder.unfinished(feed_id), folder.applied(feed_id))
    try:
        went = collector.collect(address)
    except NoAnswer as nothing:
        return fail(actor, feed_id=feed_id, nothing=nothing, seconds=monotonic() - began)
    return _look(actor, feed_id, went, monotonic() - began)


def receive(actor: Actor, feed_id: UUID, answers: Iterable[tuple[str, bytes]]) -> Outcome | None:
    """As ``fetch``, with answers (address, body) that came by another way than the network."""
    if begin(actor, feed_id=feed_id) is None:
        return None
    into = folder.latest(feed_id)
    into.clear()
    for address, body in answers:
        into.file(address).write_bytes(body)
        into.keep(address, folder.PAGE)
    into.write()
    return _look(actor, feed_id, Collected(200, fresh=True), 0)


def _look(actor: Actor, feed_id: UUID, went: Collected, seconds: float) -> Outcome:
    if examine(actor, feed_id=feed_id, went=went, seconds=seconds) is Outcome.RUNNING:
        return take_in(actor, feed_id=feed_id)
    return Outcome(Fetch.objects.filter(feed=feed_id).latest("at").outcome)


@command("feed_fetch_begun", permit=may_keep_directory)
def begin(actor: Actor, *, feed_id: UUID) -> Done[tuple[str, bool] | None]:
    """Take the feed for oneself: its address, and whether all that is left is to take in what came."""
    feed, now = find(feed_id), clock.now()
    busy = feed.busy_until is not None and feed.busy_until > now
    if busy or feed.state == State.HELD:
        return Done(None, subject=feed.id)
    resume = feed.state == State.APPLYING
    feed.state, feed.busy_until = State.APPLYING if resume else State.FETCHING, now + LEASE
    feed.save(update_fields=["state", "busy_until"])
    if not resume:
        Fetch.objects.filter(feed=feed, outcome=Outcome.RUNNING).delete()
        Fetch.objects.create(feed=feed, at=now)
    return Done((feed.address, resume), subject=feed.id, fields=("state",))


@command("feed_fetch_failed", permit=may_keep_directory)
def fail(actor: Actor, *, feed_id: UUID, nothing: NoAnswer, seconds: float) -> Done[Outcome]:
    """Write down that it gave nothing, and when to try again; a feed that is gone is held for a person."""
    feed, now = find(feed_id), clock.now()
    feed.failures += 1
    feed.failing_since = feed.failing_since or now
    feed.next_at = now + wait(feed.failures, random(), nothing.asked)  # noqa: S311 - spreads load, hides nothing
    entry, gone = running(feed), vanished(nothing.status, feed.failing_since, now)
    entry.status, entry.seconds, entry.why = nothing.status, seconds, gone or nothing.why
    entry.outcome = _lost(feed, entry) if gone else Outcome.FAILED
    entry.save()
    _release(feed, State.HELD if entry.outcome == Outcome.HELD else State.WAITING)
    return Done(Outcome(entry.outcome), subject=feed.id, fields=("failures", "next_at"))


def _lost(feed: Feed, entry: Fetch) -> Outcome:
    """All that the feed ever gave would go; nothing to decide where that is nothing."""
    came = folder.latest(feed.id)
    came.clear()
    entry.gone = compare(feed, came, standard()).gone_count
    return Outcome.HELD if entry.gone else Outcome.FAILED


@command("feed_examined", permit=may_keep_directory)
def examine(actor: Actor, *, feed_id: UUID, went: Collected, seconds: float) -> Done[Outcome]:
    """Hold what came against what is here; RUNNING means that it may be taken in."""
    feed = find(feed_id)
    feed.failures, feed.failing_since = 0, None
    feed.next_at = _next(feed)
    entry, came = running(feed), folder.latest(feed_id)
    entry.status, entry.seconds, entry.pages = went.status, seconds, came.count()
    entry.digest = came.digest()
    outcome = _judge(feed, entry, came, went)
    entry.outcome = outcome
    entry.save()
    if outcome in (Outcome.SAME, Outcome.REJECTED):
        came.clear()
    states = {Outcome.RUNNING: State.APPLYING, Outcome.HELD: State.HELD}
    _release(feed, states.get(outcome, State.WAITING))
    return Done(outcome, subject=feed.id, fields=("state", "next_at"))


def _judge(feed: Feed, entry: Fetch, came: folder.Folder, went: Collected) -> Outcome:
    last = Fetch.objects.filter(feed=feed, outcome=Outcome.APPLIED).order_by("-at").first()
    if not went.fresh or (last and last.digest == entry.digest):
        return Outcome.SAME
    if entry.digest == feed.rejected:
        return Outcome.REJECTED
    found = compare(feed, came, standard())
    entry.seen, entry.gone = found.seen, found.gone_count
    if waits := hold(found.known, found.gone_count, found.seen, feed.share):
        entry.why = waits
        return Outcome.HELD
    return Outcome.RUNNING


def _next(feed: Feed) -> datetime | None:
    if not feed.every_hours or feed.paused:
        return None
    return clock.now() + timedelta(hours=feed.every_hours)


def running(feed: Feed) -> Fetch:
    """The line of the log that is being written."""
    return Fetch.objects.filter(feed=feed, outcome=Outcome.RUNNING).latest("at")


def _release(feed: Feed, state: State) -> None:
    feed.state, feed.busy_until = state, None
    feed.save()
