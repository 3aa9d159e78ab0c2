"""Changing the map: imports of open data, and invented places for demonstrations."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.db.models import OuterRef, Subquery

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid, Refused

from .importing import Staged, Watcher, staged, unwatched
from .invented import shares
from .models import Containment, Place, Postcode, Release
from .policy import may_keep_places
from .readers.base import Unreadable
from .readers.layouts import POSTCODES, Sheaf, sheaves
from .readers.postcodes import TOLD, UNKNOWN
from .readers.source import digest_of
from .reports import NewPlace, NewPostcode, Report, together
from .rules import DEGREE, is_invented, level_of, nation_of, normalise_postcode
from .staging import Landed

BEST_QUALITY = 10


def import_places(actor: Actor, path: Path, progress: Watcher = unwatched) -> Report:
    """Import a file, zip or folder of open data; each release lands whole or not at all.

    The reading is done before the command, so that nobody waits for it. Raises ``Refused``, or
    ``Unreadable`` with one sentence when nothing could be read.
    """
    decision = may_keep_places(actor)
    if not decision.allowed:
        raise Refused(decision.sentence)
    found, damaged = sheaves(path)
    reports = []
    for sheaf in found:
        try:
            reports.append(_import_sheaf(actor, sheaf, progress))
        except Unreadable as error:
            damaged.append(str(error))
    if not reports:
        raise Unreadable(damaged[0])
    return together(path.name, reports, damaged)


def _import_sheaf(actor: Actor, sheaf: Sheaf, progress: Watcher) -> Report:
    sha256 = digest_of([known.part for known in sheaf.parts])
    before = _as_it_stands(sheaf.layout.kind, sha256)
    if before:
        return _nothing_new(before)
    with staged(sheaf, sha256, progress) as waiting:
        return accept_release(actor, waiting=waiting)


def _as_it_stands(kind: str, sha256: str) -> Release | None:
    """The record of this very file, if nothing of its kind has changed what it brought."""
    before = Release.objects.filter(kind=kind, sha256=sha256).order_by("-imported_at").first()
    if before is None:
        return None
    family = POSTCODES if kind in POSTCODES else {kind}
    later = Release.objects.filter(kind__in=family, imported_at__gt=before.imported_at, changed__gt=0)
    return None if later.exists() else before


def _nothing_new(before: Release) -> Report:
    landed = before.created + before.changed + before.unchanged
    problems = ("The same file was imported before: nothing was read again.",)
    return Report(before.kind, _label(before), 0, 0, landed, before.rejected, before.skipped, problems)


def _label(release: Release) -> str:
    return f"{release.name} ({release.released})" if release.released else release.name


@command("places_imported", permit=may_keep_places)
def accept_release(actor: Actor, *, waiting: Staged) -> Done[Report]:
    """Let a release that has been read whole land, and record it."""
    landed = [stage.land(waiting.as_of) for stage in waiting.stages.values()]
    if "containment" in waiting.stages:
        _close_older_containments()
    release = _record(waiting, landed)
    problems = tuple(waiting.issues.problems)
    counts = (release.created, release.changed, release.unchanged, release.rejected, release.skipped)
    return Done(Report(release.kind, _label(release), *counts, problems), subject=release.id)


def _record(waiting: Staged, landed: list[Landed]) -> Release:
    return Release.objects.create(
        kind=waiting.sheaf.layout.kind,
        name=waiting.sheaf.name[-255:],
        sha256=waiting.sha256,
        released=waiting.date,
        rows=waiting.rows,
        created=sum(one.created for one in landed),
        changed=sum(one.changed for one in landed),
        unchanged=sum(one.unchanged for one in landed),
        rejected=waiting.issues.rejected,
        skipped=waiting.issues.skipped,
    )


def _close_older_containments() -> None:
    """What an older look-up says holds until the next one speaks of the same level."""
    following = Containment.objects.filter(
        child=OuterRef("child"), level=OuterRef("level"), valid_from__gt=OuterRef("valid_from")
    ).order_by("valid_from")
    Containment.objects.update(valid_to=Subquery(following.values("valid_from")[:1]))


@command("place_added", permit=may_keep_places)
def add_place(actor: Actor, *, place: NewPlace) -> Done[str]:
    """Add an invented place, or change it. Raises ``Invalid`` for the code of a real one."""
    level = level_of(place.code)
    if level is None or not is_invented(place.code):
        raise Invalid("An invented place needs a code such as X01000001.", field="code")
    Place.objects.update_or_create(
        code=place.code,
        defaults={
            "level": level,
            "name": place.name,
            "name_cy": place.name_cy,
            "latitude_e6": _millionths(place.latitude),
            "longitude_e6": _millionths(place.longitude),
            "setting": place.setting,
        },
    )
    for parent in place.within:
        _contain(place.code, parent)
    return Done(place.code, fields=("name", "name_cy", "within"))


def _contain(child: str, parent: str) -> None:
    level = level_of(parent)
    if level is None:
        raise Invalid(f"{parent} is not the code of a place.", field="within")
    Containment.objects.update_or_create(
        child=child,
        level=level,
        valid_to=None,
        defaults={"parent": parent},
        create_defaults={"parent": parent, "valid_from": clock.today()},
    )


def _millionths(degrees: float | None) -> int | None:
    return None if degrees is None else round(degrees * DEGREE)


@command("postcodes_added", permit=may_keep_places)
def add_postcodes(actor: Actor, *, postcodes: Sequence[NewPostcode]) -> Done[int]:
    """Add invented postcodes, or move them; returns how many. Raises ``Invalid``."""
    rows = [_postcode(one) for one in postcodes]
    values = ("latitude_e6", "longitude_e6", "council", "neighbourhood", "basis", "as_of")
    Postcode.objects.bulk_create(rows, update_conflicts=True, unique_fields=["key"], update_fields=values)
    return Done(len(rows))


def _postcode(new: NewPostcode) -> Postcode:
    key = normalise_postcode(new.postcode)
    if key is None:
        raise Invalid("A postcode looks like ZZ1 1AA.", field="postcode")
    if not nation_of(new.neighbourhood):
        raise Invalid("A postcode needs the code of its neighbourhood.", field="neighbourhood")
    return Postcode(
        key=key,
        latitude_e6=round(new.latitude * DEGREE),
        longitude_e6=round(new.longitude * DEGREE),
        quality=BEST_QUALITY,
        council=new.council,
        neighbourhood=new.neighbourhood,
        basis=TOLD if new.neighbourhood else UNKNOWN,
        ended=0,
        as_of=int(clock.today().strftime("%Y%m")),
    )


@command("invented_places_drawn", permit=may_keep_places)
def draw_invented(actor: Actor, *, council: str) -> Done[int]:
    """Give an invented council and its neighbourhoods shapes, clearly made up; returns how many.

    Raises ``Invalid`` for a real council, or one with fewer than three neighbourhoods that have a point.
    """
    if not is_invented(council):
        raise Invalid("Only an invented place is drawn: import a real one's boundaries.", field="council")
    within = Containment.objects.filter(parent=council, valid_to=None).values("child")
    known = Place.objects.filter(code__in=within, longitude_e6__isnull=False)
    points = {row.code: ((row.longitude_e6 or 0) / DEGREE, (row.latitude_e6 or 0) / DEGREE) for row in known}
    if len(points) < 3:
        raise Invalid("Drawing needs at least three neighbourhoods with a point.", field="council")
    shapes = shares(points)
    whole = shapes[max(shapes)]
    for shape in shapes.values():
        whole = whole.union(shape)
    around = Containment.objects.filter(child=council, valid_to=None).values_list("parent", flat=True)
    drawn = shapes | dict.fromkeys((council, *filter(is_invented, around)), whole)
    for code, shape in drawn.items():
        _draw(code, shape)
    return Done(len(drawn), fields=("boundary",))


def _draw(code: str, shape: Any) -> None:
    west, south, east, north = (round(edge * DEGREE) for edge in shape.bounds)
    box = {"west_e6": west, "south_e6": south, "east_e6": east, "north_e6": north}
    Place.objects.filter(code=code).update(boundary=shape.wkb, **box)
