"""The published figures of one place: gaps by need and month, and the flow of referrals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.cache import cache
from django.db.models import Case, Exists, F, JSONField, OuterRef, When
from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.methods.disclosure import Dimension, Group, Release, concentrated

from ..models import Figures
from ..rules import ALL, FLOW, GAPS, STAGES, UNSPLIT, months_to, span, unpacked

KEPT, RELEASES = 300, "atlas-releases"


@dataclass(frozen=True, slots=True)
class Figure:
    """A need or stage with its twelve months together, and each of them, oldest first."""

    key: str
    label: str
    total: int
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lacking:
    """What people looked for and did not find. ``dropped``: too few for a split by need."""

    total: Figure
    by_need: tuple[Figure, ...]
    dropped: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """The newest figures of a place; each part is None where none were published for it."""

    months: tuple[date, ...]
    published: date | None
    gaps: Lacking | None
    flow: tuple[Figure, ...] | None


def figures(actor: Actor, code: str, needs: Mapping[str, str]) -> Counts:
    """What was last published for this place; ``needs`` are what the needs are called, by key."""
    newest = _newest()
    gaps, flow = newest.get(GAPS), newest.get(FLOW)
    months = months_to(gaps[1]) if gaps else ()
    return Counts(
        months,
        gaps[2] if gaps else None,
        _lacking(needs, code, gaps[0], gaps[1]) if gaps and _covers(gaps[0], code) else None,
        _flow(code, flow[0], flow[1]) if flow and _covers(flow[0], code) else None,
    )


def _newest() -> dict[str, tuple[Release, date, date]]:
    """The last release of each kind; unpacking takes longer than all else, so it is kept for a while.

    One read: a table comes along only where it is not kept yet.
    """
    kept: dict[UUID, Release] = cache.get(RELEASES, {})
    later = Figures.objects.filter(kind=OuterRef("kind"), month__gt=OuterRef("month"))
    table = Case(When(id__in=list(kept), then=None), default=F("table"), output_field=JSONField())
    rows = Figures.objects.filter(~Exists(later)).annotate(unread=table)
    found = list(rows.values_list("kind", "id", "month", "published_at", "unread"))
    releases = {key: kept[key] if key in kept else unpacked(unread) for _, key, _, _, unread in found}
    if releases.keys() != kept.keys():
        cache.set(RELEASES, releases, KEPT)
    return {kind: (releases[key], month, at.date()) for kind, key, month, at, _ in found}


def _covers(release: Release, code: str) -> bool:
    return code in release.dimensions[0].place


def _lacking(needs: Mapping[str, str], code: str, release: Release, last: date) -> Lacking:
    labels = {**needs, UNSPLIT: _("Needs that we do not tell apart in public, to keep people safe")}
    total = _figure(release, code, ALL, "", last)
    dropped = any(group.cell[0] == code for group in _concentrated(release, code))
    keys = release.dimensions[1].children[ALL]
    every = (_figure(release, code, key, labels.get(key, key), last) for key in keys)
    found = sorted((one for one in every if one.total), key=lambda one: -one.total)
    return Lacking(total, () if dropped else tuple(found), dropped)


def _concentrated(release: Release, code: str) -> list[Group]:
    """Judged for this place over twelve months together, which is the split that the page shows."""
    top = release.dimensions[2].top
    cells = {cell[:2]: value for cell, value in release.cells.items() if cell[0] == code and cell[2] == top}
    alone = (Dimension("place", {code: ""}), release.dimensions[1])
    return list(concentrated(Release(release.name, release.policy, alone, cells), "what"))


def _flow(code: str, release: Release, last: date) -> tuple[Figure, ...]:
    return tuple(_figure(release, code, stage, stage_words()[stage], last) for stage in STAGES)


def stage_words() -> Mapping[str, str]:
    """The steps of a referral."""
    return {
        "asked": _("Referrals asked for"),
        "accepted": _("Accepted by the service"),
        "happened": _("The first visit happened"),
        "helped": _("The person said that it helped"),
    }


def _figure(release: Release, code: str, what: str, label: str, last: date) -> Figure:
    months = (release.cells[code, what, f"{month:%Y-%m}"] for month in months_to(last))
    total = release.cells[code, what, span(last)]
    return Figure(what, label, total or 0, tuple(value or 0 for value in months))
