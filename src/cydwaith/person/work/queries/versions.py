"""Two versions of a sheet, side by side."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ..models import Kept
from ..rules.changes import Turn, changed
from ..rules.vocabulary import Sheet
from ..telling import WORDINGS, Told, told
from .sheet import VersionRow, versions_of
from .who import answers_reader


@dataclass(frozen=True, slots=True)
class ComparedAnswer:
    """One question that differs."""

    title: str
    turn: Turn
    before: tuple[Told, ...]
    after: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed since an earlier version."""

    person_id: UUID
    called: str
    own: bool
    sheet: Sheet
    before: VersionRow
    after: VersionRow
    items: tuple[ComparedAnswer, ...]


@sensitive_read("work_seen", "versions")
def comparison(actor: Actor, person_id: UUID, which: Sheet, before: int, after: int) -> Comparison:
    """Two versions by number, the earlier one first. Raises ``NotFound`` for one that is not here."""
    by = answers_reader(actor, person_id)
    rows = Kept.objects.as_seen_by(actor).filter(person_id=person_id, sheet=which.value)
    found = {row.number: row for row in rows.filter(Q(number=before) | Q(number=after))}
    first, second = sorted((before, after))
    if first not in found or second not in found:
        raise NotFound(_("This version is not here, or not open to you."))
    old, new = found[first], found[second]
    items = tuple(
        ComparedAnswer(
            str(WORDINGS[which][change.question].title),
            change.turn,
            told(which, change.question, old.answers.get(change.question, {})),
            told(which, change.question, new.answers.get(change.question, {})),
        )
        for change in changed(old.answers, new.answers)
    )
    signed = [versions_of(by, which, [row])[0] for row in (old, new)]
    return Comparison(person_id, by.called, by.own, which, *signed, items)
