"""Publishing the figures of places: frozen by the month, and attacked before they are let out."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from time import perf_counter
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, Refused
from cydwaith.methods.disclosure import Cell, Cube, Kept, Release, audit, protect, remember

from . import rules
from .models import Asset, Figures
from .policy import may_publish
from .queries.counting import Standing, counted_flow, counted_gaps, standing, tree
from .rules import FLOW, GAPS


@dataclass(frozen=True, slots=True)
class Published:
    """One table that was let out: what the attacker tried and found, and how long it took."""

    kind: str
    month: date
    published_at: datetime
    cells: int
    targets: int
    exact: int
    narrow: int
    is_new: bool
    seconds: float


def publish_figures(actor: Actor, *, month: date | None = None) -> tuple[Published, ...]:
    """Publish gaps and flow up to a whole month (the last one, unless told); once a month for ever.

    The sums are done before the command, so that nobody waits for them. Raises ``Refused``,
    ``Invalid`` for a month that is not over, ``Conflict`` where the attacker found something.
    """
    decision = may_publish(actor)
    if not decision.allowed:
        raise Refused(decision.sentence)
    last = (month or rules.month_before(clock.today())).replace(day=1)
    if last > rules.month_before(clock.today()):
        raise Invalid(_("Choose a month that is over."), field="month")
    keep_assets(actor, found=standing(actor))
    return tuple(_publish(actor, kind, last) for kind in (GAPS, FLOW))


def _publish(actor: Actor, kind: str, last: date) -> Published:
    there = Figures.objects.filter(kind=kind, month=last).first()
    if there is not None:
        return _told(there, is_new=False, seconds=0)
    begun = perf_counter()
    cube, before, kept = _table(actor, kind, last)
    release = protect(cube, rules.POLICY, key=_key(kind), last=kept)
    found = audit([*before, release])
    if not found.passed:
        raise Conflict(_("These figures are not published: somebody could be picked out from them."))
    values = {"table": rules.packed(release), "kept": rules.packed_kept(remember(cube, release))}
    kept_id = keep_figures(actor, kind=kind, month=last, report=found.to_dict(), **values)
    return _told(Figures.objects.get(id=kept_id), is_new=True, seconds=perf_counter() - begun)


def _table(actor: Actor, kind: str, last: date) -> tuple[Cube, list[Release], dict[Cell, Kept]]:
    """The true table, the earlier releases that can be laid beside it, and what their cells were."""
    kinds, counted = counted_gaps(actor, last) if kind == GAPS else counted_flow(actor, last)
    cube = rules.cube(kind, rules.dimensions(tree(actor), kinds, last), counted)
    empty = Release(kind, rules.POLICY, cube.dimensions, {})
    rows = Figures.objects.filter(kind=kind, month__in=rules.months_to(last), month__lt=last).order_by(
        "month"
    )
    like = [(row, release) for row in rows if rules.same_places(release := rules.unpacked(row.table), empty)]
    kept: dict[Cell, Kept] = {}
    for row, release in like:
        kept |= rules.unpacked_kept(row.kept, release)
    return rules.frozen(cube, kept), [release for _row, release in like], kept


def _key(kind: str) -> bytes:
    """A secret of the installation's own, for this use alone."""
    return hmac.digest(settings.SECRET_KEY.encode(), f"atlas:{kind}".encode(), sha256)


def _told(row: Figures, *, is_new: bool, seconds: float) -> Published:
    report = row.report
    counts = (report["cells"], report["targets"], report["exact_count"], report["narrow_count"])
    return Published(row.kind, row.month, row.published_at, *counts, is_new=is_new, seconds=round(seconds, 2))


@command("place_figures_published", permit=may_publish)
def keep_figures(actor: Actor, *, kind: str, month: date, table: Any, kept: Any, report: Any) -> Done[UUID]:
    """Keep a table that was attacked and stood; from now on it does not change."""
    row = Figures.objects.create(kind=kind, month=month, table=table, kept=kept, report=report)
    return Done(row.id, subject=row.id, fields=("table",))


@command("place_assets_placed", permit=may_publish)
def keep_assets(actor: Actor, *, found: Iterable[Standing]) -> Done[int]:
    """Write down anew in which neighbourhood each shown entry of the directory stands."""
    Asset.objects.all().delete()
    rows = [
        Asset(
            service_id=one.service_id,
            place_code=one.place,
            latitude=one.latitude,
            longitude=one.longitude,
            needs=one.needs,
        )
        for one in found
    ]
    return Done(len(Asset.objects.bulk_create(rows, batch_size=500)))
