"""What services are compared by when duplicates are looked for, and two of them side by side."""

from collections import defaultdict
from uuid import UUID

from django.db.models import QuerySet

from cydwaith.kernel.actor import Actor

from ..models import NotTheSame, Phone, Service, ServiceAtLocation
from ..rules.likeness import Face, digits, host
from ..rules.ranking import Point


def faces(actor: Actor) -> list[Face]:
    """Every service that is shown, as it is compared."""
    shown = Service.objects.filter(withdrawn_at=None, merged_into=None)
    places, phones = _places(shown), _phones(shown)
    rows = shown.values_list("id", "source_id", "name", "organisation__name", "email", "url")
    return [
        Face(
            key=key,
            source=source,
            name=name,
            organisation=owner or "",
            postcodes=frozenset(postcode for postcode, _ in places[key] if postcode),
            points=tuple(point for _, point in places[key] if point),
            phones=frozenset(phones[key]),
            emails=_only(email.lower()),
            hosts=_only(host(url) or host(email)),
        )
        for key, source, name, owner, email, url in rows.order_by("id")
    ]


def _only(text: str) -> frozenset[str]:
    return frozenset([text]) if text else frozenset()


def _places(shown: QuerySet[Service]) -> dict[UUID, list[tuple[str, Point | None]]]:
    found: dict[UUID, list[tuple[str, Point | None]]] = defaultdict(list)
    rows = ServiceAtLocation.objects.filter(service__in=shown, location__isnull=False)
    columns = ("service_id", "location__postcode", "location__latitude", "location__longitude")
    for key, postcode, latitude, longitude in rows.values_list(*columns):
        point = Point(latitude, longitude) if latitude is not None else None
        found[key].append((postcode.replace(" ", "").upper(), point))
    return found


def _phones(shown: QuerySet[Service]) -> dict[UUID, set[str]]:
    found: dict[UUID, set[str]] = defaultdict(set)
    for key, number in Phone.objects.filter(service__in=shown).values_list("service_id", "number"):
        if plain := digits(number):
            found[key].add(plain)
    return found


def told_apart(actor: Actor) -> set[tuple[UUID, UUID]]:
    """Pairs that somebody has said are not the same, the smaller key first."""
    return set(NotTheSame.objects.values_list("one_id", "other_id"))
