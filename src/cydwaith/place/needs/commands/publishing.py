"""New versions of the list. Each is a row of its own, so that history needs no diff to be read."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid, NotFound

from ..models import NeedList
from ..policy import may_keep_list
from ..queries.current import current
from ..rules.listing import Wrong, as_content, read
from ..starter import starter
from ..words import said


@command("need_list_published", permit=may_keep_list)
def publish_draft(actor: Actor, *, note: str) -> Done[int]:
    """Make the draft the list in use; returns its number. ``note`` says why, for the history."""
    draft = NeedList.objects.select_for_update().filter(number=None).first()
    if draft is None:
        raise Invalid(_("There is no draft to publish. Change a need first."))
    content = draft.content
    draft.delete()
    return _published(actor, content, note)


@command("need_list_restored", permit=may_keep_list)
def restore_version(actor: Actor, *, number: int, note: str = "") -> Done[int]:
    """Publish an earlier version again, as a new one; 0 is the starter list. The draft stays."""
    if number == 0:
        return _published(actor, as_content(starter()), note)
    earlier = NeedList.objects.filter(number=number).first()
    if earlier is None:
        raise NotFound(_("There is no version with this number."))
    return _published(actor, earlier.content, note)


@command("need_list_loaded", permit=may_keep_list)
def load_list(actor: Actor, *, content: Mapping[str, Any], note: str = "") -> Done[int]:
    """Publish a list from elsewhere; returns its number, or that in use when it says the same.

    Raises Invalid with a sentence that says what to put right.
    """
    try:
        listing = read(content)
    except Wrong as wrong:
        raise Invalid(said(wrong)) from None
    now = current()
    if listing == now.listing:
        return Done(now.number)
    return _published(actor, as_content(listing), note)


def _published(actor: Actor, content: Mapping[str, Any], note: str) -> Done[int]:
    last = NeedList.objects.aggregate(last=Max("number"))["last"] or 0
    row = NeedList.objects.create(
        number=last + 1,
        content=content,
        note=note.strip()[:300],
        by_id=actor.account_id,
        by_name=actor.name,
        published_at=clock.now(),
    )
    return Done(last + 1, subject=row.id, fields=("content",))
