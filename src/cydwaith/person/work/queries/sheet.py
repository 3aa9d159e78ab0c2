"""A sheet of answers as it stands: what is said, what is not, what changed since it was kept."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.person.plans.queries.who import Reader as By
from cydwaith.person.plans.queries.who import Signed, sign

from ..models import Draft, Kept
from ..rules import reading
from ..rules.changes import changed
from ..rules.vocabulary import Because, Sheet, StatementQuestion
from ..telling import WORDINGS, Told, told
from ..words import BECAUSE, SHEETS
from .who import answers_reader


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question with its answer, which may be empty."""

    key: str
    title: str
    hint: str
    lines: tuple[Told, ...]
    is_changed: bool
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One kept version."""

    id: UUID
    number: int
    because: str
    signed: Signed
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """One sheet for a reader. ``version`` is the draft's, to notice another writer."""

    person_id: UUID
    called: str
    own: bool
    may_write: bool
    sheet: Sheet
    title: str
    rows: tuple[QuestionRow, ...]
    answers: dict[str, dict[str, Any]]
    version: int
    number: int
    kept_at: datetime | None
    signed: Signed | None
    newest: VersionRow | None
    asked: Because | None
    asked_again_on: date | None

    @property
    def asked_again(self) -> str:
        """Why somebody should look at it again, or nothing."""
        return str(BECAUSE[self.asked]) if self.asked else ""

    @property
    def review_due(self) -> date | None:
        """The day that was set to look at it again, once it has come and nothing was kept since."""
        on = reading.day(self.answers, StatementQuestion.REVIEW, "on")
        if on is None or on > clock.today() or self.kept_at is None:
            return None
        return on if self.kept_at.astimezone(clock.LONDON).date() < on else None

    @property
    def said(self) -> tuple[QuestionRow, ...]:
        """The questions that are answered."""
        return tuple(row for row in self.rows if row.lines)

    @property
    def empty(self) -> tuple[QuestionRow, ...]:
        """The questions that are not."""
        return tuple(row for row in self.rows if not row.lines)

    @property
    def why_now(self) -> Because | None:
        """Why a version would be kept now, where that is known."""
        return self.asked or (Because.REVIEW if self.review_due else None)

    @property
    def may_keep(self) -> bool:
        """Whether there is a reason to keep a version: changes, none kept yet, or a time to look again."""
        return self.is_changed or not self.number or self.why_now is not None

    @property
    def is_changed(self) -> bool:
        """Whether the draft says something else than the newest version."""
        return any(row.is_changed for row in self.rows)


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """Every kept version of a sheet, newest first."""

    person_id: UUID
    called: str
    own: bool
    sheet: Sheet
    title: str
    versions: tuple[VersionRow, ...]


@sensitive_read("work_seen", "answers about work")
def sheet(actor: Actor, person_id: UUID, which: Sheet) -> SheetView:
    """One sheet. Raises ``Refused`` where work is not open to the actor."""
    return sheets_for(answers_reader(actor, person_id), which)[which]


@sensitive_read("work_seen", "versions")
def kept_versions(actor: Actor, person_id: UUID, which: Sheet) -> VersionsPage:
    """The kept versions of one sheet. Raises ``Refused`` where work is not open to the actor."""
    by = answers_reader(actor, person_id)
    kept = versions_of(by, which, _every_version(actor, person_id, which))
    return VersionsPage(person_id, by.called, by.own, which, str(SHEETS[which]), kept)


def sheets_for(by: By, *which: Sheet) -> dict[Sheet, SheetView]:
    """Some sheets for a reader to whom work is open: two reads, however many and however long kept."""
    drafts = {row.sheet: row for row in _drafts(by.actor, by.person_id)}
    before = [drafts[each].number - 1 if each in drafts else 0 for each in Sheet]
    kept: dict[str, list[Kept]] = {each.value: [] for each in Sheet}
    for row in _last_two(by.actor, by.person_id, *before):
        kept[row.sheet].append(row)
    return {each: _view(by, each, drafts.get(each.value), kept[each.value]) for each in which}


def unkept(actor: Actor, person_id: UUID) -> tuple[Sheet, ...]:
    """The sheets whose answers were changed since they were kept: no paper has those changes."""
    drafts = {row.sheet: row for row in _drafts(actor, person_id)}
    newest = [drafts[each].number if each in drafts else 0 for each in Sheet]
    return tuple(
        Sheet(row.sheet)
        for row in _last_two(actor, person_id, *newest)
        if changed(row.answers, drafts[row.sheet].answers)
    )


@prepared
def _drafts(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return Draft.objects.as_seen_by(actor).filter(person_id=person_id)


@prepared
def _last_two(actor: Actor, person_id: UUID, profile: int, statement: int) -> GuardedQuerySet:
    """The versions from these numbers on: the newest of each sheet, and what it changed."""
    since = Q(sheet=Sheet.PROFILE.value, number__gte=profile)
    since |= Q(sheet=Sheet.STATEMENT.value, number__gte=statement)
    return Kept.objects.as_seen_by(actor).filter(since, person_id=person_id).order_by("-number")


@prepared
def _every_version(actor: Actor, person_id: UUID, which: Sheet) -> GuardedQuerySet:
    rows = Kept.objects.as_seen_by(actor).filter(person_id=person_id, sheet=which.value)
    return rows.order_by("-number")


def _view(by: By, which: Sheet, draft: Draft | None, kept: list[Kept]) -> SheetView:
    answers = dict(draft.answers) if draft else {}
    before = kept[0].answers if kept else {}
    because = draft.asked_again_because if draft else ""
    return SheetView(
        person_id=by.person_id,
        called=by.called,
        own=by.own,
        may_write=by.writes(Scope.WORK),
        sheet=which,
        title=str(SHEETS[which]),
        rows=_rows(which, answers, before, bool(kept)),
        answers=answers,
        version=draft.version if draft else 0,
        number=draft.number if draft else 0,
        kept_at=kept[0].written_at if kept else None,
        signed=sign(draft, by) if draft else None,
        newest=versions_of(by, which, kept)[0] if kept else None,
        asked=Because(because) if because else None,
        asked_again_on=draft.asked_again_on if draft else None,
    )


def _rows(
    which: Sheet, answers: dict[str, Any], before: dict[str, Any], is_kept: bool
) -> tuple[QuestionRow, ...]:
    differs = {change.question for change in changed(before, answers)} if is_kept else set()
    keys = ["", *WORDINGS[which], ""]
    places = {key: (keys[n - 1], keys[n + 1]) for n, key in enumerate(keys) if key}
    return tuple(
        QuestionRow(
            key,
            str(words.title),
            str(words.hint),
            told(which, key, answers[key]) if key in answers else (),
            key in differs,
            *places[key],
        )
        for key, words in WORDINGS[which].items()
    )


def versions_of(by: By, which: Sheet, kept: list[Kept]) -> tuple[VersionRow, ...]:
    """The kept versions with what each changed, newest first as they come."""
    pairs = zip(kept, [*kept[1:], None], strict=False)  # the first of all has none before it
    return tuple(_version(by, which, row, earlier) for row, earlier in pairs)


def _version(by: By, which: Sheet, row: Kept, earlier: Kept | None) -> VersionRow:
    differs = changed(earlier.answers, row.answers) if earlier else ()
    titles = tuple(str(WORDINGS[which][c.question].title) for c in differs if c.question in WORDINGS[which])
    return VersionRow(row.id, row.number, str(BECAUSE[Because(row.because)]), sign(row, by), titles)
