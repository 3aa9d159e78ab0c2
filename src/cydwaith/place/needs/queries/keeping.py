"""What the stewards who keep the list look at: one need whole, the draft, the history."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ..models import NeedList
from ..rules.changes import Change, differences
from ..rules.listing import Listing, as_content, read
from ..starter import starter
from .current import current, of_version
from .recognising import Guess, recognise, recognise_by

PART_NAMES = {
    "label": gettext_lazy("Name"),
    "phrases": gettext_lazy("What people say"),
    "telling": gettext_lazy("Words that tell"),
    "hints": gettext_lazy("Words that hint"),
    "strong": gettext_lazy("Words to search for first"),
    "weak": gettext_lazy("Words to search for too"),
    "taxonomy": gettext_lazy("Terms of other lists"),
    "related": gettext_lazy("Related needs"),
    "theme": gettext_lazy("Theme"),
    "group": gettext_lazy("Group of words"),
}


@dataclass(frozen=True, slots=True)
class Version:
    """One version in the history; number 0 is the list that came with the software."""

    number: int
    when: datetime | None
    by: str
    note: str
    in_use: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A changed part of a need in words for the page; ``lang`` is that of its words."""

    need: str
    part: str
    lang: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft of the next version against the list in use."""

    by: str
    changes: tuple[Difference, ...]


def whole_need(actor: Actor, key: str) -> dict[str, Any]:
    """One need as it stands in the draft, or else in the list in use, as JSON. Raises NotFound."""
    listing = _drafted() or current().listing
    entry = listing.entry(key)
    if entry is None:
        raise NotFound(_("There is no need with this key."))
    need: dict[str, Any] = as_content(Listing((entry,)))["needs"][0]
    return need


def draft(actor: Actor) -> Draft | None:
    """The draft with what it changes; None when there is none."""
    row = NeedList.objects.filter(number=None).first()
    if row is None:
        return None
    now, then = current().listing, read(row.content)
    return Draft(row.by_name, _worded(actor, now, then))


def versions(actor: Actor) -> tuple[Version, ...]:
    """Every version, newest first."""
    rows = NeedList.objects.filter(number__isnull=False).order_by("-number").defer("content")
    told = [
        Version(row.number or 0, row.published_at, row.by_name, row.note, in_use=at == 0)
        for at, row in enumerate(rows)
    ]
    first = Version(0, None, "", _("The list that came with the software"), in_use=not told)
    return (*told, first)


def compare(actor: Actor, number: int, other: int) -> tuple[Difference, ...]:
    """What version ``number`` changed against version ``other``. Raises NotFound."""
    return _worded(actor, _version(other), _version(number))


def try_words(actor: Actor, words: str, *, drafted: bool = False) -> tuple[Guess, ...]:
    """What the list in use recognises in these words, or the draft. Words are never kept."""
    listing = _drafted() if drafted else None
    return recognise_by(actor, listing, words) if listing else recognise(actor, words, limit=10)


def exported(actor: Actor) -> tuple[int, Listing]:
    """The list in use with its number, for export."""
    now = current()
    return now.number, now.listing


def _drafted() -> Listing | None:
    content = NeedList.objects.filter(number=None).values_list("content", flat=True).first()
    return read(content) if content else None


def _version(number: int) -> Listing:
    if number == 0:
        return starter()
    row: UUID | None = NeedList.objects.filter(number=number).values_list("id", flat=True).first()
    if row is None:
        raise NotFound(_("There is no version with this number."))
    return of_version(row, number).listing


def _worded(actor: Actor, old: Listing, new: Listing) -> tuple[Difference, ...]:
    return tuple(_difference(actor, change, old, new) for change in differences(old, new))


def _difference(actor: Actor, change: Change, old: Listing, new: Listing) -> Difference:
    entry = new.entry(change.key) or old.entry(change.key)
    name = entry.label[actor.language] if entry else change.key
    return Difference(name, str(PART_NAMES[change.part]), change.language, change.removed, change.added)
