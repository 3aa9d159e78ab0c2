"""A plan through time: its versions, and two of them side by side."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ..models import Agreement, Change
from ..rules.history import Changed, Difference, Piece, State, Turn, compare, pieces, replay
from ..rules.vocabulary import Kind
from .telling import change_title, headline, thing_title, told
from .who import Reader, Signed, reader, sign, writer_of


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version: what changed, by whom, and whether the person agreed to it as it then was."""

    number: int
    title: str
    words: str
    signed: Signed
    agreed: str
    agreed_on: date | None


@dataclass(frozen=True, slots=True)
class History:
    """The versions that are open to the reader, newest first."""

    person_id: UUID
    called: str
    own: bool
    versions: tuple[VersionRow, ...]


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One property of a thing in both versions, as runs of words."""

    label: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """One thing that differs between two versions: what it is, and only the lines that differ."""

    title: str
    words: str
    turn: Turn
    lines: tuple[ComparedLine, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions side by side: what differs, and how many things stayed the same."""

    person_id: UUID
    called: str
    own: bool
    before: VersionRow
    after: VersionRow
    items: tuple[ComparedItem, ...]
    same: int


@sensitive_read("plan_history_seen", "plan history")
def history(actor: Actor, person_id: UUID) -> History:
    """Every version that the actor may see. Raises ``Refused`` where nothing is open."""
    by = reader(actor, person_id)
    return History(person_id, by.called, by.own, tuple(reversed(_versions(by, _changes(by)))))


@sensitive_read("plan_versions_compared", "plan history")
def comparison(actor: Actor, person_id: UUID, before: int, after: int) -> Comparison:
    """Two versions by number, the earlier one first. Raises ``NotFound`` for a version not open."""
    by = reader(actor, person_id)
    rows = _changes(by)
    versions = {version.number: version for version in _versions(by, rows)}
    first, second = sorted((before, after))
    if first not in versions or second not in versions:
        raise NotFound(_("This version is not here, or not open to you."))
    changes = [_changed(row) for row in rows]
    found = list(compare(replay(changes, first), replay(changes, second)))
    items = tuple(_item(each) for each in found if each.turn is not Turn.SAME)
    return Comparison(
        person_id, by.called, by.own, versions[first], versions[second], items, len(found) - len(items)
    )


def _changes(by: Reader) -> list[Change]:
    return list(Change.objects.as_seen_by(by.actor).filter(person_id=by.person_id).order_by("number"))


def _changed(row: Change) -> Changed:
    return Changed(row.number, Kind(row.kind), row.subject, row.state)


def _versions(by: Reader, rows: list[Change]) -> list[VersionRow]:
    """The versions, oldest first."""
    agreed = _agreements(by) if Scope.PLAN in by.scopes else {}
    states: dict[UUID, State] = {}
    found = []
    for row in rows:
        before = states.get(row.subject, {})
        states[row.subject] = row.state
        difference = Difference(Kind(row.kind), row.subject, before, row.state)
        yes = agreed.get(row.number)
        found.append(
            VersionRow(
                number=row.number,
                title=change_title(difference),
                words=headline(Kind(row.kind), row.state or before),
                signed=sign(row, by),
                agreed=_how(yes, by) if yes else "",
                agreed_on=yes.said_on if yes else None,
            )
        )
    return found


def _agreements(by: Reader) -> dict[int, Agreement]:
    rows = Agreement.objects.as_seen_by(by.actor).filter(person_id=by.person_id).order_by("written_at")
    return {row.number: row for row in rows}


def _how(yes: Agreement, by: Reader) -> str:
    if yes.by_person:
        return _("Agreed")
    return _("Said yes in conversation, written down by %(writer)s") % {"writer": writer_of(yes, by)}


def _item(difference: Difference) -> ComparedItem:
    kind, before, after = difference.kind, difference.before, difference.after
    old, new = told(kind, before), told(kind, after)
    lines = (_line(label, old.get(label, ""), new.get(label, "")) for label in {**old, **new})
    return ComparedItem(
        title=thing_title(difference),
        words="" if kind in (Kind.ENTRY, Kind.REVIEW) else headline(kind, after or before),
        turn=difference.turn,
        lines=tuple(line for line in lines if line.before != line.after),
    )


def _line(label: str, before: str, after: str) -> ComparedLine:
    found = pieces(before, after)
    return ComparedLine(
        label,
        tuple(piece for piece in found if piece.turn is not Turn.ADDED),
        tuple(piece for piece in found if piece.turn is not Turn.REMOVED),
    )
