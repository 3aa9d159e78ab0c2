"""From records to rows: everything that one batch of a feed brings, staged, then written together."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Q

from cydwaith.kernel import clock

from ..models import (
    Attribute,
    FromFeed,
    Location,
    Organisation,
    Service,
    ServiceAtLocation,
    Source,
    Taxonomy,
    TaxonomyTerm,
)
from ..models.kinds import MODELS
from ..rules.incoming import Incoming, Reader, merged
from ..rules.patching import Local, merge_patch, settled
from ..rules.records import (
    FeedRecord,
    LocationRecord,
    OrganisationRecord,
    ServiceAtLocationRecord,
    ServiceRecord,
    TaxonomyRecord,
    TermRecord,
    Withdrawn,
)
from .parts import Parts
from .shelf import Shelf
from .writing import fill, new

WITHDRAWN = {"defunct", "inactive"}


NESTED = {
    "organization": "organization",
    "service": "service",
    "services": "service",
    "location": "location",
    "locations": "location",
    "service_at_locations": "service_at_location",
    "taxonomy": "taxonomy_term",  # as version 1 calls a term
    "taxonomy_term": "taxonomy_term",
    "taxonomy_terms": "taxonomy_term",
}
"""What stands under these names in another record has an id of its own."""


class Staging:
    """One batch on its way into the tables."""

    def __init__(self, source: Source, read: Reader) -> None:
        self._read = read
        self._shelves: dict[str, Shelf[Any]] = {kind: Shelf(m, source) for kind, m in MODELS.items()}
        self._parts = Parts()
        self._named: dict[object, set[str]] = {}

    def load(self, batch: Iterable[Incoming]) -> None:
        """Fetch every row that the batch may speak of: one query for each kind."""
        wanted: dict[str, set[str]] = {kind: set() for kind in MODELS}
        for incoming in batch:
            wanted[incoming.kind].add(incoming.data["id"])
            for kind, identity in _ids_within(incoming.data):
                wanted[kind].add(identity)
        for kind, shelf in self._shelves.items():
            shelf.load(wanted[kind])

    def row(self, incoming: Incoming) -> FromFeed | None:
        """The stored row of a record."""
        found: FromFeed | None = self._shelves[incoming.kind].get(incoming.data["id"])
        return found

    def stage(self, incoming: Incoming, digest: str) -> tuple[str, ...]:
        """Stage a record and all it holds; returns what was left out. Raises Rejected, nothing staged."""
        row = self.row(incoming)
        forms = frozenset(row.digests) if row else frozenset()
        whole = merged(row.original if row else {}, forms, incoming.data, incoming.form)
        reading = self._read(incoming.kind, incoming.data)
        plain = whole == incoming.data and not (row and row.local)
        record = reading.record if plain else self._effective(incoming.kind, row, whole)
        if isinstance(row, Service):
            row.withdrawn_why = ""
        staged = self._touch(incoming.kind, record, whole)
        staged.digests = {**staged.digests, incoming.form: digest}
        return reading.notes

    def stage_again(self, kind: str, row: FromFeed) -> None:
        """Stage a record that is as it came, for what people here changed in it. Raises Rejected."""
        self._shelves[kind].load([row.external_id])
        held = self._shelves[kind].hold(row)
        self._touch(kind, self._effective(kind, held, held.original), held.original)

    def _effective(self, kind: str, row: FromFeed | None, whole: dict[str, Any]) -> Any:
        """The record as everybody sees it: what the feed says, with what people here changed."""
        if row and row.local:
            local = settled(whole, Local(row.local, row.local_basis))
            row.local, row.local_basis = local.patch, local.basis
            whole = merge_patch(whole, local.patch)
        return self._read(kind, whole).record

    def _embedded(self, kind: str, record: FeedRecord) -> Any:
        """Stage a record found inside another: it adds to what is known and takes nothing away."""
        row = self._shelves[kind].get(record.external_id)
        if row is None:
            return self._touch(kind, record, record.original)
        whole = merged(row.original, frozenset(), record.original, None)
        if whole == row.original:
            return row
        return self._touch(kind, self._effective(kind, row, whole), whole)

    def _touch(self, kind: str, record: FeedRecord, whole: dict[str, Any]) -> FromFeed:
        row: FromFeed = self._shelves[kind].touch(record, whole)
        STAGE_INNER[type(record)](self, row, record)
        return row

    def _organisation(self, row: Organisation, record: OrganisationRecord) -> None:
        self._parts.gather("organisation", row, record)
        for location in record.locations:
            self._link("location", self._embedded("location", location), row)
        for service in record.services:
            self._link("service", self._embedded("service", replace(service, organisation=None)), row)

    def _link(self, kind: str, row: Location | Service, owner: Organisation) -> None:
        """Say whose it is, where that is news."""
        if row.organisation_id != owner.pk:
            row.organisation = owner
            self._shelves[kind].mark(row)

    def _location(self, row: Location, record: LocationRecord) -> None:
        self._parts.gather("location", row, record)

    def _service(self, row: Service, record: ServiceRecord) -> None:
        if record.organisation:
            row.organisation = self._embedded("organization", record.organisation)
        _withdraw(row, record)
        parts = self._parts.gather("service", row, record)
        for said in record.attributes:
            term = self._embedded("taxonomy_term", said.term).pk if said.term else None
            attribute = new(Attribute, service_id=row.pk, term_id=term)
            fill(attribute, said)
            parts.append(attribute)
        for place in record.places:
            self._embedded_place(row, place)
        self._named[row.pk] = {place.external_id for place in record.places}

    def _embedded_place(self, service: Service, record: ServiceAtLocationRecord) -> None:
        """A place named by its service; it may also have come alone, and be fuller there."""
        shelf = self._shelves["service_at_location"]
        known = shelf.get(record.external_id)
        whole = merged(known.original if known else {}, frozenset(), record.original, None)
        if known and known.local:
            record = self._effective("service_at_location", known, whole)
        if known and not record.description:
            record = replace(record, description=known.description)
        row = shelf.touch(record, whole)
        row.service = service
        self._place(row, record)

    def _place(self, row: ServiceAtLocation, record: ServiceAtLocationRecord) -> None:
        if record.service:
            row.service = self._embedded("service", record.service)
        if record.location:
            row.location = self._embedded("location", record.location)
        self._parts.gather("place", row, record)

    def _taxonomy(self, row: Taxonomy, record: TaxonomyRecord) -> None:
        for term in record.terms:
            said = self._embedded("taxonomy_term", term)
            if said.of_id != row.pk:
                said.of = row
                self._shelves["taxonomy_term"].mark(said)

    def _term(self, row: TaxonomyTerm, record: TermRecord) -> None:
        """A term has no parts."""

    def services(self) -> dict[Any, Service]:
        """The services that were just written, with their organisations as far as they were staged."""
        rows = self._shelves["service"].touched.values()
        return {
            row.pk: row
            for row in rows
            if row.organisation_id is None or "organisation" in row._state.fields_cache
        }

    def write(self) -> set[Any]:
        """Write all that is staged; returns the keys of services whose words or places may have changed."""
        for shelf in self._shelves.values():
            shelf.write()
        self._drop_places_no_longer_named()
        self._parts.write({row.pk for shelf in self._shelves.values() for row in shelf.stored()})
        services = {row.pk for row in self._shelves["service"].touched.values()}
        services |= {row.service_id for row in self._shelves["service_at_location"].touched.values()}
        moved = [row.pk for row in self._shelves["location"].stored()]
        renamed = [row.pk for row in self._shelves["organization"].stored()]
        theirs = Service.objects.filter(Q(organisation__in=renamed) | Q(places__location__in=moved))
        return services | set(theirs.values_list("pk", flat=True))

    def _drop_places_no_longer_named(self) -> None:
        """A place that only ever came inside its service goes when the service no longer names it."""
        stored = [row.pk for row in self._shelves["service"].stored()]
        known = ServiceAtLocation.objects.filter(Q(service__in=stored), digests={})
        gone = [p.pk for p in known if p.external_id not in self._named.get(p.service_id, {p.external_id})]
        if gone:
            ServiceAtLocation.objects.filter(pk__in=gone).delete()


STAGE_INNER: dict[type[FeedRecord], Callable[[Staging, Any, Any], None]] = {
    OrganisationRecord: Staging._organisation,
    LocationRecord: Staging._location,
    ServiceRecord: Staging._service,
    ServiceAtLocationRecord: Staging._place,
    TaxonomyRecord: Staging._taxonomy,
    TermRecord: Staging._term,
}


def _withdraw(row: Service, record: ServiceRecord) -> None:
    """By its status; one that is gone from its feed stays gone until the feed has it again."""
    if row.withdrawn_why == Withdrawn.GONE:
        return
    if record.status not in WITHDRAWN:
        row.withdrawn_at, row.withdrawn_why = None, ""
    elif row.withdrawn_at is None:
        row.withdrawn_at, row.withdrawn_why = clock.now(), Withdrawn.STATUS


def _ids_within(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Kind and id of what is nested in a record. A row that is missed is fetched when it is asked for."""
    for key, inner in data.items():
        if not inner or not isinstance(inner, dict | list):
            continue
        kind = NESTED.get(key)
        for part in inner if isinstance(inner, list) else (inner,):
            if isinstance(part, dict):
                if kind and isinstance(part.get("id"), str):
                    yield kind, part["id"]
                yield from _ids_within(part)
