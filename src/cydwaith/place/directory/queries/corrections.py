"""Records as everybody sees them, what people here changed, and where a feed has moved since."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound, Refused

from ..models import Correction, FromFeed
from ..models.kinds import MODELS
from ..policy import may_keep_directory
from ..rules.patching import Local, Moved, merge_patch, moved


@dataclass(frozen=True, slots=True)
class Conflict:
    """A record that was corrected here and has changed in its feed since."""

    kind: str
    key: UUID
    name: str
    source: str
    moved: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One decision about a record: ``patch`` as RFC 7396, ``fields`` the names that it is about."""

    decided: str
    patch: dict[str, Any]
    basis: dict[str, Any]
    fields: tuple[str, ...]
    by: str
    reason: str
    taken_from: UUID | None
    at: datetime


def effective(actor: Actor, kind: str, key: UUID) -> dict[str, Any]:
    """The record as everybody sees it: what the feed says, with what people here changed. Raises NotFound."""
    row = _row(kind, key)
    whole: dict[str, Any] = merge_patch(row.original, row.local)
    return whole


def conflicts(actor: Actor) -> tuple[Conflict, ...]:
    """Every conflict, by name. Raises Refused for whoever does not keep the directory."""
    _allow(actor)
    found = (c for kind, model in MODELS.items() for c in _of_kind(kind, model))
    return tuple(sorted(found, key=lambda conflict: (conflict.name, conflict.key)))


def count_conflicts(actor: Actor) -> int:
    """How many there are, by one query. Raises Refused."""
    _allow(actor)
    parts = [
        model._default_manager.exclude(local={}).values_list("original", "local", "local_basis")
        for model in MODELS.values()
    ]
    rows = parts[0].union(*parts[1:], all=True)
    return sum(bool(moved(original, Local(local, basis))) for original, local, basis in rows)


def conflict(actor: Actor, kind: str, key: UUID) -> Conflict:
    """One record's conflict; ``moved`` is empty when there is none. Raises NotFound, Refused."""
    _allow(actor)
    return _conflict(kind, _row(kind, key))


def history(actor: Actor, key: UUID) -> tuple[Step, ...]:
    """What was decided about a record here, newest first. Raises Refused."""
    _allow(actor)
    return tuple(_step(one) for one in Correction.objects.filter(record=key).order_by("-at", "-id"))


def _allow(actor: Actor) -> None:
    decision = may_keep_directory(actor)
    if not decision.allowed:
        raise Refused(decision.sentence)


def _row(kind: str, key: UUID) -> FromFeed:
    row = (
        MODELS[kind]._default_manager.select_related("source").filter(id=key).first()
        if kind in MODELS
        else None
    )
    if row is None:
        raise NotFound(_("This record is no longer there."))
    return row


def _of_kind(kind: str, model: type[FromFeed]) -> Iterator[Conflict]:
    rows = model._default_manager.exclude(local={}).select_related("source")
    found = (_conflict(kind, row) for row in rows)
    return (conflict for conflict in found if conflict.moved)


def _conflict(kind: str, row: FromFeed) -> Conflict:
    where = moved(row.original, Local(row.local, row.local_basis))
    return Conflict(kind, row.id, str(row), row.source.name, where)


def _step(one: Correction) -> Step:
    return Step(
        decided=one.decided,
        patch=one.patch,
        basis=one.basis,
        fields=tuple(one.patch),
        by=one.by,
        reason=one.reason,
        taken_from=one.taken_from_id,
        at=one.at,
    )
