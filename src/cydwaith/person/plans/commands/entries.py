"""Writing under a heading of About Me."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid

from ..models import Entry
from ..policy import may_write_entry
from ..rules.vocabulary import MAY_BE_DECLINED, Heading, Kind, scope_of
from .record import entry_state, hand, lock, plain, put, remember, require_unchanged


@command("about_me_written", permit=may_write_entry)
def save_entry(
    actor: Actor,
    *,
    person_id: UUID,
    heading: Heading,
    words: str,
    version: int = 0,
    declined: bool = False,
    with_person: bool = False,
) -> Done[UUID]:
    """Write, change or empty one heading.

    ``version`` is the one that the writer saw (0: nothing there yet). Raises ``Conflict``
    where it is no longer the current one, ``Invalid`` where the words cannot be kept.
    """
    last = lock(person_id)
    text = _checked(heading, words, declined)
    entry = Entry.objects.as_seen_by(actor).filter(person_id=person_id, heading=heading.value).first()
    require_unchanged(version, entry.version if entry else 0)
    if entry is None and not text and not declined:
        raise Invalid(_("Write something first. You can leave it empty later."), "words")
    if entry and (entry.words, entry.declined) == (text, declined):
        return Done(entry.id, person_id=person_id, subject=entry.id)
    wrote = hand(actor, person_id, with_person)
    entry = _write(entry, heading, {"words": text, "declined": declined, **wrote})
    remember(last, wrote, scope_of(heading), Kind.ENTRY, entry.id, entry_state(entry))
    return Done(entry.id, person_id=person_id, subject=entry.id, fields=(heading.value,))


def _checked(heading: Heading, words: str, declined: bool) -> str:
    text = plain(words, "words")
    if declined and heading not in MAY_BE_DECLINED:
        raise Invalid(_("Leave this empty if you do not want to say."), "words")
    if declined and text:
        raise Invalid(_("Write something, or choose that you would rather not say now. Not both."), "words")
    return text


def _write(entry: Entry | None, heading: Heading, values: dict[str, Any]) -> Entry:
    if entry is None:
        created: Entry = Entry.objects.create(heading=heading.value, scope=int(scope_of(heading)), **values)
        return created
    entry.save(update_fields=put(entry, {**values, "version": entry.version + 1}))
    return entry
