"""An employer's self-check beside its own earlier one, with what is to be done."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from cydwaith.kernel.actor import Actor

from ..healthy import statements
from ..models import SelfCheck
from ..rules.checking import Far, Said
from ..words import FARS


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement now and at the time before; with what will be done about it."""

    key: str
    part: str
    words: str
    now: str
    before: str
    will: str
    by: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class SelfCheckPage:
    """The newest self-check; nothing yet where ``id`` is None."""

    id: UUID | None
    at: datetime | None
    before_at: datetime | None
    rows: tuple[StatementRow, ...]
    said: dict[str, Said]

    @property
    def actions(self) -> tuple[StatementRow, ...]:
        """What will be done, what is not done yet first."""
        return tuple(sorted((row for row in self.rows if row.will), key=lambda row: row.done_on is not None))


def our_check(actor: Actor) -> SelfCheckPage:
    """The self-check of the actor's own organisation."""
    rows = SelfCheck.objects.as_seen_by(actor).filter(organisation_id=actor.organisation_id)
    kept = list(rows.order_by("-at", "-id")[:2])
    if not kept:
        return SelfCheckPage(None, None, None, (), {})
    newest, before = kept[0], kept[1] if len(kept) > 1 else None
    earlier = before.answers if before else {}
    told = tuple(
        _row(one.key, one.part, one.words, newest, earlier.get(one.key))
        for one in statements(actor.language)
        if one.key in newest.answers
    )
    said = {key: _said(answer) for key, answer in newest.answers.items()}
    return SelfCheckPage(newest.id, newest.at, before.at if before else None, told, said)


def _row(key: str, part: str, words: str, check: SelfCheck, before: dict[str, Any] | None) -> StatementRow:
    said, done = _said(check.answers[key]), check.done.get(key, "")
    return StatementRow(
        key=key,
        part=part,
        words=words,
        now=str(FARS[said.far]),
        before=str(FARS[Far(before["far"])]) if before else "",
        will=said.will,
        by=said.by,
        done_on=date.fromisoformat(done) if done else None,
    )


def _said(answer: dict[str, Any]) -> Said:
    return Said(
        Far(answer["far"]), answer["will"], date.fromisoformat(answer["by"]) if answer["by"] else None
    )
