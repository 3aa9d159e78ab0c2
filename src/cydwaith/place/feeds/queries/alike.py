"""Services that look alike: the list, and two side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound, Refused
from cydwaith.place.directory.models import NotTheSame, Service
from cydwaith.place.directory.policy import may_keep_directory
from cydwaith.place.directory.rules.patching import merge_patch, same

from ..models import LookAlike
from .showing import field_name, shown

PAGE = 20
NEVER = frozenset(["id", "translations", "last_modified"])
OF_OTHERS = frozenset(["organization"])


@dataclass(frozen=True, slots=True)
class One:
    """One of two, in short."""

    key: UUID
    name: str
    organisation: str
    source: str
    external_id: str


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """Two services that may be the same; ``chance`` in per cent."""

    one: One
    other: One
    chance: int


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of both; ``takable`` where the second's value can stand in the first.

    ``differs`` where both say something and not the same.
    """

    name: str
    field: str
    one: str
    other: str
    differs: bool
    takable: bool


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two services, field by field; ``merged`` says that the second is shown as the first already."""

    one: One
    other: One
    rows: tuple[Compared, ...]
    merged: bool


def alike(actor: Actor, page: int = 1) -> tuple[AlikeRow, ...]:
    """One page of pairs, the likeliest first. Raises Refused."""
    _allow(actor)
    start = (page - 1) * PAGE
    rows = _open().order_by("-chance", "id")[start : start + PAGE]
    wanted = rows.select_related("one__source", "one__organisation", "other__source", "other__organisation")
    return tuple(AlikeRow(_one(row.one), _one(row.other), round(row.chance * 100)) for row in wanted)


def count_alike(actor: Actor) -> int:
    """How many pairs wait for a person."""
    _allow(actor)
    return _open().count()


def _open() -> QuerySet[LookAlike]:
    """Pairs of which nobody has said anything."""
    apart = NotTheSame.objects.filter(one=OuterRef("one"), other=OuterRef("other"))
    shown_still = Q(
        one__merged_into=None, other__merged_into=None, one__withdrawn_at=None, other__withdrawn_at=None
    )
    return LookAlike.objects.filter(shown_still).exclude(Exists(apart)).exclude(one=F("other"))


def side_by_side(actor: Actor, one: UUID, other: UUID) -> SideBySide:
    """Two services, field by field as everybody sees them. Raises NotFound, Refused."""
    _allow(actor)
    found = Service.objects.select_related("source", "organisation").in_bulk([one, other])
    if len(found) < 2:
        raise NotFound(_("This record is no longer there."))
    first, second = found[one], found[other]
    rows = tuple(_rows(_whole(first), _whole(second)))
    return SideBySide(_one(first), _one(second), rows, second.merged_into_id == first.id)


def _whole(service: Service) -> dict[str, Any]:
    whole: dict[str, Any] = merge_patch(service.original, service.local)
    return whole


def _rows(one: dict[str, Any], other: dict[str, Any]) -> Iterator[Compared]:
    for name in dict.fromkeys((*one, *other)):
        mine, theirs = shown(_of(one, name)), shown(_of(other, name))
        if name in NEVER or (not mine and not theirs):
            continue
        unlike = not same(_of(one, name), _of(other, name))
        takable = unlike and bool(theirs) and name not in OF_OTHERS
        yield Compared(name, field_name(f"/{name}"), mine, theirs, unlike and bool(mine and theirs), takable)


def _of(record: dict[str, Any], name: str) -> object:
    """A field's value; of another record that it holds, the name."""
    value = record.get(name)
    return value.get("name") if name in OF_OTHERS and isinstance(value, dict) else value


def _one(service: Service) -> One:
    owner = service.organisation
    return One(
        service.id, service.name, owner.name if owner else "", service.source.name, service.external_id
    )


def _allow(actor: Actor) -> None:
    decision = may_keep_directory(actor)
    if not decision.allowed:
        raise Refused(decision.sentence)
