"""Which feeds there are, and how often they are fetched."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid, NotFound
from cydwaith.place.directory.commands import open_source
from cydwaith.place.directory.policy import may_keep_directory

from ..fetching.asking import NoAnswer, check, read_address
from ..models import Feed
from ..rules import Why


@dataclass(frozen=True, slots=True)
class Keeping:
    """How a feed is kept: hours between fetches (0: only when asked), and the share that may go, per cent."""

    every_hours: int = 24
    share: int = 20
    paused: bool = False


@command("feed_added", permit=may_keep_directory)
def add_feed(actor: Actor, *, name: str, address: str, keeping: Keeping | None = None) -> Done[UUID]:
    """Have an address fetched from now on; ``name`` is the source of its records. Raises Invalid."""
    kept = keeping or Keeping()
    _check(name, address, kept)
    source = open_source(actor, name=name, address=address)
    if Feed.objects.filter(source=source).exists():
        raise Invalid(_("There is already a feed of this name."), "name")
    feed = Feed.objects.create(
        source=source,
        address=address,
        every_hours=kept.every_hours,
        share=kept.share,
        paused=kept.paused,
        next_at=clock.now() if kept.every_hours else None,
    )
    return Done(feed.id, subject=feed.id, fields=("name", "address", "every_hours", "share"))


@command("feed_changed", permit=may_keep_directory)
def change_feed(actor: Actor, *, feed_id: UUID, keeping: Keeping) -> Done[None]:
    """Fetch it more or less often, or stop for a while. Raises NotFound, Invalid."""
    feed = find(feed_id)
    _check_numbers(keeping)
    feed.every_hours, feed.share, feed.paused = keeping.every_hours, keeping.share, keeping.paused
    feed.next_at = clock.now() if keeping.every_hours and not keeping.paused else None
    feed.save(update_fields=["every_hours", "share", "paused", "next_at"])
    return Done(None, subject=feed.id, fields=("every_hours", "share", "paused"))


@command("feed_wanted_now", permit=may_keep_directory)
def fetch_soon(actor: Actor, *, feed_id: UUID) -> Done[None]:
    """Have a feed fetched by the next turn of the worker. Raises NotFound."""
    feed = find(feed_id)
    feed.next_at = clock.now()
    feed.save(update_fields=["next_at"])
    return Done(None, subject=feed.id, fields=("next_at",))


def find(feed_id: UUID) -> Feed:
    """The feed to change, locked. Raises NotFound."""
    feed = Feed.objects.select_for_update().filter(id=feed_id).first()
    if feed is None:
        raise NotFound(_("This feed is no longer there."))
    return feed


def _check(name: str, address: str, kept: Keeping) -> None:
    _check_numbers(kept)
    if not name.strip():
        raise Invalid(_("Enter a name for the feed, such as the council’s."), "name")
    if Feed.objects.filter(address=address).exists():
        raise Invalid(_("This address is fetched already."), "address")
    try:  # one that waits to be asked for is looked up when it is
        check(address) if kept.every_hours else read_address(address)
    except NoAnswer as no:
        raise Invalid(_refusal(no.why), "address") from no


def _check_numbers(kept: Keeping) -> None:
    if not 0 <= kept.every_hours <= MOST_HOURS:
        raise Invalid(_("Choose how often from the list."), "every_hours")
    if not 1 <= kept.share <= 100:
        raise Invalid(_("Enter a number from 1 to 100."), "share")


def _refusal(why: Why) -> str:
    if why == Why.PRIVATE:
        return _("This address is on a private network. Enter one that anybody on the web can open.")
    if why == Why.NETWORK:
        return _("We could not find this address. Check it for typing errors.")
    return _("Enter a web address that begins with https:// or http://.")


MOST_HOURS = 24 * 31
"""Less often than monthly is no schedule."""
