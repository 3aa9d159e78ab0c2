"""One published record by its id."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ...models import FromFeed, Organisation, Service
from ...models.kinds import MODELS
from .entries import Entry, ServiceEntry, entries, place_entries, service_entries
from .names import Names
from .wanted import OPEN

SURVIVORS = 10


@dataclass(frozen=True, slots=True)
class Found:
    """A record; ``services`` are those that an organisation runs, or the one of a place.

    ``moved_to`` is the published id of the service that this one was merged into.
    """

    entry: Entry | None = None
    services: tuple[ServiceEntry, ...] = ()
    moved_to: str = ""


def find(actor: Actor, kind: str, identity: str) -> Found | None:
    """The record of this kind with this published id; None when there is none."""
    names = Names()
    key = _key(MODELS[kind], identity, names)
    if key is None:
        return None
    readers = {"service": _service, "service_at_location": _place, "organization": _organisation}
    if kind in readers:
        return readers[kind](key, names)
    return Found(entries(MODELS[kind], [key], names)[key])


def published_id(actor: Actor, service_id: UUID) -> str:
    """The id under which a service is published. Raises NotFound."""
    entry = service_entries([service_id], Names(), with_places=False).get(service_id)
    if entry is None:
        raise NotFound(_("This service is no longer listed."))
    return entry.id


def _key(model: type[FromFeed], identity: str, names: Names) -> UUID | None:
    for source, own in names.read(identity):
        rows = model._default_manager.filter(external_id=own)
        rows = rows.filter(source=source) if source else rows.filter(source__in=names.sources)
        found = names.first(rows.values_list("source_id", "id"))
        if found:
            return found
    return None


def _service(key: UUID, names: Names) -> Found:
    survivor = _survivor(key)
    entry = service_entries([survivor], names, with_places=True)[survivor]
    return Found(entry) if survivor == key else Found(moved_to=entry.id)


def _survivor(key: UUID) -> UUID:
    """Where mergers lead in the end."""
    for _step in range(SURVIVORS):
        into = Service.objects.filter(id=key).values_list("merged_into", flat=True).first()
        if into is None:
            break
        key = into
    return key


def _place(key: UUID, names: Names) -> Found | None:
    """A place of a service that is shown; its service comes without its places."""
    [(owner, entry)] = place_entries([key], names)
    if Service.objects.filter(id=owner, merged_into=None).exists():
        return Found(entry, tuple(service_entries([owner], names, with_places=False).values()))
    return None


def _organisation(key: UUID, names: Names) -> Found:
    entry = entries(Organisation, [key], names)[key]
    return Found(entry, _run_by([key], names, with_places=True).get(key, ()))


def run_by(
    actor: Actor, organisations: Iterable[UUID], *, with_places: bool
) -> dict[UUID, tuple[ServiceEntry, ...]]:
    """The listed services of each of these organisations."""
    return _run_by(organisations, Names(), with_places=with_places)


def _run_by(
    organisations: Iterable[UUID], names: Names, *, with_places: bool
) -> dict[UUID, tuple[ServiceEntry, ...]]:
    rows = Service.objects.filter(OPEN, organisation__in=list(organisations)).order_by("id")
    owner = dict(rows.values_list("id", "organisation_id"))
    found: dict[UUID, list[ServiceEntry]] = {}
    for entry in service_entries(owner, names, with_places=with_places).values():
        found.setdefault(owner[entry.key], []).append(entry)
    return {key: tuple(listed) for key, listed in found.items()}
