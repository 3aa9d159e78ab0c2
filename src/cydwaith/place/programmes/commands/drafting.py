"""Making the next version of a programme: a draft that changes nothing until it is put in force."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound

from ..last_days import require_possible
from ..models import Programme, ProgrammeDraft
from ..policy import may_load
from ..rules import Content, WrongProgramme, key_for, read_content, read_definition
from ..rules.definition import KNOWN, TEXTS, plain
from ..rules.files import programmes_in
from ..rules.targets import read_targets
from ..starters import starter
from ..written import as_raw
from .loading import load_programmes


@command("programme_draft_begun", permit=may_load)
def begin_draft(actor: Actor, *, key: str) -> Done[str]:
    """Begin the next version from the newest one. Begun already: nothing changes. Raises NotFound."""
    newest = Programme.objects.filter(key=key).select_related("organisation").order_by("-valid_from").first()
    if newest is None:
        raise NotFound("programme")
    return Done(_begin(actor, as_raw(newest)), fields=("draft",))


@command("programme_draft_from_starter", permit=may_load)
def begin_from_starter(actor: Actor, *, name: str) -> Done[str]:
    """Begin a programme from one that comes with Cydwaith. Raises NotFound, Conflict when it is here."""
    raw = starter(name)
    if Programme.objects.filter(key=raw["key"]).exists():
        raise Conflict(_("This programme is here already. Make its next version instead."))
    return Done(_begin(actor, raw), fields=("draft",))


@command("programme_draft_new", permit=may_load)
def begin_new(actor: Actor, *, name: str, name_cy: str) -> Done[str]:
    """Begin a programme from nothing but its names; its key comes from the English one.

    Target days are those of the local one that comes along, until they are changed.
    """
    local = starter("local")
    taken = {*Programme.objects.values_list("key", flat=True)}
    taken |= {*ProgrammeDraft.objects.values_list("key", flat=True)}
    named = {"key": key_for(name, taken), "name": name, "name_cy": name_cy}
    raw = dict.fromkeys(TEXTS, "") | named | {"targets": local["targets"], "sources": []}
    return Done(_begin(actor, raw | plain(Content())), fields=("draft",))


@command("programme_draft_from_file", permit=may_load)
def begin_from_file(actor: Actor, *, content: bytes) -> Done[list[str]]:
    """Begin a draft of each programme in a file, of a new one or as the next version of one that is here.

    Raises Invalid with a sentence on what is wrong, Conflict where a next version is being made.
    """
    try:
        found = programmes_in(content)
        raws = [_whole(one) for one in found]
    except WrongProgramme as wrong:
        raise Invalid(wrong.note.words.in_language(actor.language), "file") from None
    for raw in raws:
        if ProgrammeDraft.objects.filter(key=raw["key"]).exists():
            raise Conflict(
                _("A next version of {programme} is in the making. Finish it or throw it away first.").format(
                    programme=raw["name_cy"] if actor.language == "cy" else raw["name"]
                )
            )
    return Done([_begin(actor, raw) for raw in raws], fields=("draft",))


def _whole(one: Mapping[str, Any]) -> dict[str, Any]:
    """A definition with every part. Raises ``WrongProgramme``."""
    given = {"organisation": "", "valid_from": "2000-01-01", **one}
    read_definition({**given, "valid_to": None})
    return given | plain(read_content(given, str(given["key"])))


def _begin(actor: Actor, raw: Mapping[str, Any]) -> str:
    kept = {name: value for name, value in raw.items() if name not in ("valid_from", "valid_to", "note")}
    ProgrammeDraft.objects.get_or_create(
        key=kept["key"], defaults={"raw": kept, "made_by": actor.name, "made_at": clock.now()}
    )
    return str(kept["key"])


@command("programme_draft_changed", permit=may_load)
def change_draft(actor: Actor, *, key: str, changes: Mapping[str, Any]) -> Done[None]:
    """Change parts of a draft; each must be right by itself. Raises Invalid naming the part, NotFound."""
    row = ProgrammeDraft.objects.select_for_update().filter(key=key).first()
    if row is None:
        raise NotFound("draft")
    row.raw, row.made_by, row.made_at = _changed(actor, row.raw, changes), actor.name, clock.now()
    row.save(update_fields=["raw", "made_by", "made_at"])
    return Done(None, fields=tuple(sorted(changes)))


def _changed(actor: Actor, before: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    if set(changes) - (KNOWN - {"key"}):
        raise Invalid(_("This part of a programme cannot be changed here."))
    raw = {**before, **changes}
    try:
        read_targets(raw["targets"])
        return raw | plain(read_content(raw, raw["key"]))
    except WrongProgramme as wrong:
        raise Invalid(wrong.note.words.in_language(actor.language), wrong.field) from None


@command("programme_draft_dropped", permit=may_load)
def drop_draft(actor: Actor, *, key: str) -> Done[None]:
    """Let a draft go."""
    ProgrammeDraft.objects.filter(key=key).delete()
    return Done(None, fields=("draft",))


@command("programme_put_in_force", permit=may_load)
def put_in_force(
    actor: Actor, *, key: str, valid_from: date, note: str, last: date | None = None
) -> Done[None]:
    """Make the draft the version in force from a day on, perhaps to a last day. Raises Invalid, NotFound."""
    row = ProgrammeDraft.objects.select_for_update().filter(key=key).first()
    if row is None:
        raise NotFound("draft")
    _require_later(key, valid_from)
    if last is not None:
        require_possible(valid_from, None, last)
    days = {"valid_from": valid_from.isoformat(), "valid_to": last.isoformat() if last else None}
    load_programmes(actor, definitions=[row.raw | days | {"note": note}])
    row.delete()
    return Done(None, fields=("valid_from", "note"))


def _require_later(key: str, valid_from: date) -> None:
    newest = Programme.objects.filter(key=key).order_by("-valid_from").first()
    if newest is not None and valid_from <= newest.valid_from:
        raise Invalid(
            _("A version holds from {day}. Choose a later day: what was in force is never rewritten.").format(
                day=f"{newest.valid_from:%d/%m/%Y}"
            ),
            "valid_from",
        )
