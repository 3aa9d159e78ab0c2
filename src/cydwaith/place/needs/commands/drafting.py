"""The draft of the next version: changed need by need, and shared by the stewards."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid, NotFound

from ..models import NeedList
from ..policy import may_keep_list
from ..queries.current import current
from ..rules.listing import Entry, Listing, Wrong, as_content, read
from ..words import said


@command("need_list_drafted", permit=may_keep_list)
def change_need(actor: Actor, *, key: str, entry: Mapping[str, Any]) -> Done[UUID]:
    """Write one need anew in the draft; ``entry`` is the need as JSON (``listing.as_content``).

    Raises NotFound when no need has the key, Invalid when the list could not be used with it.
    """
    draft = NeedList.objects.select_for_update().filter(number=None).first()
    listing = read(draft.content) if draft else current().listing
    old = listing.entry(key)
    if old is None:
        raise NotFound(_("There is no need with this key."))
    content = as_content(_with(listing, old, entry))
    saved, _new = NeedList.objects.update_or_create(
        number=None, defaults={"content": content, "by_id": actor.account_id, "by_name": actor.name}
    )
    return Done(saved.id, subject=saved.id, fields=("content",))


def _with(listing: Listing, old: Entry, raw: Mapping[str, Any]) -> Listing:
    changed = {**raw, "key": old.key, "theme": old.theme, "is_urgent": old.is_urgent}
    needs = [
        changed if entry is old else as_content(Listing((entry,)))["needs"][0] for entry in listing.entries
    ]
    groups = {name: list(words) for name, words in listing.groups.items()}
    try:
        found = read({"groups": groups, "needs": needs})
    except Wrong as wrong:
        raise Invalid(said(wrong)) from None
    return replace(listing, entries=found.entries)


@command("need_list_draft_discarded", permit=may_keep_list)
def discard_draft(actor: Actor) -> Done[None]:
    """Let go of the draft; nothing happens when there is none."""
    NeedList.objects.filter(number=None).delete()
    return Done(None)
