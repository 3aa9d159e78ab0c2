"""What people here change in a record: kept beside it, so that a later import does not undo it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid, NotFound
from cydwaith.kernel.ids import new_id

from ..models import Correction, FromFeed, Source
from ..models.kinds import MODELS
from ..policy import may_assure, may_keep_directory
from ..reading import reader
from ..rules.incoming import Incoming, Rejected, canonical, digest, identity, storable
from ..rules.patching import Local, corrected, kept, leaves, released
from ..rules.records import Decided
from .indexing import reindex
from .staging import Staging

LOCAL = "local"
OF_OTHERS = ("id", "organization", "service", "location")


@command("directory_record_corrected", permit=may_keep_directory)
def correct_record(
    actor: Actor,
    *,
    kind: str,
    key: UUID,
    patch: dict[str, Any],
    reason: str = "",
    by: str = "",
    taken_from: UUID | None = None,
) -> Done[None]:
    """Change a record by an RFC 7396 merge patch in the words of the standard. Raises NotFound, Invalid.

    ``by`` is shown in the history (the actor's name without it); ``taken_from`` is the merged service whose
    values these are.
    """
    row = _row(kind, key)
    _check(patch)
    before = Local(row.local, row.local_basis)
    apply(kind, row, corrected(row.original, before, storable(patch, canonical(patch))))
    note(actor, kind, row, Decided.CORRECTED, patch, reason=reason, by=by, taken_from_id=taken_from)
    return Done(None, subject=row.id, fields=_names(patch))


@command("directory_record_assured", permit=may_assure)
def assure_record(actor: Actor, *, key: UUID, by: str) -> Done[None]:
    """Say that a service is still right today; ``by`` is the organisation that says so. Raises NotFound."""
    row = _row("service", key)
    patch = {"assured_date": clock.today().isoformat(), "assured_by": by}
    apply("service", row, corrected(row.original, Local(row.local, row.local_basis), patch))
    note(actor, "service", row, Decided.CONFIRMED, patch, by=by)
    return Done(None, subject=row.id, fields=_names(patch))


@command("directory_feed_followed", permit=may_keep_directory)
def take_theirs(actor: Actor, *, kind: str, key: UUID, fields: Sequence[str]) -> Done[None]:
    """Give up the local change in these fields: what the feed says shows again. Raises NotFound."""
    row = _row(kind, key)
    before = Local(row.local, row.local_basis)
    apply(kind, row, released(before, fields))
    note(actor, kind, row, Decided.THEIRS, dict.fromkeys(fields), basis=before.patch)
    return Done(None, subject=row.id, fields=tuple(fields))


@command("directory_correction_kept", permit=may_keep_directory)
def keep_ours(actor: Actor, *, kind: str, key: UUID, fields: Sequence[str]) -> Done[None]:
    """Hold to the local change in these fields, though the feed has moved. Raises NotFound."""
    row = _row(kind, key)
    held = kept(row.original, Local(row.local, row.local_basis), fields)
    row.local_basis = held.basis
    row.save(update_fields=["local_basis"])
    note(actor, kind, row, Decided.OURS, dict.fromkeys(fields), basis=held.basis)
    return Done(None, subject=row.id, fields=tuple(fields))


@command("directory_record_added", permit=may_keep_directory)
def add_record(actor: Actor, *, kind: str, record: dict[str, Any]) -> Done[UUID]:
    """Take in something that people here know of, as a record of the source "local". Raises Invalid.

    Without an id it is given one. The value is its key.
    """
    whole = {**record, "id": record.get("id") or str(new_id())}
    source, _new = Source.objects.get_or_create(name=LOCAL)
    text = canonical(whole)
    piece = Incoming(kind, "full", storable(whole, text), kind, LOCAL)
    staging = Staging(source, reader())
    try:
        identity(whole)
        staging.load([piece])
        if staging.row(piece):
            raise Rejected(_("There is already a record with this id."))
        staging.stage(piece, digest(text))
    except Rejected as error:
        raise Invalid(str(error)) from error
    reindex(staging.write())
    row = MODELS[kind]._default_manager.get(source=source, external_id=whole["id"])
    return Done(row.id, subject=row.id, fields=tuple(record))


def _row(kind: str, key: UUID) -> FromFeed:
    """The row to change; locked where the database can."""
    if kind not in MODELS:
        raise NotFound(_("This is no kind of record."))
    rows = MODELS[kind]._default_manager.select_for_update()
    row = rows.filter(id=key).first()
    if row is None:
        raise NotFound(_("This record is no longer there."))
    return row


def _check(patch: dict[str, Any]) -> None:
    if not patch:
        raise Invalid(_("Nothing was changed."))
    for key in OF_OTHERS:
        if key in patch:
            raise Invalid(_("Correct that record itself: this one only points to it."), key)


def apply(kind: str, row: FromFeed, local: Local) -> None:
    """Write the local change and all that is read from it. Raises Invalid."""
    row.local, row.local_basis = local.patch, local.basis
    staging = Staging(row.source, reader())
    try:
        staging.stage_again(kind, row)
    except Rejected as error:
        raise Invalid(str(error)) from error
    reindex(staging.write())


def note(
    actor: Actor, kind: str, row: FromFeed, decided: Decided, patch: dict[str, Any], **more: Any
) -> None:
    """Add a step to the history of a record."""
    by = more.pop("by", "") or actor.name or actor.purpose
    basis = more.pop("basis", row.local_basis)
    Correction.objects.create(
        kind=kind, record=row.id, decided=decided, patch=patch, basis=basis, by=by, **more
    )


def _names(patch: dict[str, Any]) -> tuple[str, ...]:
    return tuple(path for path, _ in leaves(patch))
