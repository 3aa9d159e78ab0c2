"""Versions in the making, and what stewards compare them with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import NotFound, Refused

from ..models import Programme, ProgrammeDraft
from ..policy import SENTENCE
from ..rules import Changed, Content, WrongProgramme, changes, read_content, read_definition
from ..written import as_raw
from .cards import in_force

NOT_CHANGES = ("valid_from", "valid_to", "note")


@dataclass(frozen=True)
class Draft:
    """The next version in the making. ``wrong`` says what stands against using it.

    ``last`` is the last day of the version before it, where that has one.
    """

    key: str
    name: str
    raw: Mapping[str, Any]
    content: Content
    changes: tuple[Changed, ...]
    wrong: str
    is_new: bool
    last: date | None
    made_by: str
    made_at: datetime


def draft(actor: Actor, key: str) -> Draft:
    """A draft by its programme's key. Raises NotFound, Refused."""
    require_steward(actor)
    row = ProgrammeDraft.objects.filter(key=key).first()
    if row is None:
        raise NotFound("draft")
    newest = Programme.objects.filter(key=key).select_related("organisation").order_by("-valid_from").first()
    before = as_raw(newest) if newest else {}
    return Draft(
        key=key,
        name=_name(row, actor.language),
        raw=row.raw,
        content=_content(row.raw),
        changes=changes(_compared(before), _compared(row.raw), actor.language),
        wrong=_wrong(row.raw, actor.language),
        is_new=newest is None,
        last=newest.valid_to if newest else None,
        made_by=row.made_by,
        made_at=row.made_at,
    )


def draft_keys(actor: Actor) -> dict[str, str]:
    """The programmes of which a next version is being made, by key, with the draft's name."""
    require_steward(actor)
    return {row.key: _name(row, actor.language) for row in ProgrammeDraft.objects.order_by("key")}


def _name(row: ProgrammeDraft, language: str) -> str:
    return str(row.raw.get("name_cy" if language == "cy" else "name") or row.key)


def version_changes(actor: Actor, key: str) -> list[tuple[Changed, ...]]:
    """For each version, newest first, what it changed against the one before; the first changed nothing."""
    rows = list(Programme.objects.filter(key=key).select_related("organisation").order_by("-valid_from"))
    raws = [_compared(as_raw(row)) for row in rows]
    return [
        changes(older, newer, actor.language) if older else ()
        for newer, older in zip(raws, [*raws[1:], {}], strict=True)
    ]


def _compared(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in raw.items() if name not in NOT_CHANGES}


def _content(raw: Mapping[str, Any]) -> Content:
    try:
        return read_content(raw, str(raw.get("key", "")))
    except WrongProgramme:
        return Content()


def _wrong(raw: Mapping[str, Any], language: str) -> str:
    try:
        read_definition({"valid_from": "2000-01-01", **raw})
    except WrongProgramme as error:
        return error.note.words.in_language(language)
    return ""


def require_steward(actor: Actor) -> None:
    """Only whoever makes versions. Raises Refused."""
    if not (actor.is_system or actor.has(Role.STEWARD)):
        raise Refused(SENTENCE)


def definitions(actor: Actor, on: date, key: str = "") -> list[dict[str, Any]]:
    """The versions in force on a day as files would have them; all, or the one of a key."""
    require_steward(actor)
    rows = in_force(on).select_related("organisation").order_by("key")
    return [as_raw(row) for row in (rows.filter(key=key) if key else rows)]
