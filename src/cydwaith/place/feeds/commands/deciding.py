"""What a steward says about a feed that was held."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict
from cydwaith.place.directory.policy import may_keep_directory

from ..fetching import folder
from ..models import Feed, Fetch
from ..rules import Outcome, State
from .applying import take_in
from .keeping import find


def apply_held(actor: Actor, feed_id: UUID) -> Outcome:
    """Take in what was held, with all that goes by it. Raises NotFound, Conflict, Refused."""
    release_held(actor, feed_id=feed_id)
    return take_in(actor, feed_id=feed_id)


@command("feed_held_applied", permit=may_keep_directory)
def release_held(actor: Actor, *, feed_id: UUID) -> Done[None]:
    """Say yes to what was held; ``take_in`` does it, now or in the worker's next turn."""
    feed, entry = _held(feed_id)
    entry.outcome = Outcome.RUNNING
    _sign(actor, entry)
    feed.state, feed.failing_since, feed.failures = State.APPLYING, None, 0
    feed.save()
    return Done(None, subject=feed.id, fields=("state",))


@command("feed_held_rejected", permit=may_keep_directory)
def reject_held(actor: Actor, *, feed_id: UUID) -> Done[None]:
    """Leave the directory as it is; the same again will not be asked about. Raises NotFound, Conflict."""
    feed, entry = _held(feed_id)
    entry.outcome = Outcome.REJECTED
    _sign(actor, entry)
    folder.latest(feed_id).clear()
    feed.state, feed.rejected, feed.failing_since = State.WAITING, entry.digest, None
    feed.save()
    return Done(None, subject=feed.id, fields=("state",))


def _held(feed_id: UUID) -> tuple[Feed, Fetch]:
    feed = find(feed_id)
    entry = Fetch.objects.filter(feed=feed, outcome=Outcome.HELD).order_by("-at").first()
    if feed.state != State.HELD or entry is None:
        raise Conflict(_("Nothing of this feed is held any more. Look at its log again."))
    return feed, entry


def _sign(actor: Actor, entry: Fetch) -> None:
    entry.decided_by, entry.decided_at = actor.name or actor.purpose, clock.now()
    entry.save()
