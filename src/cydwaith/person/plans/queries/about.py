"""About Me, in its order: what matters, strengths, communication, then the rest."""

from dataclasses import dataclass
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor

from ..models import Entry
from ..rules.standing import Share, share
from ..rules.vocabulary import MAY_BE_DECLINED, Heading, scope_of
from ..words import HEADINGS
from .hope import HopeVoice, voices
from .who import Reader, Signed, reader, reader_of, sign


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One heading, written under or still empty (``signed`` is None, ``version`` 0)."""

    heading: Heading
    title: str
    hint: str
    words: str
    declined: bool
    version: int
    signed: Signed | None
    may_write: bool

    @property
    def is_filled(self) -> bool:
        """Whether there is something to read."""
        return bool(self.words) or self.declined

    @property
    def may_be_declined(self) -> bool:
        """Whether "I would rather not say now" is an answer here."""
        return self.heading in MAY_BE_DECLINED


@dataclass(frozen=True, slots=True)
class AboutView:
    """The whole of About Me that is open to the reader."""

    person_id: UUID
    called: str
    own: bool
    headline: EntryRow | None
    entries: tuple[EntryRow, ...]
    empty: tuple[EntryRow, ...]
    share: Share
    hopes: tuple[HopeVoice, ...]
    sees_work: bool


@sensitive_read("about_me_seen", "about me")
def about(actor: Actor, person_id: UUID) -> AboutView:
    """About Me as the actor may see it. Raises ``Refused`` where none of it is open."""
    return about_for(reader(actor, person_id))


def about_for(by: Reader) -> AboutView:
    """About Me for a reader, without leaving a trace of the look: for pages that leave their own."""
    rows = entries(by)
    first = rows[0] if rows and rows[0].heading is Heading.MATTERS else None
    rest = [row for row in rows if row is not first]
    return AboutView(
        person_id=by.person_id,
        called=by.called,
        own=by.own,
        headline=first,
        entries=tuple(row for row in rest if row.is_filled),
        empty=tuple(row for row in rest if not row.is_filled and row.may_write),
        share=share(row.signed.hand for row in rows if row.words and row.signed),
        hopes=voices(by) if Scope.WORK in by.scopes else (),
        sees_work=Scope.WORK in by.scopes,
    )


def entries(by: Reader) -> list[EntryRow]:
    """Every heading that is open to the reader, in order."""
    found = {row.heading: row for row in entry_rows(by.actor, by.person_id)}
    return [_row(h, found.get(h.value), by) for h in Heading if scope_of(h) in by.scopes]


@prepared
def entry_rows(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    """What stands under the headings that are open to the actor."""
    return Entry.objects.as_seen_by(actor).filter(person_id=person_id)


@sensitive_read("about_me_seen", "about me")
def entry(actor: Actor, person_id: UUID, heading: Heading) -> EntryRow:
    """One heading, to write under. Raises ``Refused`` where it is not open."""
    by = reader_of(actor, person_id, scope_of(heading))
    found = Entry.objects.as_seen_by(actor).filter(person_id=person_id, heading=heading.value).first()
    return _row(heading, found, by)


def what_matters(actor: Actor, person_id: UUID) -> str | None:
    """The person's headline, or None where there is none or it is not open to the actor."""
    return next(iter(_headline(actor, person_id)), None)


@prepared
def _headline(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    rows = Entry.objects.as_seen_by(actor).filter(person_id=person_id, heading=Heading.MATTERS.value)
    return rows.exclude(words="").values_list("words", flat=True)


def _row(heading: Heading, found: Entry | None, by: Reader) -> EntryRow:
    wording, filled = HEADINGS[heading], found is not None and bool(found.words or found.declined)
    return EntryRow(
        heading=heading,
        title=str(wording.title),
        hint=str(wording.hint),
        words=found.words if found else "",
        declined=found.declined if found else False,
        version=found.version if found else 0,
        signed=sign(found, by) if found and filled else None,
        may_write=by.writes(scope_of(heading)),
    )
