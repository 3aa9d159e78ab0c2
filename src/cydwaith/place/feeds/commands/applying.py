"""Taking in what a feed brought: its records, then what it no longer has."""

from dataclasses import asdict
from itertools import chain
from typing import Any
from uuid import UUID

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.place.directory.commands import Report, import_feed, withdraw_gone
from cydwaith.place.directory.policy import may_keep_directory
from cydwaith.place.directory.reading import reader

from ..fetching import folder
from ..models import Feed, Fetch
from ..rules import Outcome, State
from ..standard import standard
from .comparing import compare
from .keeping import find

SHOWN_PROBLEMS = 50


def take_in(actor: Actor, *, feed_id: UUID) -> Outcome:
    """Apply what lies in the feed's folder. Bears repeating. Raises NotFound, Refused."""
    feed = Feed.objects.select_related("source").filter(id=feed_id).first()
    if feed is None:
        raise NotFound(str(feed_id))
    came, written_in = folder.latest(feed_id), standard()
    pieces = chain.from_iterable(written_in.records(saved) for saved in came.saved())
    report = import_feed(actor, source=feed.source.name, pieces=pieces, read=reader(), address=feed.address)
    gone = compare(feed, came, written_in).gone
    withdraw_gone(actor, source=feed.source.name, keys=gone)
    finish(actor, feed_id=feed_id, report=report, gone=len(gone))
    folder.settle(feed_id)
    return Outcome.APPLIED


@command("feed_applied", permit=may_keep_directory)
def finish(actor: Actor, *, feed_id: UUID, report: Report, gone: int) -> Done[None]:
    """Write down what became of it."""
    feed = find(feed_id)
    entry = Fetch.objects.filter(feed=feed, outcome=Outcome.RUNNING).latest("at")
    entry.created, entry.changed, entry.unchanged = report.created, report.changed, report.unchanged
    entry.refused, entry.gone, entry.outcome = report.rejected, gone, Outcome.APPLIED
    entry.problems = [_plain(asdict(problem)) for problem in report.problems[:SHOWN_PROBLEMS]]
    entry.save()
    feed.state, feed.busy_until, feed.rejected = State.WAITING, None, ""
    feed.save(update_fields=["state", "busy_until", "rejected"])
    return Done(None, subject=feed.id, fields=("state",))


def _plain(problem: dict[str, Any]) -> dict[str, Any]:
    return {name: None if value is None else str(value) for name, value in problem.items()}
