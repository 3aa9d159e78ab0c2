"""What somebody asks of the published lists, and the rows that answer it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from functools import reduce
from operator import or_
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from cydwaith.commons.places.queries import Located

from ...models import (
    Attribute,
    Location,
    Organisation,
    Schedule,
    Service,
    ServiceAtLocation,
    TaxonomyTerm,
)
from ...rules.ranking import Point, box_around, distance_km
from ..matching import expression, terms
from .coverage import uncovered

SQLITE = (
    "SELECT d.service_id FROM directory_words JOIN directory_searchdocument d"
    " ON d.id = directory_words.rowid WHERE directory_words MATCH %s"
)
POSTGRESQL = "SELECT service_id FROM directory_searchdocument WHERE words @@ to_tsquery('english', %s)"
OPEN = Q(withdrawn_at=None, merged_into=None)


@dataclass(frozen=True, slots=True)
class Window:
    """Opens at or after, closes at or before, on a day (MO to SU): one schedule must meet all of it."""

    opens: time | None = None
    closes: time | None = None
    day: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Conditions on services; what is empty asks nothing.

    Of each group of ``terms`` a service has one; of ``taxonomies`` it has a term of one; it is open in one of
    the ``windows``. ``link`` narrows the terms to links of that type. ``metres`` goes with ``near``.
    """

    search: str = ""
    terms: tuple[tuple[str, ...], ...] = ()
    taxonomies: tuple[str, ...] = ()
    link: str = ""
    organisation: str = ""
    changed_since: datetime | None = None
    minimum_age: float | None = None
    maximum_age: float | None = None
    windows: tuple[Window, ...] = ()
    near: Located | None = None
    metres: float | None = None
    covers: Located | None = None


@dataclass(frozen=True, slots=True)
class WantedTerms:
    """Conditions on taxonomy terms."""

    search: str = ""
    taxonomy: str = ""
    parent: str = ""
    top_only: bool = False


def open_services(wanted: Wanted) -> QuerySet[Service]:
    """Services that are listed and meet every condition, oldest first."""
    rows = Service.objects.filter(OPEN, _columns(wanted)).order_by("id")
    for condition in _conditions(wanted):
        rows = rows.filter(condition)
    return rows


def open_places(wanted: Wanted) -> QuerySet[ServiceAtLocation]:
    """Places of listed services that meet every condition; ``near`` is about the place itself."""
    elsewhere = Wanted(**{**_fields(wanted), "near": None, "metres": None})
    if elsewhere == Wanted():  # a look at the service of each place shown, not a list of all services first
        rows = ServiceAtLocation.objects.filter(service__withdrawn_at=None, service__merged_into=None)
    else:
        rows = ServiceAtLocation.objects.filter(service__in=open_services(elsewhere).order_by().values("id"))
    if wanted.near:
        rows = rows.filter(id__in=[key for key, _ in _close_by(wanted.near, wanted.metres)])
    return rows.order_by("id")


def _fields(wanted: Wanted) -> dict[str, object]:
    return {name: getattr(wanted, name) for name in Wanted.__slots__}


def _columns(wanted: Wanted) -> Q:
    """What the columns of a service say; an organisation is meant by the id that its feed gave it."""
    asked = {
        "organisation__external_id": wanted.organisation or None,
        "minimum_age__gte": wanted.minimum_age,
        "maximum_age__lte": wanted.maximum_age,
    }
    return Q(**{name: value for name, value in asked.items() if value is not None})


def _conditions(wanted: Wanted) -> Iterable[Q]:
    if wanted.search:
        yield _matching(wanted.search)
    for group in wanted.terms:
        yield _linked(wanted, Q(term__external_id__in=group))
    if wanted.taxonomies:
        yield _linked(wanted, Q(term__in=terms_of(*wanted.taxonomies)))
    if wanted.changed_since:
        yield _changed(wanted.changed_since)
    if wanted.windows:
        yield reduce(or_, map(_within, wanted.windows))
    if wanted.near:
        yield Q(id__in={service for _, service in _close_by(wanted.near, wanted.metres)})
    if wanted.covers:
        yield ~Q(id__in=uncovered(wanted.covers))


def _matching(words: str) -> Q:
    """Services whose words all match, by the index that search uses."""
    sought = terms(words)
    if not sought:
        return Q(pk=None)
    sql = SQLITE if connection.vendor == "sqlite" else POSTGRESQL
    return Q(id__in=RawSQL(sql, [expression(sought, every=True)]))  # noqa: S611 - our own SQL, words as parameter


def _linked(wanted: Wanted, condition: Q) -> Q:
    links = Q(link_type__iexact=wanted.link) if wanted.link else Q()
    return Q(id__in=Attribute.objects.filter(condition & links, service__isnull=False).values("service"))


def terms_of(*taxonomies: str) -> QuerySet[TaxonomyTerm]:
    """Terms of the taxonomies with these ids; version 1 knows a taxonomy by its name alone."""
    meant = Q(of__external_id__in=taxonomies) | Q(taxonomy__in=taxonomies)
    for taxonomy in taxonomies:
        meant |= Q(extra__taxonomy_id=taxonomy)
    return TaxonomyTerm.objects.filter(meant)


def _changed(since: datetime) -> Q:
    """Changed here at or after that moment: the service, who runs it, or where it is.

    Each part is one list from an index on the moment, asked once: whoever follows along finds few, or none.
    """
    news = Q(changed_at__gte=since)
    if not Service.objects.filter(changed_at__lt=since).exists():
        return Q()
    services = Service.objects.order_by()
    places = ServiceAtLocation.objects.order_by()
    lists = [
        services.filter(organisation__in=Organisation.objects.filter(news).values("id")).values("id"),
        places.filter(news).values("service"),
        places.filter(location__in=Location.objects.filter(news).values("id")).values("service"),
    ]
    return Q(id__in=services.filter(news).values("id").union(*lists, all=True))


def _within(window: Window) -> Q:
    """One and the same schedule meets the day, the start and the end."""
    asked = {
        "opens_at__gte": window.opens,
        "closes_at__lte": window.closes,
        "byday__contains": window.day or None,
    }
    fits = Schedule.objects.filter(**{name: value for name, value in asked.items() if value is not None})
    own = fits.filter(service=OuterRef("pk"))
    there = fits.filter(place__service=OuterRef("pk"))
    at_the_location = fits.filter(location__places__service=OuterRef("pk"))
    return Q(Exists(own)) | Q(Exists(there)) | Q(Exists(at_the_location))


def _close_by(near: Located, metres: float | None) -> list[tuple[UUID, UUID]]:
    """(place, service) of every place on the map within so many metres of the centre of the postcode."""
    km, centre = (metres or 0) / 1000, Point(near.latitude, near.longitude)
    box = box_around(centre, min(km, 20_000))
    rows = ServiceAtLocation.objects.filter(
        location__latitude__range=(box.south, box.north), location__longitude__range=(box.west, box.east)
    ).values_list("id", "service_id", "location__latitude", "location__longitude")
    return [(place, service) for place, service, y, x in rows if distance_km(centre, Point(y, x)) <= km]
