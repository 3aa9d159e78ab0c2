"""The published figures of one place: gaps by need and month, and the flow of referrals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.cache import cache
from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.methods.disclosure import Dimension, Group, Release, concentrated
from cydwaith.place.needs.queries import all_needs

from ..models import Figures
from ..rules import ALL, FLOW, GAPS, STAGES, UNSPLIT, months_to, span, unpacked

KEPT = 300


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


def figures(actor: Actor, code: str) -> Counts:
    """What was last published for this place."""
    gaps, flow = _newest(GAPS), _newest(FLOW)
    months = months_to(gaps[1]) if gaps else ()
    return Counts(
        months,
        gaps[2] if gaps else None,
        _lacking(actor, code, gaps[0], gaps[1]) if gaps and _covers(gaps[0], code) else None,
        _flow(code, flow[0], flow[1]) if flow and _covers(flow[0], code) else None,
    )


def _newest(kind: str) -> tuple[Release, date, date] | None:
    """The last release; unpacking it takes longer than all else, so it is kept for a while."""
    row = (
        Figures.objects.filter(kind=kind)
        .order_by("-month")
        .values_list("id", "month", "published_at")
        .first()
    )
    if row is None:
        return None
    name = f"atlas-{row[0]}"
    release: Release | None = cache.get(name)
    if release is None:
        release = unpacked(Figures.objects.values_list("table", flat=True).get(id=row[0]))
        cache.set(name, release, KEPT)
    return release, row[1], row[2].date()


def _covers(release: Release, code: str) -> bool:
    return code in release.dimensions[0].place


def _lacking(actor: Actor, code: str, release: Release, last: date) -> Lacking:
    labels = {card.key: card.label for theme in all_needs(actor) for card in theme.needs}
    labels[UNSPLIT] = _("Needs that we do not tell apart in public, to keep people safe")
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
